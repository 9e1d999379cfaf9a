/*
 * phone - telephone numbers to E.164.
 */
#ifndef VALUE_PHONE_H
#define VALUE_PHONE_H

#include "base/arena.h"

enum phone_status {
	PHONE_UNKNOWN,                  /* no verdict: kept as written */
	PHONE_VALID,
	PHONE_INVALID
};

struct phone {
	struct str e164;                /* "+14155550123", "" unless PHONE_VALID */
	struct str extension;           /* digits, "" when there is none */
	char region[3];                 /* ISO 3166-1 alpha-2, "" when it has none or is shared */
};

/* `region` (ISO 3166-1 alpha-2, "" when unknown) is where a number without + or 00 is dialled. */
enum phone_status phone_parse(struct arena *a, struct str s, struct str region, struct phone *p);

#endif
