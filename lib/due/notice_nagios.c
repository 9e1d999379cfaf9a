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
	static const char *const word[] = { "OK", "WARNING", "CRITICAL", "UNKNOWN" };
	int64_t overdue = (int64_t)r->outcome[SLA_OVERDUE], soon = (int64_t)r->outcome[SLA_SOON];
	span longest = 0;
	size_t i;
	bool untold = r->outcome[SLA_NO_START] != 0 && r->outcome[SLA_OK] == 0 && soon + overdue == 0;
	int status = untold ? 3 : range_alarm(&r->critical, overdue) ? 2 :
	    range_alarm(&r->warning, overdue);

	for (i = 0; i < r->due->n; i++)
		if (r->now - listing_at(r->due, i)->due_at > longest)
			longest = r->now - listing_at(r->due, i)->due_at;
	buf_printf(b, "LEADS %s - ", word[status]);
	if (untold)
		buf_str(b, STR("no lead has the time that its rule starts from"));
	else
		buf_printf(b, "%lld overdue, %lld due soon", (long long)overdue, (long long)soon);
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

bool
notice_nagios_asked(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		struct str s = str_of(argv[i]);
		bool letters = s.n > 1 && s.p[0] == '-' && s.p[1] != '-';

		if (str_is(s, "--to=nagios") || (letters && str_ends(s, STR("Tnagios"))))
			return true;
		if ((str_is(s, "--to") || (letters && str_ends(s, STR("T")))) && i + 1 < argc &&
		    strcmp(argv[i + 1], "nagios") == 0)
			return true;
	}
	return false;
}
