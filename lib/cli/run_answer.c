/*
 * run_answer - what a tool says about itself: --help, --version, --schema, --print-default,
 * --completion.  All of it goes to standard output, and all of it is written or status 4.
 */
#include "cli/run_impl.h"

/* JSON Schema of a lead, from the vocabulary: what a cell may hold by the type of its column. */
static void
lead_schema(struct buf *b)
{
	static const char *const types[] = {
		[VOCAB_TYPE_TEXT] = "\"string\"", [VOCAB_TYPE_EMAIL] = "\"string\"",
		[VOCAB_TYPE_PHONE] = "\"string\"", [VOCAB_TYPE_COUNTRY] = "\"string\"",
		[VOCAB_TYPE_INT] = "\"integer\", \"string\"",
		[VOCAB_TYPE_DECIMAL] = "\"number\", \"string\"",
		[VOCAB_TYPE_MONEY] = "\"number\", \"string\"",
		[VOCAB_TYPE_BOOL] = "\"boolean\", \"string\"", [VOCAB_TYPE_TIME] = "\"string\"",
		[VOCAB_TYPE_LIST] = "\"array\", \"string\"", [VOCAB_TYPE_WORD] = "\"string\"",
		[VOCAB_TYPE_ACTIVITIES] = "\"array\", \"string\""
	};
	size_t i;

	buf_str(b, STR("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
	    "  \"title\": \"lead\",\n  \"type\": \"object\",\n  \"properties\": {\n"));
	for (i = 0; i < VOCAB_FIELDS; i++) {
		const char *const *word = vocab[i].words;

		buf_printf(b, "    \"%s\": { \"type\": [%s, \"null\"]", vocab[i].name,
		    types[vocab[i].type]);
		if (word != NULL) {
			buf_str(b, STR(", \"enum\": [null, \"\""));
			for (; *word != NULL; word++)
				buf_printf(b, ", \"%s\"", *word);
			buf_byte(b, ']');
		}
		buf_printf(b, " }%s\n", i + 1 < VOCAB_FIELDS ? "," : "");
	}
	buf_str(b, STR("  }\n}\n"));
}

int
run_answer_usage(struct run *run)
{
	struct buf b = { 0 };

	buf_printf(&b, "usage: %s [option]... [file]...\n%s --help says more\n", run->tool->name,
	    run->tool->name);
	diag_tell(&run->state->diag, buf_text(&b));
	buf_free(&b);
	return ERR_CONFIG;
}

static void
help(struct buf *b, const struct tool *t, const struct opt *const *tables)
{
	const char *const *example = t->examples;

	buf_printf(b, "%s - %s\n\n", t->name, t->brief);
	for (; example != NULL && example[0] != NULL; example += 2)
		buf_printf(b, "  %s\n      %s\n", example[0], example[1]);
	buf_printf(b, "%susage: %s [option]... [file]...\n"
	    "No file, or -, is standard input; gzip is unpacked.\n",
	    t->examples != NULL && t->examples[0] != NULL ? "\n" : "", t->name);
	if (tables[0]->type != OPT_T_END) {
		buf_printf(b, "\nOptions of %s:\n", t->name);
		opt_help(b, tables[0]);
	}
	buf_str(b, STR("\nCommon options:\n"));
	for (tables++; *tables != NULL; tables++)
		opt_help(b, *tables);
	buf_printf(b, "\nExit status: 0 done; 1 yes, where a question was asked; 2 usage;\n"
	    "3 input that cannot be read, refused records; 4 input, output; 5 memory, a bug.\n"
	    "More in %s(1) and lead(7).\n", t->name);
}

static int
print(struct run *run, struct buf *b)
{
	struct err e;
	struct sink *out = sink_open(&run->arena, NULL, &e);
	int status = 0;

	if (out != NULL)
		sink_write(out, b->p, b->n);
	if (out == NULL || sink_close(out, &e) < 0) {
		diag_error(&run->state->diag, &e);
		status = e.kind;
	}
	buf_free(b);
	return status;
}

/* The settings that --print-default writes; NULL: there are none of that name. */
static const char *
settings_of(const struct run *run, struct err *e)
{
	const struct named_settings *s = run->tool->settings;
	const char *names[8] = { NULL }, *nearest;
	size_t i;

	if (run->operands == 0)
		return run->tool->default_settings;
	for (i = 0; s != NULL && s[i].name != NULL && run->operands == 1; i++) {
		if (strcmp(s[i].name, run->operand[0]) == 0)
			return s[i].text;
		names[i < 7 ? i : 6] = s[i].name;
	}
	nearest = str_nearest(str_of(run->operand[0]), names);
	if (run->operands > 1 || s == NULL)
		err_set(e, ERR_CONFIG, PLACE_NONE, "--print-default: no file is looked at");
	else
		err_set(e, ERR_CONFIG, PLACE_NONE, "--print-default: nothing built in is called \"%s\""
		    "; did you mean \"%s\"?", run->operand[0], nearest ? nearest : s->name);
	return NULL;
}

static int
print_default(struct run *run, struct buf *b)
{
	struct err e;
	const char *text = settings_of(run, &e);

	if (text == NULL) {
		diag_error(&run->state->diag, &e);
		return ERR_CONFIG;
	}
	buf_str(b, str_of(text));
	return print(run, b);
}

bool
run_answer(struct run *run, const struct opt *const *tables, int *status)
{
	const struct run_options *o = run->state->option;
	const struct tool *t = run->tool;
	struct buf b = { 0 };

	if (o->help)
		help(&b, t, tables);
	else if (o->version)
		buf_printf(&b, "%s (leadkit) %s\n", t->name, VERSION);
	else if (o->completion != NULL)
		opt_complete(&b, o->completion, t->name, tables);
	else if (o->print_default) {
		*status = print_default(run, &b);
		return true;
	} else if (o->schema && t->schema != NULL)
		buf_str(&b, str_of(t->schema));
	else if (o->schema)
		lead_schema(&b);
	else
		return false;
	*status = print(run, &b);
	return true;
}
