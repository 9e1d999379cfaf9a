/*
 * A policy, and a lead held against it.  The input is a settings file, an empty line, and a CSV
 * record's worth of cells, one a line.  Whatever it is: a complaint or a verdict that is sound.
 */
#include <stdlib.h>

#include "qualify/policy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const enum vocab_field fields[] = { VOCAB_BUDGET, VOCAB_AUTHORITY, VOCAB_NEED, VOCAB_TIMEFRAME,
	VOCAB_SCORE, VOCAB_SOURCE, VOCAB_DIRECTION, VOCAB_STATUS, VOCAB_CLOSED_AT,
	VOCAB_NEXT_FOLLOW_UP_AT, VOCAB_QUALIFICATION };
enum { FIELDS = sizeof fields / sizeof *fields, MOST = 4 };

static void
require(bool holds)
{
	if (!holds)
		abort();
}

static void
check(const struct policy *p, struct lead *l)
{
	struct str missing[MOST];
	const struct str *item;
	struct policy_verdict v;
	struct buf b = { 0 };
	int level;

	policy_judge(p, l, &v);
	for (level = POLICY_SQL; level > (int)v.level && v.level != POLICY_DISQUALIFIED; level--)
		require(level < POLICY_IQL || v.is[level] != TRUTH_TRUE);
	require(v.level < POLICY_IQL || v.is[v.level] == TRUTH_TRUE);
	require((v.level == POLICY_DISQUALIFIED) == (v.reason.n != 0));
	require(v.ask == POLICY_KINDS || (v.evidence[v.ask] == TRUTH_UNKNOWN &&
	    policy_question(p, v.ask).n != 0));
	require(v.back_at == INSTANT_NONE || v.recycled.n != 0);
	require(v.icp >= -1 && v.icp <= 1000);
	require(policy_missing(p, l, &v, missing, MOST) <= MOST);
	require(policy_reasons(p, l, &v, true, l->rec->scratch, &item) != 0);
	policy_trace(p, l, &v, &b);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct schema schema = { .arena = &a, .zone = &zone_utc, .now = 1772442000 };
	struct str text = { (const char *)data, size }, settings, name[FIELDS], line;
	struct field field[FIELDS];
	struct record rec = { .field = field, .scratch = &scratch };
	struct policy *p;
	struct lead lead;
	struct err e;
	size_t i, end = str_search(text, STR("\n\n"));

	settings = str_slice(text, 0, end);
	text = str_slice(text, end == SIZE_MAX ? size : end + 2, size);
	/* Patterns live as long as the run; they have a target of their own. */
	if (str_search(settings, STR("atches")) != SIZE_MAX ||
	    str_search(settings, STR("\\u")) != SIZE_MAX || str_search(settings, STR("ATCHES")) != SIZE_MAX)
		return 0;
	p = policy_load_json(&a, &schema, settings, "fuzz", &e);
	for (i = 0; i < FIELDS; i++) {
		name[i] = str_of(vocab[fields[i]].name);
		line = STR("");
		if (text.n != 0)
			str_split(&text, '\n', &line);
		field[i] = (struct field){ line.p, (uint32_t)line.n, FIELD_TEXT };
	}
	if (p != NULL) {
		rec.shape = record_shape(&a, name, FIELDS);
		lead_init(&lead, &a, &schema);
		lead_attach(&lead, &rec);
		check(p, &lead);
		lead_free(&lead);
	}
	arena_free(&scratch);
	arena_free(&a);
	return 0;
}
