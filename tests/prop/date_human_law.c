/*
 * What strftime writes is read back, in every form that says enough; and reading by an order
 * is reading without one whenever that was possible.  usage: date_human_law [seed]
 */
#include <time.h>

#include "law.h"
#include "value/date.h"

static const struct form {
	const char *format;             /* of strftime, in the C locale */
	enum date_order order;
	int unit;                       /* what it is exact to, in seconds */
} forms[] = {
	{ "%a %b %e %H:%M:%S %Y", DATE_ORDER_NONE, 1 },
	{ "%A, %d %B %Y %I:%M:%S %p", DATE_ORDER_NONE, 1 },
	{ "%d-%b-%Y %H:%M", DATE_ORDER_NONE, 60 }, { "%B %e, %Y at %I:%M%p", DATE_ORDER_NONE, 60 },
	{ "%G-W%V-%uT%H:%M:%SZ", DATE_ORDER_NONE, 1 }, { "%Y-%j", DATE_ORDER_NONE, 86400 },
	{ "%m/%d/%Y %I:%M %p", DATE_MONTH_FIRST, 60 }, { "%d.%m.%Y, %H:%M:%S", DATE_DAY_FIRST, 1 },
	{ "%d-%m-%Y", DATE_DAY_FIRST, 86400 }, { "%Y/%m/%d %H:%M:%S UTC", DATE_ORDER_NONE, 1 },
	{ "%Y%m%dT%H%M%S", DATE_ORDER_NONE, 1 }, { "%Y%m%d", DATE_ORDER_NONE, 86400 },
	{ "%d/%b/%Y:%H:%M:%S +0000", DATE_ORDER_NONE, 1 },
	{ "%a, %d %b %Y %T GMT", DATE_ORDER_NONE, 1 },
};

static void
fail(const char *what, const char *text)
{
	fprintf(stderr, "date_human: %s: %s\n", what, text);
	exit(1);
}

static void
check(const struct form *f, instant t)
{
	time_t clock = (time_t)t;
	struct civil c, other;
	char text[128];
	struct tm tm;

	gmtime_r(&clock, &tm);
	if (strftime(text, sizeof text, f->format, &tm) == 0)
		fail("strftime", f->format);
	if (date_parse(str_of(text), f->order, &c) != DATE_OK)
		fail("not read", text);
	if (date_utc(&c) != t - t % f->unit || c.has_time != (f->unit < 86400))
		fail("misread", text);
	if (f->order == DATE_ORDER_NONE &&
	    (date_parse(str_of(text), DATE_DAY_FIRST, &other) != DATE_OK ||
	    date_utc(&other) != date_utc(&c)))
		fail("an order changed it", text);
	if (f->order != DATE_ORDER_NONE &&
	    date_parse(str_of(text), DATE_ORDER_NONE, &other) == DATE_OK &&
	    date_utc(&other) != date_utc(&c))
		fail("guessed wrong", text);
}

int
main(int argc, char **argv)
{
	const int64_t last = date_days(2100, 1, 1) * 86400;
	size_t i;

	law_start(argc, argv, 14);
	for (i = 0; i < 200000; i++)
		check(&forms[i % (sizeof forms / sizeof *forms)], below_long(last));
	return 0;
}
