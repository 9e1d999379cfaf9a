/*
 * Paths against their definition, tried in every way: a chain of entries in strict order is
 * looked for by trying all of them, the best start by trying each.  And sums of leads: all are
 * somewhere, and nobody is in a stage that fewer reached.
 */

#include "law.h"
#include "../lead_of_json.h"
#include "funnel/funnel.h"

enum { LEADS = 6000, STAGES = 4, ENTRIES = 7, TIMES = 12 };

struct entry {
	unsigned stage, at;
};

/* The longest strict chain that goes on from `stage` at `at`, within the end. */
static unsigned
chain(const struct entry *e, unsigned n, unsigned stage, unsigned at, unsigned end)
{
	unsigned i, best = stage, far;

	for (i = 0; i < n; i++)
		if (e[i].stage == stage + 1 && e[i].at >= at && e[i].at <= end) {
			far = chain(e, n, stage + 1, e[i].at, end);
			best = far > best ? far : best;
		}
	return best;
}

/* How far it comes by what is entered from `from` to `end`. */
static unsigned
far_from(const struct path_rules *r, const struct entry *e, unsigned n, unsigned from, unsigned end)
{
	unsigned i, far = 0, seen = 1;

	if (r->order == PATH_STRICT && r->skip == PATH_DROP)
		return chain(e, n, 0, from, end);
	for (i = 0; i < n; i++)
		if (e[i].at >= from && e[i].at <= end)
			seen |= 1u << e[i].stage;
	if (r->skip == PATH_COUNT)
		return seen & 8 ? 3 : seen & 4 ? 2 : seen & 2 ? 1 : 0;
	while (far + 1 < STAGES && seen >> (far + 1) & 1)
		far++;
	return far;
}

/* How far a lead comes, and from which time on that is counted; 0: it does not matter. */
static unsigned
by_definition(const struct path_rules *r, const struct entry *e, unsigned n, unsigned *start)
{
	unsigned i, far, best = 0, window = r->window ? (unsigned)r->window : 1000, first = 1000;

	*start = 1000;
	for (i = 0; i < n; i++)
		first = e[i].at < first ? e[i].at : first;
	for (i = 0; i < n; i++) {
		/* In loose order the first sign of life is a start, too. */
		if (e[i].stage != 0 && (r->order == PATH_STRICT || e[i].at != first))
			continue;
		if (r->order == PATH_LOOSE && r->window == 0 && e[i].at != first)
			continue;
		far = far_from(r, e, n, e[i].at, e[i].at + window);
		if (far > best || (far == best && e[i].at < *start)) {
			best = far;
			*start = e[i].at;
		}
	}
	return best;
}

static const struct path_rules rules[] = {
	{ PATH_STRICT, PATH_DROP, PATH_ANY, 3 }, { PATH_STRICT, PATH_DROP, PATH_ANY, 0 },
	{ PATH_STRICT, PATH_DROP, PATH_FIRST, 0 }, { PATH_LOOSE, PATH_COUNT, PATH_FIRST, 0 },
	{ PATH_LOOSE, PATH_DROP, PATH_ANY, 0 }, { PATH_LOOSE, PATH_DROP, PATH_ANY, 3 },
	{ PATH_LOOSE, PATH_COUNT, PATH_ANY, 2 }, { PATH_STRICT, PATH_COUNT, PATH_ANY, 3 },
};
enum { RULES = sizeof rules / sizeof *rules };

/* How far it comes, as everybody has to agree. */
static unsigned
judge(const struct path_rules *r, const struct path_plan *p, struct lead *l, const struct entry *e,
    unsigned n)
{
	unsigned i, start, far = by_definition(r, e, n, &start);
	struct path path;

	path_find(p, l, &path);
	if (path.furthest == far && (r->start != PATH_ANY || r->window == 0 ||
	    path.end == (instant)start + r->window))
		return far;
	fprintf(stderr, "path_law: rules %d:", (int)(r - rules));
	for (i = 0; i < n; i++)
		fprintf(stderr, " %c@%u", 'a' + (int)e[i].stage, e[i].at);
	fprintf(stderr, ": %zu until %lld, by definition %u from %u\n", path.furthest,
	    (long long)path.end, far, start);
	exit(1);
}

static void
try_rules(const struct path_rules *r)
{
	struct arena arena = { 0 };
	struct schema s = { .arena = &arena, .zone = &zone_utc, .now = 1000 };
	struct funnel_plan plan = { .breakdowns = 1, .path = { .rules = *r }, .arm = UINT32_MAX,
		.since = INSTANT_NONE, .until = INSTANT_NONE };
	struct lead_of_json t;
	struct funnel f;
	struct buf json = { 0 };
	const struct store_row *row;
	int64_t reached[STAGES] = { 0 }, here = 0;
	struct err err;
	unsigned i, k, n;

	if (path_plan(&plan.path, &s, NULL, "a,b,c,d", &err) != 0)
		exit(1);
	funnel_init(&f, &plan);
	lead_of_json_init(&t, &s);
	for (i = 0; i < LEADS; i++) {
		struct entry e[ENTRIES];

		n = 1 + below(ENTRIES);
		json.n = 0;
		buf_str(&json, STR("{\"activities\":["));
		for (k = 0; k < n; k++) {
			/* In strict order a lead begins in the first stage; that is given here. */
			e[k] = (struct entry){ k ? below(STAGES) : 0, below(TIMES) };
			buf_printf(&json, "%s{\"type\":\"stage\",\"stage\":\"%c\",\"at\":"
			    "\"1970-01-01T00:00:%02uZ\"}", k ? "," : "", 'a' + (int)e[k].stage, e[k].at);
		}
		buf_str(&json, STR("]}"));
		if (!lead_of_json(&t, buf_text(&json)))
			exit(1);
		funnel_add(&f, &t.lead);
		for (k = judge(r, &plan.path, &t.lead, e, n) + 1; k-- > 0; )
			reached[k]++;
		arena_reset(&t.arena);
		lead_free(&t.lead);
		lead_init(&t.lead, &t.arena, &s);
	}
	funnel_settle(&f);
	row = store_row(&f.store[FUNNEL_GROUPS], STR("0\xff"));
	for (k = 0; k < STAGES; k++) {
		int64_t got = funnel_reached(row, k, STAGES);

		here += row->number[funnel_number(k, FUNNEL_CURRENT)];
		if (got != reached[k] || row->number[funnel_number(k, FUNNEL_SKIPPED)] > got) {
			fprintf(stderr, "path_law: rules %d, stage %u: %lld, by definition %lld\n",
			    (int)(r - rules), k, (long long)got, (long long)reached[k]);
			exit(1);
		}
	}
	if (here != LEADS || funnel_reached(row, 0, STAGES) != LEADS)
		exit(1);
	funnel_free(&f);
	lead_of_json_free(&t);
	buf_free(&json);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	size_t i;

	law_start(argc, argv, 20260301);
	for (i = 0; i < RULES; i++)
		try_rules(&rules[i]);
	return 0;
}
