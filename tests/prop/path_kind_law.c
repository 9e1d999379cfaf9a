/*
 * Leads of one kind have one path, but for the times that are their own: whatever their words and
 * their day of creation are, and by all rules.  And a funnel of them, which adds up many of a kind
 * at once, is that of each added up by itself.
 */
#include "law.h"
#include "../lead_of_json.h"
#include "funnel/funnel_share.h"

enum { LEADS = 6000, NOW = 50 };

static const char *const word[] = { "iql", "MQL", " sql ", "lead", "disqualified", "unqualified",
	"undecided", "none of ours", "" };
static const char *const status[] = { "won", "lost", "open", "" };
static const char *const when[] = { "1970-01-01T00:00:07Z", "1970-01-01T00:00:40Z",
	"1970-01-01T00:00:50Z", "1970-01-01T00:00:51Z", "1970-01-01", "soon", "" };
static const char *const also[] = { "", "", "", "", "", "\"mql_at\":\"\",", "\"activities\":[],",
	"\"activities\":[{\"type\":\"stage\",\"stage\":\"mql\"}],",
	"\"mql_at\":\"1970-01-01T00:00:09Z\",", "\"closed_at\":\"1970-01-01T00:00:10Z\"," };

#define PICK(list) list[below(sizeof list / sizeof *list)]

static void
member(struct buf *json, const char *name, const char *value)
{
	if (below(8) != 0)
		buf_printf(json, "\"%s\":\"%s\",", name, value);
}

static bool
same(const struct path *a, const struct path *b)
{
	size_t i;

	for (i = 0; i < PATH_STAGES; i++)
		if (a->timed >> i & 1 && a->at[i] != b->at[i])
			return false;
	return a->furthest == b->furthest && a->current == b->current && a->entered == b->entered &&
	    a->timed == b->timed && a->created == b->created && a->end == b->end &&
	    a->back == b->back && a->again == b->again && a->source == b->source &&
	    a->fate == b->fate && a->strange == b->strange && a->untimed == b->untimed;
}

static void
same_sums(const struct store_row *a, const struct store_row *b, const struct store *s)
{
	size_t i;
	double q;

	for (i = 0; i < s->numbers; i++)
		if (a->number[i] != b->number[i]) {
			fprintf(stderr, "path_kind_law: number %zu: %lld, one by one %lld\n", i,
			    (long long)a->number[i], (long long)b->number[i]);
			exit(1);
		}
	for (i = 0; i < s->spreads; i++)
		for (q = 0; q <= 1; q += 0.25)
			if (a->spread[i].n != b->spread[i].n || a->spread[i].sum != b->spread[i].sum ||
			    spread_quantile(&a->spread[i], q) != spread_quantile(&b->spread[i], q)) {
				fprintf(stderr, "path_kind_law: spread %zu\n", i);
				exit(1);
			}
}

static void
try_rules(const struct path_rules *r, const char *track, const char *stages)
{
	static struct path known[PATH_KINDS];
	bool have[PATH_KINDS] = { false };
	struct arena arena = { 0 };
	struct schema s = { .arena = &arena, .zone = &zone_utc, .now = NOW };
	struct funnel_plan all = { .breakdowns = 1, .path = { .rules = *r }, .arm = UINT32_MAX,
		.since = INSTANT_NONE, .until = INSTANT_NONE };
	struct path_plan *plan = &all.path;
	struct path_frame frame;
	struct lead_of_json t;
	struct buf json = { 0 };
	struct path path;
	struct funnel f, each;
	struct funnel_share share;
	struct err e;
	size_t i, kind, of_kinds = 0;

	if (path_plan(plan, &s, track, stages, &e) != 0)
		exit(1);
	funnel_init(&f, &all);
	funnel_init(&each, &all);
	lead_of_json_init(&t, &s);
	for (i = 0; i < LEADS; i++) {
		json.n = 0;
		buf_byte(&json, '{');
		member(&json, track, PICK(word));
		member(&json, "status", PICK(status));
		member(&json, "created_at", PICK(when));
		buf_printf(&json, "%s\"id\":1}", PICK(also));
		if (!lead_of_json(&t, buf_text(&json)))
			exit(1);
		path_find(plan, &t.lead, &path);
		funnel_share_find(&share, &path, plan->stages);
		funnel_share_add(store_row(&each.store[FUNNEL_GROUPS], STR("0\xff")), &share);
		funnel_add(&f, &t.lead);
		path_kinds(plan, &t.lead, &frame);
		if ((kind = frame.kind) < PATH_KINDS) {
			of_kinds++;
			if (!have[kind])
				known[kind] = path;
			have[kind] = true;
			known[kind].created = known[kind].at[0] = frame.created;
			known[kind].end = frame.end;
			if (!same(&known[kind], &path)) {
				fprintf(stderr, "path_kind_law: %.*s is not of kind %zu\n",
				    STR_ARG(buf_text(&json)), kind);
				exit(1);
			}
		}
		arena_reset(&t.arena);
		lead_free(&t.lead);
		lead_init(&t.lead, &t.arena, &s);
	}
	if (of_kinds < LEADS / 2 || of_kinds == LEADS) {
		fprintf(stderr, "path_kind_law: %zu of %d leads are of a kind\n", of_kinds, LEADS);
		exit(1);
	}
	funnel_settle(&f);
	same_sums(f.store[FUNNEL_GROUPS].row, each.store[FUNNEL_GROUPS].row,
	    &f.store[FUNNEL_GROUPS]);
	funnel_free(&f);
	funnel_free(&each);
	lead_of_json_free(&t);
	buf_free(&json);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	static const struct path_rules rules[] = {
		{ PATH_LOOSE, PATH_COUNT, PATH_FIRST, 0 }, { PATH_LOOSE, PATH_DROP, PATH_LAST, 20 },
		{ PATH_STRICT, PATH_COUNT, PATH_ANY, 20 }, { PATH_STRICT, PATH_DROP, PATH_ANY, 0 },
		{ PATH_LOOSE, PATH_COUNT, PATH_ANY, 1 },
	};
	size_t i;

	law_start(argc, argv, 20260301);
	for (i = 0; i < sizeof rules / sizeof *rules; i++) {
		try_rules(&rules[i], "stage", "lead,iql,mql,sql");
		try_rules(&rules[i], "qualification", "lead,iql,mql,sql");
	}
	return 0;
}
