/*
 * notice_nagios - one line and a status, by the guidelines of the monitoring plugins.
 */
#include "due/notice.h"

static void
add_range(struct buf *b, const struct range *r)
{
	buf_byte(b, ';');
	if (r->given)
		buf_str(b, r->text);
}

int
notice_nagios(struct buf *b, const struct notice *r)
{
	static const char *const word[] = { "OK", "WARNING", "CRITICAL" };
	int64_t overdue = (int64_t)r->outcome[SLA_OVERDUE], soon = (int64_t)r->outcome[SLA_SOON];
	span longest = 0;
	size_t i;
	int status = range_alarm(&r->critical, overdue) ? 2 : range_alarm(&r->warning, overdue);

	for (i = 0; i < r->due->n; i++)
		if (r->now - listing_at(r->due, i)->due_at > longest)
			longest = r->now - listing_at(r->due, i)->due_at;
	buf_printf(b, "LEADS %s - %lld overdue, %lld due soon", word[status], (long long)overdue,
	    (long long)soon);
	if (longest > 0) {
		buf_str(b, STR(", the longest for "));
		date_print_span(b, longest);
	}
	buf_printf(b, " | overdue=%lld", (long long)overdue);
	add_range(b, &r->warning);
	add_range(b, &r->critical);
	buf_printf(b, ";0 soon=%lld;;;0 longest=%llds;;;0\n", (long long)soon, (long long)longest);
	return status;
}
