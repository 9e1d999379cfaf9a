/*
 * phone - telephone numbers to E.164, as libphonenumber 8.12.57 judges them.
 *
 * Valid means that the number is possible and assigned by the plan of its country, not that
 * somebody answers.  Letters are keys (1-800-FLOWERS), digits of any script count.
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
	char region[3];                 /* where it belongs, ISO 3166-1 alpha-2; "" world-wide */
};

/* `region` (ISO 3166-1 alpha-2, "" when unknown) is where a number that names no country is
 * dialled; without one such a number is PHONE_UNKNOWN.  Countries are named by +, by the
 * region's own international prefix, and by 00 where the number has no meaning otherwise. */
enum phone_status phone_parse(struct arena *a, struct str s, struct str region, struct phone *p);

#endif
