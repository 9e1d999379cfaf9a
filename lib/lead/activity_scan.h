/*
 * activity_scan - the plain kind of activities in one pass, right from a cell of CSV or JSON.
 *
 * Only activity.c uses it.  Plain is: ASCII texts without escapes, unsigned numbers, nothing
 * nested.  What is not plain may still be good: the scan then says nothing about it.
 */
#ifndef LEAD_ACTIVITY_SCAN_H
#define LEAD_ACTIVITY_SCAN_H

#include "record/record.h"

/* The members of an activity that we know; `activity_scan_name` has their keys. */
enum activity_member {
	ACTIVITY_TYPE, ACTIVITY_AT, ACTIVITY_COUNT, ACTIVITY_CHANNEL, ACTIVITY_CAMPAIGN, ACTIVITY_STAGE,
	ACTIVITY_VALUE, ACTIVITY_MEMBERS
};

/* Which one a key is; ACTIVITY_MEMBERS: none. */
enum activity_member activity_scan_member(struct str key);
extern const struct str activity_scan_name[ACTIVITY_MEMBERS];

struct activity_scan {
	const char *p, *end;
	unsigned quote;                 /* bytes of a quote: 1 in JSON, 2 in a quoted cell of CSV */
	char before;                    /* the next activity: [ or a comma; 0: none can follow */
};

/* The array is opened.  False: not plain. */
bool	activity_scan_start(struct activity_scan *s, struct str text, unsigned quote);
/* The next activity's members: absent, or decoded (FIELD_TEXT), FIELD_QUOTED when texts.
 * 1; 0: the array and the text end; -1: not plain. */
int	activity_scan_next(struct activity_scan *s, struct field member[ACTIVITY_MEMBERS]);

#endif
