/*
 * count - one row a level, from the top, and in the table the sum.
 */
#include "qualify/count.h"
#include "value/number.h"

const char *const count_formats[] = { "table", "csv", "json", NULL };

/* In thousandths, half of one rounded up. */
static int64_t
share(uint64_t leads, uint64_t all)
{
	return all != 0 ? (int64_t)((leads * 1000 + all / 2) / all) : 0;
}

static void
table_row(struct buf *b, const char *name, uint64_t leads, uint64_t all)
{
	int64_t of = share(leads, all);

	buf_printf(b, "%-12s  %12llu  %3lld.%lld%%\n", name, (unsigned long long)leads,
	    (long long)of / 10, (long long)of % 10);
}

WRAPS void
count_print(struct buf *b, const char *format, const uint64_t leads[POLICY_LEVELS],
    const bool wanted[POLICY_LEVELS])
{
	bool json = strcmp(format, "json") == 0, csv = strcmp(format, "csv") == 0, first = true;
	uint64_t all = 0;
	size_t i;

	for (i = 0; i < POLICY_LEVELS; i++)
		all += wanted[i] ? leads[i] : 0;
	buf_printf(b, json ? "[" : csv ? "qualification,leads,share\n" :
	    "%-12s  %12s  %6s\n", "LEVEL", "LEADS", "SHARE");
	for (i = POLICY_LEVELS; i-- > 0;) {
		if (!wanted[i])
			continue;
		if (!json && !csv) {
			table_row(b, policy_level_name[i], leads[i], all);
			continue;
		}
		buf_printf(b, json ? "%s\n{\"qualification\": \"%s\", \"leads\": %llu, \"share\": " :
		    "%s%s,%llu,", json && !first ? "," : "", policy_level_name[i],
		    (unsigned long long)leads[i]);
		number_print_points(b, share(leads[i], all));
		buf_str(b, json ? STR("}") : STR("\n"));
		first = false;
	}
	if (json)
		buf_str(b, STR("\n]\n"));
	else if (!csv)
		table_row(b, "all", all, all);
}
