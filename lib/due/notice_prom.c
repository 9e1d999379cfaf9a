/*
 * notice_prom - gauges in the text format of Prometheus.
 */
#include "due/notice.h"
#include "value/text.h"

/* A label's value: \, " and line ends are escaped. */
static void
label(struct buf *b, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			buf_str(b, STR("\\n"));
		else if (s.p[i] == '\\' || s.p[i] == '"')
			buf_printf(b, "\\%c", s.p[i]);
		else
			buf_byte(b, s.p[i]);
}

static void
gauge(struct buf *b, const char *name, const char *help)
{
	buf_printf(b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

static void
by_rule(struct buf *b, const struct notice *r)
{
	const struct sla_rule *rule;
	size_t i, k;

	for (i = 0; (rule = sla_rule_at(r->sla, i)) != NULL; i++) {
		unsigned long long n = 0;

		for (k = 0; k < r->due->n; k++)
			n += listing_at(r->due, k)->facts->overdue &&
			    str_eq(listing_at(r->due, k)->facts->text[LISTING_RULE], sla_name(rule));
		buf_str(b, STR("lead_due_overdue_leads{rule=\""));
		label(b, sla_name(rule));
		buf_printf(b, "\"} %llu\n", n);
	}
}

void
notice_prom(struct buf *b, const struct notice *r)
{
	span longest = 0;
	size_t i;

	gauge(b, "lead_due_leads", "Leads by what the rules say of them.");
	for (i = 0; i < SLA_OUTCOMES; i++)
		if (i != SLA_UNREADABLE)
			buf_printf(b, "lead_due_leads{state=\"%s\"} %llu\n", sla_outcome_name[i],
			    (unsigned long long)r->outcome[i]);
	gauge(b, "lead_due_overdue_leads", "Leads that are overdue, by rule.");
	by_rule(b, r);
	for (i = 0; i < r->due->n; i++)
		if (r->now - listing_at(r->due, i)->due_at > longest)
			longest = r->now - listing_at(r->due, i)->due_at;
	gauge(b, "lead_due_longest_overdue_seconds", "How long the longest has been overdue.");
	buf_printf(b, "lead_due_longest_overdue_seconds %lld\n", (long long)longest);
	gauge(b, "lead_due_now_timestamp_seconds", "The time that this is about.");
	buf_printf(b, "lead_due_now_timestamp_seconds %lld\n", (long long)r->now);
}
