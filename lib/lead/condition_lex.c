/*
 * condition_lex - text to tokens.
 *
 * A bare word runs up to a blank, a bracket, comma, comparison sign or quote, or to the two dots
 * of a range, so that values need no quotes: 10k, 5%, -3, .de, 2026-01-31T10:00:00Z, a@example.com.
 * Inside quotes of any of the three kinds only the quote itself is special, and doubled it stands
 * for itself: regular expressions keep their backslashes.
 */
#include <stdarg.h>
#include <stdio.h>

#include "lead/condition_impl.h"

int
condition_lex_fail(struct parser *p, uint32_t at, const char *fmt, ...)
{
	char message[200];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(message, sizeof message, fmt, args);
	va_end(args);
	if (n >= (int)sizeof message)
		memcpy(message + sizeof message - 4, "...", 4);
	return err_set(p->err, ERR_CONFIG, p->place, "%u: %s", (unsigned)at + 1, message);
}

int
condition_lex_expected(struct parser *p, const char *what, const char *hint)
{
	struct str found = { p->text.p + p->token.at, p->token.end - p->token.at };

	if (p->token.kind == TOKEN_END)
		return condition_lex_fail(p, p->token.at, "expected %s", what);
	if (found.n > 40)
		found = STR("a long word");
	return condition_lex_fail(p, p->token.at, "expected %s, found %.*s%s%s", what,
	    STR_ARG(found), hint ? "; " : "", hint ? hint : "");
}

bool
condition_lex_is(const struct parser *p, const char *word)
{
	return p->token.kind == TOKEN_WORD && str_eq_nocase(p->token.text, str_of(word));
}

static bool
one_of(char c, const char *bytes)
{
	return c != '\0' && strchr(bytes, c) != NULL;
}

static bool
ends_word(struct str rest, uint32_t at)
{
	return one_of(rest.p[at], " \t\r\n(),=!<>~\"`") ||
	    (rest.p[at] == '.' && at + 1 < rest.n && rest.p[at + 1] == '.');
}

/* Text up to the quote at its front, doubled ones undone. */
static int
quoted(struct parser *p, struct token *t, enum token_kind kind)
{
	char quote = p->text.p[t->at], *copy;
	uint32_t from = t->at + 1, at;
	size_t n = 0, doubled = 0;

	for (at = from;; at++) {
		if (at >= p->text.n)
			return condition_lex_fail(p, t->at, "this %c is not closed", quote);
		if (p->text.p[at] != quote)
			continue;
		if (at + 1 >= p->text.n || p->text.p[at + 1] != quote)
			break;
		doubled++;
		at++;
	}
	t->kind = kind;
	t->end = at + 1;
	t->text = str_slice(p->text, from, at);
	if (doubled == 0)
		return 0;
	copy = arena_text(p->schema->arena, t->text.n);
	for (; from < at; from++) {
		copy[n++] = p->text.p[from];
		from += p->text.p[from] == quote;
	}
	t->text = (struct str){ copy, n };
	return 0;
}

static void
run(struct parser *p, struct token *t, enum token_kind kind, uint32_t n)
{
	t->kind = kind;
	t->end = t->at + n;
	t->text = str_slice(p->text, t->at, t->end);
}

int
condition_lex_next(struct parser *p)
{
	static const char single[] = "(),";
	static const enum token_kind kind[] = { TOKEN_OPEN, TOKEN_CLOSE, TOKEN_COMMA };
	struct token *t = &p->token;
	struct str rest;
	uint32_t n = 0;
	char c;

	for (t->at = t->end; t->at < p->text.n && one_of(p->text.p[t->at], " \t\r\n"); t->at++)
		;
	rest = str_slice(p->text, t->at, p->text.n);
	if (rest.n == 0) {
		run(p, t, TOKEN_END, 0);
		return 0;
	}
	c = rest.p[0];
	if (c == '"' || c == '\'')
		return quoted(p, t, TOKEN_TEXT);
	if (c == '`')
		return quoted(p, t, TOKEN_COLUMN);
	if (one_of(c, single)) {
		run(p, t, kind[strchr(single, c) - single], 1);
		return 0;
	}
	while (n < rest.n && one_of(rest.p[n], "=!<>~"))
		n++;
	if (n != 0) {
		run(p, t, TOKEN_SIGN, n);
		return 0;
	}
	if (ends_word(rest, 0)) {
		run(p, t, TOKEN_DOTS, 2);
		return 0;
	}
	while (n < rest.n && !ends_word(rest, n))
		n++;
	run(p, t, TOKEN_WORD, n);
	return 0;
}
