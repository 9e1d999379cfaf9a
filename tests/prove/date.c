/* The calendar: any number as a day, any day as a number; any numbers for a year, a month and a day.
 * files: lib/value/date.c lib/base/str.c
 * options: -eva-slevel 100 */
#include "any.h"
#include "value/date.h"
#include "value/date_human.h"
#include "value/date_part.h"

int
main(void)
{
	struct civil c;
	int32_t year;
	unsigned month, day;
	int64_t any = Frama_C_long_interval(INT64_MIN, INT64_MAX);

	date_from_days(any, &year, &month, &day);
	date_weekday(Frama_C_long_interval(INT64_MIN / 86400, INT64_MAX / 86400));
	date_is_valid(Frama_C_int_interval(INT32_MIN, INT32_MAX),
	    Frama_C_unsigned_int_interval(0, UINT32_MAX), Frama_C_unsigned_int_interval(0, UINT32_MAX));
	date_days(Frama_C_int_interval(-9999, 32000), Frama_C_unsigned_int_interval(1, 12),
	    Frama_C_unsigned_int_interval(1, 31));
	date_civil(any, &c);
	date_utc(&c);
	return 0;
}
