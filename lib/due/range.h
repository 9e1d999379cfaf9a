/*
 * range - what is normal, as the monitoring plugins' guidelines write it.
 *
 *	10	0 to 10		10:	10 or more	~:10	10 or less
 *	10:20	10 to 20	@10:20	outside of that: inside is the alarm
 */
#ifndef DUE_RANGE_H
#define DUE_RANGE_H

#include "base/err.h"
#include "base/str.h"

struct range {
	bool given, inside;             /* inside: the alarm is within, ends included */
	int64_t from, to;               /* INT64_MIN, INT64_MAX: no end */
	struct str text;                /* as it was written, for performance data */
};

bool	range_parse(struct str s, struct range *r);     /* whole numbers */
/* The value of an option; NULL: not given. */
int	range_option(struct range *r, const char *option, const char *value, struct err *e);
bool	range_alarm(const struct range *r, int64_t n);  /* never, unless given */

#endif
