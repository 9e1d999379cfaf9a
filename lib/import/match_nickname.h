/*
 * match_nickname - Bob is Robert.  An option: Alex may be two people.
 */
#ifndef IMPORT_MATCH_NICKNAME_H
#define IMPORT_MATCH_NICKNAME_H

#include "base/str.h"

/* The name a folded first name is short for; the name itself when it is for none. */
struct str match_nickname(struct str first);

#endif
