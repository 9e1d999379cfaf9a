/*
 * opt_complete - completion scripts for bash, zsh and fish, from the option tables.
 *
 * An option whose value is called FILE or DIR completes to files, one with a list of words
 * to those; operands are files.
 */
#include "cli/opt.h"

const char *const opt_complete_shells[] = { "bash", "zsh", "fish", NULL };

static void
words(struct buf *b, const char *const *word)
{
	const char *const *first = word;

	for (; *word != NULL; word++)
		buf_printf(b, "%s%s", word == first ? "" : " ", *word);
}

static bool
is_file(const struct opt *o)
{
	return o->value != NULL && (strcmp(o->value, "FILE") == 0 || strcmp(o->value, "DIR") == 0);
}

static bool
has_value(const struct opt *o)
{
	return o->type != OPT_T_FLAG && o->type != OPT_T_MAYBE;
}

/* "lead-score" as the name of a shell function. */
static void
function(struct buf *b, const char *program)
{
	buf_byte(b, '_');
	for (; *program != '\0'; program++)
		buf_byte(b, *program == '-' ? '_' : *program);
}

static void
bash_case(struct buf *b, const struct opt *o)
{
	if (!has_value(o))
		return;
	buf_printf(b, "\t--%s", o->word);
	if (o->letter)
		buf_printf(b, "|-%c", o->letter);
	if (is_file(o)) {
		buf_printf(b, ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n");
		return;
	}
	buf_printf(b, ") COMPREPLY=($(compgen -W '");
	if (o->words != NULL)
		words(b, o->words);
	buf_printf(b, "' -- \"$word\")); return ;;\n");
}

static void
bash(struct buf *b, const char *program, const struct opt *const *tables)
{
	const struct opt *const *table;
	const struct opt *o;

	function(b, program);
	buf_printf(b, "() {\n\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	    "\tcase ${COMP_WORDS[COMP_CWORD-1]} in\n");
	for (table = tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END; o++)
			bash_case(b, o);
	buf_printf(b, "\tesac\n\tcase $word in\n\t-*) COMPREPLY=($(compgen -W '");
	for (table = tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END; o++)
			buf_printf(b, "%s--%s", o == *tables ? "" : " ", o->word);
	buf_printf(b, "' -- \"$word\")) ;;\n"
	    "\t*) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n\tesac\n}\ncomplete -o filenames -F ");
	function(b, program);
	buf_printf(b, " %s\n", program);
}

/* Text inside '…' and, for zsh, inside [ ]. */
static void
quoted(struct buf *b, const char *s, const char *special)
{
	for (; *s != '\0'; s++) {
		if (*s == '\'')
			buf_printf(b, "'\\'");
		else if (strchr(special, *s) != NULL)
			buf_byte(b, '\\');
		buf_byte(b, *s);
	}
}

static void
zsh_spec(struct buf *b, const struct opt *o, bool is_letter)
{
	buf_printf(b, " \\\n\t'");
	if (o->type == OPT_T_LIST)
		buf_byte(b, '*');
	if (is_letter)
		buf_printf(b, "-%c", o->letter);
	else
		buf_printf(b, "--%s%s", o->word,
		    o->type == OPT_T_MAYBE ? "=-" : has_value(o) ? "=" : "");
	buf_byte(b, '[');
	quoted(b, o->help, "[]:\\");
	buf_byte(b, ']');
	if (o->value != NULL && !(is_letter && o->type == OPT_T_MAYBE)) {
		buf_printf(b, "%s:%s:", o->type == OPT_T_MAYBE ? ":" : "", o->value);
		if (is_file(o)) {
			buf_printf(b, "_files");
		} else if (o->words != NULL) {
			buf_byte(b, '(');
			words(b, o->words);
			buf_byte(b, ')');
		}
	}
	buf_byte(b, '\'');
}

static void
zsh(struct buf *b, const char *program, const struct opt *const *tables)
{
	const struct opt *const *table;
	const struct opt *o;

	buf_printf(b, "#compdef %s\n_arguments -s", program);
	for (table = tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END; o++) {
			if (o->letter)
				zsh_spec(b, o, true);
			zsh_spec(b, o, false);
		}
	buf_printf(b, " \\\n\t'*:file:_files'\n");
}

static void
fish(struct buf *b, const char *program, const struct opt *const *tables)
{
	const struct opt *const *table;
	const struct opt *o;

	for (table = tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END; o++) {
			buf_printf(b, "complete -c %s", program);
			if (o->letter)
				buf_printf(b, " -s %c", o->letter);
			buf_printf(b, " -l %s", o->word);
			if (has_value(o))
				buf_printf(b, is_file(o) ? " -r" : " -x");
			if (o->words != NULL) {
				buf_printf(b, " -a '");
				words(b, o->words);
				buf_byte(b, '\'');
			}
			buf_printf(b, " -d '");
			quoted(b, o->help, "\\");
			buf_printf(b, "'\n");
		}
}

void
opt_complete(struct buf *b, const char *shell, const char *program,
    const struct opt *const *tables)
{
	static void (*const write[])(struct buf *, const char *, const struct opt *const *) = {
		bash, zsh, fish
	};
	size_t i;

	for (i = 0; opt_complete_shells[i] != NULL; i++)
		if (strcmp(shell, opt_complete_shells[i]) == 0)
			write[i](b, program, tables);
}
