/*
 * Sums from anywhere: rows of part, key and sums, separated by commas.  Whatever is taken can be
 * reported in every way, and written and read again it is the same.
 */
#include "fuzz.h"
#include "funnel/funnel_partial.h"
#include "funnel/funnel_report.h"

static void
add(struct funnel *f, struct str text)
{
	struct str line, part, key, sums;

	while (text.n != 0 && str_split(&text, '\n', &line)) {
		part = key = sums = STR("");
		str_split(&line, ',', &part);
		str_split(&line, ',', &key);
		str_split(&line, '\n', &sums);
		(void)funnel_partial_add(f, STR("x"), part, key, sums);
	}
}

static void
report(struct funnel *f, const struct funnel_plan *plan, struct arena *a)
{
	struct report r = { .arena = a, .title = STR("Funnel"), .delimiter = ',' };
	struct funnel_report all = { .report = &r, .funnel = f, .plan = plan, .zone = &zone_utc,
		.now = 1772442000 };
	struct buf out = { 0 };
	size_t i;

	funnel_report(&all);
	for (i = 0; report_formats[i] != NULL; i++)
		report_write(&out, &r, report_formats[i]);
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct schema schema = { .arena = &a, .zone = &zone_utc, .now = 1772442000 };
	struct funnel_plan plan = { .breakdowns = 2, .cohort = FUNNEL_MONTH, .losses = true, .times = true,
		.money = true, .touches = true, .stuck = true };
	struct funnel f, again;
	struct buf once = { 0 }, twice = { 0 };
	struct err e;

	if (path_plan(&plan.path, &schema, NULL, "a,b,c", &e) != 0)
		abort();
	plan.by[0] = (struct funnel_breakdown){ .name = { STR("source") }, .n = 1 };
	plan.by[1] = (struct funnel_breakdown){ .name = { STR("source"), STR("owner") }, .n = 2 };
	funnel_init(&f, &plan);
	funnel_init(&again, &plan);
	add(&f, (struct str){ (const char *)data, size });
	f.announced = f.rows;                   /* or hardly anything would come further */
	f.other = false;
	if (funnel_check(&f, &e) == 0) {
		funnel_partial_write(&once, &f, STR("x"));
		report(&f, &plan, &a);
		add(&again, buf_text(&once));
		funnel_partial_write(&twice, &again, STR("x"));
		/* Quotes are put around keys that need them, which this reader does not take off. */
		if (memchr(once.p, '"', once.n) == NULL &&
		    (funnel_check(&again, &e) != 0 || !str_eq(buf_text(&once), buf_text(&twice))))
			abort();
	}
	buf_free(&once);
	buf_free(&twice);
	funnel_free(&f);
	funnel_free(&again);
	arena_free(&a);
	return 0;
}
