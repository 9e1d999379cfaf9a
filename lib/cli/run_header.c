/* run_header - the headers of the inputs, held against each other and what is asked of them. */
#include "cli/run_impl.h"
#include "value/contact.h"

/* The columns of a rejects file that is fed back in do not count. */
static bool
has_column(const struct shape *s, struct str label)
{
	uint32_t i;

	for (i = 0; i < s->count; i++)
		if (str_eq(s->label[i], label))
			return true;
	return false;
}

static const struct str *
missing(const struct shape *from, const struct shape *in)
{
	uint32_t i;

	for (i = 0; i < from->count; i++)
		if (!has_column(in, from->label[i]) && !run_refused_column(from->label[i]))
			return &from->label[i];
	return NULL;
}

/* All inputs of a filter have the columns of the first, in whatever order. */
static int
check_same(const struct run_input *first, const struct run_input *in, struct err *e)
{
	struct place at = { .file = in->name, .line = reader_preamble(in->reader) + 1 };
	const struct str *name;
	const char *other = first->name;

	if ((name = missing(reader_shape(in->reader), reader_shape(first->reader))) != NULL)
		return err_set(e, ERR_INPUT, at, "column \"%.*s\" is not in %s", STR_ARG(*name),
		    other);
	if ((name = missing(reader_shape(first->reader), reader_shape(in->reader))) != NULL)
		return err_set(e, ERR_INPUT, at, "there is no column \"%.*s\", which %s has",
		    STR_ARG(*name), other);
	return 0;
}

/* An address where names of columns belong: the file has no header, and its first lead is lost. */
static void
check_names(struct run *run, const struct run_input *in)
{
	const struct shape *s = reader_shape(in->reader);
	struct place at = { .file = in->name, .line = reader_preamble(in->reader) + 1 };
	struct email address;
	uint32_t i;

	for (i = 0; i < s->count; i++)
		if (contact_email(&run->arena, s->label[i], &address)) {
			run_warn(run, at, "no header", "the name of column %u is an e-mail address: "
			    "is there no header? then the first lead is taken for one", i + 1);
			return;
		}
}

int
run_header_check(struct run *run, struct run_input *in, struct err *e)
{
	struct run_input *first = run->state->leading;
	bool csv = reader_shape(in->reader) != NULL;

	if (csv)
		check_names(run, in);
	if (run->tool->tests_where)     /* it asks of what it makes of them */
		return 0;
	if (csv && schema_check(&run->schema, reader_shape(in->reader), e) < 0)
		return -1;
	/* Who always sees all records first unites their columns. */
	if ((run->tool->survey != NULL && run->tool->surveys == NULL) || first == in)
		return 0;
	if (!csv && reader_shape(first->reader) != NULL && run_is_csv(run->to))
		return err_set(e, ERR_INPUT, (struct place){ .file = in->name },
		    "JSON behind CSV has no header to share; --to jsonl or --to json takes both");
	return csv && reader_shape(first->reader) != NULL ? check_same(first, in, e) : 0;
}

/* The header of rejects: all columns of the inputs that have a header. */
void
run_header_refused(struct run *run)
{
	struct run_state *state = run->state;
	struct map names = { .arena = &run->arena };
	uint32_t most = 0;
	size_t i;

	if (state->leading == NULL || reader_shape(state->leading->reader) == NULL)
		return;
	state->refused = reader_shape(state->leading->reader);
	for (i = 0; i < state->inputs; i++) {
		const struct reader *r = state->input[i].reader;
		const struct shape *s = r ? reader_shape(r) : NULL;

		if (s == NULL)
			continue;
		record_union_add(&names, s);
		most = s->count > most ? s->count : most;
	}
	if (names.count > state->refused->count)
		state->refused = record_union_shape(&run->arena, &names);
	map_free(&names);
}

/* Did any record have the column? */
static bool
was_seen(const struct run *run, uint32_t slot)
{
	const struct run_state *state = run->state;
	unsigned i;

	for (i = 0; i < state->jobs; i++)
		if (state->hand[i] != NULL && state->hand[i]->lead_ready &&
		    state->hand[i]->worker.lead.seen[slot] != 0)
			return true;
	return false;
}

/* A model whose fields are all absent scores nothing: that is worth a word.  Having an id alone
 * says nothing about a lead. */
void
run_header_unseen(struct run *run)
{
	const struct schema *s = &run->schema;
	uint32_t slot, known = 0, there = 0;
	struct err e;

	if (run->state->ledger.n.read == run->state->ledger.n.rejected)
		return;
	for (slot = 0; slot < s->count; slot++) {
		enum vocab_field field = s->wanted[slot].field;

		if (field != VOCAB_FIELDS) {
			known += field != VOCAB_ID && !s->wanted[slot].given;
			there += field != VOCAB_ID && was_seen(run, slot);
		} else if (!s->wanted[slot].given && !s->wanted[slot].optional &&
		    !was_seen(run, slot)) {
			schema_no_column(s, slot, run->header, "in any record", &e);
			run_warn(run, e.at, "no column", "%s", e.text);
		}
	}
	if (known != 0 && there == 0)
		run_warn(run, PLACE_NONE, "no known column",
		    "no known column: nothing this tool looks at is there; run lead-import first?");
}

/* Names of --columns that its records had. */
void
run_header_met(struct run *run, const struct writer *w)
{
	struct str name;
	uint32_t i;
	bool met;

	run->state->met.arena = &run->arena;
	for (i = 0; w != NULL && writer_select_met(w, i, &name, &met); i++)
		if (met)
			map_add(&run->state->met, arena_copy(&run->arena, name));
}

void
run_header_unmet(struct run *run)
{
	struct run_state *state = run->state;
	const struct writer *w = run->writer;
	const char *near;
	struct str name;
	uint32_t i;
	bool met;

	if (state->leading == NULL || !state->any)
		return;
	run_header_met(run, state->leading->writer);
	run_header_met(run, state->leading->refed);
	for (i = 0; w != NULL && writer_select_met(w, i, &name, &met); i++) {
		if (map_find(&state->met, name) != MAP_NONE)
			continue;
		near = writer_select_nearest(&run->arena, w, name);
		run_warn(run, PLACE_NONE, "--columns",
		    "--columns: no column \"%.*s\" in any record written%s%s%s", STR_ARG(name),
		    near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
	}
}
