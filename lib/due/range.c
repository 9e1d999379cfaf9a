/*
 * range - thresholds of monitoring plugins.
 */
#include "due/range.h"
#include "value/number.h"

/* As performance data may have it, where it is shown again: 3, -3, 3.0. */
static bool
whole(struct str s, int64_t *n)
{
	struct number number;
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.' && (s.p[i] != '-' || i != 0))
			return false;
	return number_parse(s, &number) && number_scaled(number, 0, n);
}

bool
range_parse(struct str s, struct range *r)
{
	size_t colon;

	*r = (struct range){ .given = true, .from = 0, .to = INT64_MAX, .text = s };
	if (str_starts(s, STR("@"))) {
		r->inside = true;
		s = str_slice(s, 1, s.n);
	}
	colon = str_find(s, ':');
	if (colon == s.n)
		return whole(s, &r->to) && r->to >= 0;
	if (str_is(str_slice(s, 0, colon), "~"))
		r->from = INT64_MIN;
	else if (colon != 0 && !whole(str_slice(s, 0, colon), &r->from))
		return false;
	s = str_slice(s, colon + 1, s.n);
	return (s.n == 0 || whole(s, &r->to)) && r->from <= r->to;
}

int
range_option(struct range *r, const char *option, const char *value, struct err *e)
{
	if (value == NULL || range_parse(str_of(value), r))
		return 0;
	return err_set(e, ERR_CONFIG, PLACE_NONE,
	    "%s: expected a range such as 10, 5: or @1:3, not \"%s\"", option, value);
}

bool
range_alarm(const struct range *r, int64_t n)
{
	return r->given && (n >= r->from && n <= r->to) == r->inside;
}
