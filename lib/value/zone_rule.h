/*
 * zone_rule - the rule at the end of a TZif file, for the years past its table.
 *
 * The format is that of the TZ variable in POSIX, with the hours of RFC 8536 (-167 to 167):
 * "CET-1CEST,M3.5.0,M10.5.0/3".
 */
#ifndef VALUE_ZONE_RULE_H
#define VALUE_ZONE_RULE_H

#include "value/date.h"

/* A day of the year, and the seconds behind its midnight. */
struct zone_day {
	enum { ZONE_MONTH_WEEK, ZONE_JULIAN, ZONE_ORDINAL } kind;
	int32_t month, week, weekday;   /* Mm.w.d: weekday 0 is Sunday, week 5 the last */
	int32_t day;                    /* Jn: 1-365, never 29 February; n: 0-365 */
	int32_t time;
};

struct zone_rule {
	int32_t standard;               /* seconds east of UTC */
	int32_t summer;
	bool has_summer;
	struct zone_day start, end;     /* of the summer; in the south it ends before it starts */
};

/* From `at` on, clocks are `offset` east of UTC. */
struct zone_change {
	instant at;
	int32_t offset;
};

bool	zone_rule_parse(struct str text, struct zone_rule *r);
/* The two changes of a year in order of time; only when has_summer. */
void	zone_rule_year(const struct zone_rule *r, int32_t year, struct zone_change change[2]);

#endif
