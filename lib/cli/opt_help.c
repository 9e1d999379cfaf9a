/* opt_help - the rows of an option table as --help shows them. */
#include "cli/opt.h"

enum { INDENT = 2, HELP_AT = 28, WIDTH = 80 };

WRAPS static void
blanks(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_byte(b, ' ');
}

/* Words of the text, broken so that no line passes WIDTH; `at` is the column we stand in. */
static void
fill(struct buf *b, struct str text, size_t at)
{
	struct str word;
	bool first = true;

	while (str_split(&text, ' ', &word)) {
		if (!first && at + 1 + word.n > WIDTH) {
			buf_byte(b, '\n');
			blanks(b, HELP_AT);
			at = HELP_AT;
		} else if (!first) {
			buf_byte(b, ' ');
			at++;
		}
		buf_str(b, word);
		at += word.n;
		first = false;
	}
}

static void
row(struct buf *b, const struct opt *o)
{
	struct buf text = { 0 };
	const char *const *word;
	size_t start = b->n, at;

	blanks(b, INDENT);
	if (o->letter)
		buf_printf(b, "-%c, ", o->letter);
	else
		blanks(b, 4);
	buf_printf(b, "--%s", o->word);
	if (o->value != NULL)
		buf_printf(b, o->type == OPT_T_MAYBE ? "[=%s]" : " %s", o->value);
	at = b->n - start;
	if (at + 2 > HELP_AT) {
		buf_byte(b, '\n');
		at = 0;
	}
	blanks(b, HELP_AT - at);
	buf_str(&text, str_of(o->help));
	for (word = o->words; word != NULL && *word != NULL; word++)
		buf_printf(&text, "%s %s", word == o->words ? ":" : "", *word);
	fill(b, buf_text(&text), HELP_AT);
	buf_byte(b, '\n');
	buf_free(&text);
}

void
opt_help(struct buf *b, const struct opt *table)
{
	for (; table->type != OPT_T_END; table++)
		row(b, table);
}
