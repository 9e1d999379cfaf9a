/*
 * Rules, and a lead held against them.  The input is a settings file, a line end, and a CSV
 * record's worth of cells, one a line.  Whatever it is: a complaint or a verdict that is sound.
 */
#include <stdlib.h>

#include "due/sla.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const enum vocab_field fields[] = { VOCAB_CREATED_AT, VOCAB_NEXT_FOLLOW_UP_AT,
	VOCAB_LAST_CONTACTED_AT, VOCAB_ON_HOLD, VOCAB_ATTEMPTS, VOCAB_CONSENT, VOCAB_DO_NOT_CALL,
	VOCAB_STATUS };
enum { FIELDS = sizeof fields / sizeof *fields };

static const struct zone *
no_zone(void *data, struct str name, struct err *e)
{
	(void)data;
	(void)name;
	err_set(e, ERR_CONFIG, PLACE_NONE, "no zones here");
	return NULL;
}

static void
check(const struct sla *s, struct lead *l)
{
	struct sla_verdict v;
	struct buf b = { 0 };
	instant now = l->schema->now;

	sla_judge(s, l, (struct length){ 0, SPAN_WALL }, &v);
	if ((v.outcome == SLA_OVERDUE) != (v.outcome >= SLA_OK && v.due_at != INSTANT_NONE &&
	    now > v.due_at))
		abort();
	if (v.outcome >= SLA_OK && v.due_at != INSTANT_NONE && v.due_at < v.start)
		abort();
	if (v.outcome == SLA_UNREADABLE && (v.wrong == NULL || v.column == NULL))
		abort();
	if (v.outcome != SLA_UNREADABLE) {
		sla_reason(l, &v, &b);
		sla_trace(s, l, &v, &b);
	}
	if (v.outcome >= SLA_OK && v.rule == NULL)
		abort();
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct schema schema = { .arena = &a, .zone = &zone_utc, .now = 1772442000 };
	struct sla_world world = { NULL, no_zone, &zone_utc };
	struct str text = { (const char *)data, size }, settings, name[FIELDS], line;
	struct field field[FIELDS];
	struct record rec = { .field = field, .scratch = &scratch };
	struct lead lead;
	struct err e;
	struct sla *s;
	size_t i, end = str_search(text, STR("\n\n"));

	settings = str_slice(text, 0, end);
	text = str_slice(text, end == SIZE_MAX ? size : end + 2, size);
	/* It would read files. */
	if (str_search(settings, STR("_file")) != SIZE_MAX ||
	    str_search(settings, STR("\\u")) != SIZE_MAX)
		return 0;
	s = sla_load_json(&a, &schema, settings, "fuzz", &world, &e);
	for (i = 0; i < FIELDS; i++) {
		name[i] = str_of(vocab[fields[i]].name);
		line = STR("");
		if (text.n != 0)
			str_split(&text, '\n', &line);
		field[i] = (struct field){ line.p, (uint32_t)line.n, FIELD_TEXT };
	}
	if (s != NULL) {
		rec.shape = record_shape(&a, name, FIELDS);
		lead_init(&lead, &a, &schema);
		lead_attach(&lead, &rec);
		check(s, &lead);
		lead_free(&lead);
	}
	arena_free(&scratch);
	arena_free(&a);
	return 0;
}
