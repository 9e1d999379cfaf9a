/*
 * Random policies on random leads: a level is certain exactly when it is the same however the
 * unknown evidence turns out; knowing more never turns a certain answer into another; the level is
 * the highest that is certain; a question is only asked when its answer can matter; and to have
 * been somewhere before never hurts.
 */
#include <unistd.h>

#include "law.h"
#include "../lead_of_json.h"
#include "qualify/policy.h"

enum { POLICIES = 400, LEADS = 30, KINDS = 5, UNKNOWN = 2 };

static const char *const kind[KINDS] = { "budget", "authority", "need", "timeframe",
	"metrics" };

struct facts {
	unsigned evidence[KINDS];       /* 0 no, 1 yes, UNKNOWN */
	int score;                      /* -1: unknown */
	const char *before;
};

/* ---- policies ---- */

static void
put_part(struct buf *b)
{
	unsigned n = below(5);

	switch (below(8)) {
	case 0: buf_printf(b, "bant >= %u", n); break;
	case 1: buf_printf(b, "bant = %u", n); break;
	case 2: buf_printf(b, "bant_points >= %u0", n); break;
	case 3: buf_printf(b, "not bant_points >= %u5", n); break;
	case 4: buf_printf(b, "meddic >= %u", n); break;
	case 5: buf_printf(b, "(champ in 2..3 and score >= %u0)", n); break;
	case 6: buf_printf(b, "(anum >= %u or score >= 30)", n); break;
	default: buf_printf(b, "score >= %u0", n);
	}
}

static void
put_condition(struct buf *b)
{
	const char *join = below(2) ? " and " : " or ";
	unsigned parts = 1 + below(3);

	for (put_part(b); --parts > 0; put_part(b))
		buf_str(b, str_of(join));
}

static void
put_bars(struct buf *b, const char *name)
{
	static const char *const level[] = { "sql", "mql", "iql" };
	size_t i;

	buf_printf(b, ", \"%s\": {", name);
	for (i = 0; i < 3; i++) {
		buf_printf(b, "%s \"%s\": \"", i ? "," : "", level[i]);
		put_condition(b);
		buf_byte(b, '"');
	}
	buf_str(b, STR(" }"));
}

static void
put_policy(struct buf *b, bool hold)
{
	static const char *const others[] = { "decision_criteria", "decision_process", "champion" };
	size_t i;

	buf_str(b, STR("{ \"lead-policy\": 1, \"evidence\": {"));
	for (i = 0; i < KINDS; i++)
		buf_printf(b, "%s \"%s\": { \"yes\": \"%s = yes\", \"no\": \"%s = no\", "
		    "\"question\": \"%s?\", \"weight\": %u }", i ? "," : "", kind[i], kind[i],
		    kind[i], kind[i], 1 + below(30));
	/* Nobody has these; else what they turn out to be would be of account, too. */
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		buf_printf(b, ", \"%s\": { \"no\": \"id is unknown\" }", others[i]);
	buf_str(b, STR(" }"));
	put_bars(b, "levels");
	if (hold)
		put_bars(b, "hold");
	buf_str(b, STR(" }\n"));
}

/* ---- leads ---- */

static struct facts
some_facts(void)
{
	static const char *const before[] = { "", "unqualified", "iql", "mql", "sql" };
	struct facts f;
	size_t i;

	for (i = 0; i < KINDS; i++)
		f.evidence[i] = below(3);
	f.score = below(3) ? (int)below(50) : -1;
	f.before = before[below(5)];
	return f;
}

static struct policy_verdict
judge(const struct policy *p, struct lead_of_json *t, const struct facts *f)
{
	struct policy_verdict v;
	struct buf b = { 0 };
	size_t i;

	buf_printf(&b, "{\"qualification\": \"%s\"", f->before);
	for (i = 0; i < KINDS; i++)
		if (f->evidence[i] != UNKNOWN)
			buf_printf(&b, ", \"%s\": \"%s\"", kind[i], f->evidence[i] ? "yes" : "no");
	if (f->score >= 0)
		buf_printf(&b, ", \"score\": %d", f->score);
	buf_byte(&b, '}');
	if (!lead_of_json(t, buf_text(&b)))
		abort();
	policy_judge(p, &t->lead, &v);
	buf_free(&b);
	return v;
}

/* ---- laws ---- */

static void
law(bool holds, const char *what, struct str policy)
{
	if (holds)
		return;
	printf("broken: %s\n%.*s", what, STR_ARG(policy));
	exit(1);
}

/* Every way the unknown evidence may turn out, by brute force. */
static void
exact(const struct policy *p, struct lead_of_json *t, const struct facts *f, struct str text)
{
	struct policy_verdict v = judge(p, t, f), one;
	enum truth all[POLICY_LEVELS];
	enum policy_level level, top = POLICY_UNQUALIFIED;
	bool matters = false, first = true;
	unsigned world;
	size_t i;

	for (world = 0; world < 1u << KINDS; world++) {
		struct facts g = *f;
		bool another = false;

		for (i = 0; i < KINDS; i++) {
			if (g.evidence[i] == UNKNOWN)
				g.evidence[i] = world >> i & 1;
			else
				another |= world >> i & 1;
		}
		if (another)
			continue;
		one = judge(p, t, &g);
		for (level = POLICY_IQL; level <= POLICY_SQL; level++)
			all[level] = first || all[level] == one.is[level] ? one.is[level] :
			    TRUTH_UNKNOWN;
		first = false;
		if (v.ask != POLICY_KINDS) {
			g.evidence[v.ask] = !g.evidence[v.ask];
			matters |= judge(p, t, &g).level != one.level;
		}
	}
	for (level = POLICY_IQL; level <= POLICY_SQL; level++) {
		law(v.is[level] == all[level], "certain exactly when all worlds agree", text);
		if (v.is[level] == TRUTH_TRUE)
			top = level;
		else if (v.is[level] == TRUTH_UNKNOWN && top < POLICY_UNDECIDED)
			top = POLICY_UNDECIDED;
	}
	law(v.level == top, "the level is the highest that is certain", text);
	law(v.ask == POLICY_KINDS || (f->evidence[v.ask] == UNKNOWN && matters),
	    "a question is about what is unknown and can matter", text);
}

static void
monotone(const struct policy *p, struct lead_of_json *t, const struct facts *f, struct str text)
{
	struct policy_verdict v = judge(p, t, f), w;
	struct facts g = *f;
	enum policy_level level;
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (g.evidence[i] == UNKNOWN)
			g.evidence[i] = below(3);
	if (g.score < 0 && below(2))
		g.score = (int)below(50);
	w = judge(p, t, &g);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		law(v.is[level] == TRUTH_UNKNOWN || v.is[level] == w.is[level],
		    "knowing more leaves what is certain as it is", text);
	law(w.level >= v.level || v.level == POLICY_UNDECIDED, "knowing more takes no level away", text);
	law(v.level != POLICY_UNQUALIFIED || w.level == v.level, "a no stays a no", text);
}

static void
held(const struct policy *p, struct lead_of_json *t, const struct facts *f, struct str text)
{
	struct policy_verdict v = judge(p, t, f), w;
	struct facts g = *f;
	enum policy_level level;

	g.before = "";
	w = judge(p, t, &g);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		law(w.is[level] != TRUTH_TRUE || v.is[level] == TRUTH_TRUE,
		    "to have been there never hurts", text);
}

static void
try_policy(const char *path)
{
	struct arena arena = { 0 };
	struct schema schema = { .arena = &arena, .zone = &zone_utc };
	struct lead_of_json t;
	struct policy *p;
	struct err e;
	struct buf b = { 0 };
	FILE *f = fopen(path, "w");
	unsigned i;

	put_policy(&b, below(2));
	if (f == NULL || fwrite(b.p, 1, b.n, f) != b.n || fclose(f) != 0)
		exit(2);
	p = policy_load(&arena, &schema, path, &e);
	if (p == NULL) {
		printf("%s\n%.*s", e.text, STR_ARG(buf_text(&b)));
		exit(1);
	}
	lead_of_json_init(&t, &schema);
	for (i = 0; i < LEADS; i++) {
		struct facts facts = some_facts();

		exact(p, &t, &facts, buf_text(&b));
		monotone(p, &t, &facts, buf_text(&b));
		held(p, &t, &facts, buf_text(&b));
	}
	lead_of_json_free(&t);
	arena_free(&arena);
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	char path[] = "/tmp/policy_law.XXXXXX";
	int fd = mkstemp(path), i;

	law_start(argc, argv, 1);
	if (fd < 0)
		return 2;
	close(fd);
	for (i = 0; i < POLICIES; i++)
		try_policy(path);
	unlink(path);
	return 0;
}
