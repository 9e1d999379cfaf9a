/*
 * opt - walking argv with a table in hand.
 *
 * Every option ends in take(), whether it came as -oFILE, -o FILE, -qvo FILE, --output=FILE
 * or --output FILE; the table says what it may be and where its value goes.
 */
#include "cli/opt.h"

/* The arguments not yet looked at, and what the parser needs to read them. */
struct walk {
	struct arena *arena;
	const struct opt *const *tables;
	char **argv;
	int argc, at;
};

static const struct opt *
find(const struct walk *w, char letter, struct str word)
{
	const struct opt *const *table;
	const struct opt *o;

	for (table = w->tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END; o++)
			if (letter ? o->letter == letter : str_is(word, o->word))
				return o;
	return NULL;
}

/* The option that was meant: the nearest, or else the first that begins so. */
static const char *
meant(const struct walk *w, struct str word)
{
	const char *words[128], *nearest;
	const struct opt *const *table;
	const struct opt *o;
	size_t n = 0, i;

	for (table = w->tables; *table != NULL; table++)
		for (o = *table; o->type != OPT_T_END && n + 1 < sizeof words / sizeof *words; o++)
			words[n++] = o->word;
	words[n] = NULL;
	if ((nearest = str_nearest(word, words)) != NULL)
		return nearest;
	for (i = 0; i < n; i++)
		if (word.n != 0 && str_starts(str_of(words[i]), word))
			return words[i];
	return NULL;
}

static int
unknown(const struct walk *w, struct str word, struct err *e)
{
	const char *nearest = meant(w, word);

	if (nearest != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "unknown option --%.*s (did you mean --%s?)", STR_ARG(word), nearest);
	return err_set(e, ERR_CONFIG, PLACE_NONE, "unknown option --%.*s", STR_ARG(word));
}

static bool
count(struct str s, uint64_t *n)
{
	size_t i;

	*n = 0;
	for (i = 0; i < s.n; i++) {
		unsigned digit = (unsigned)(s.p[i] - '0');

		if (digit > 9 || *n > (UINT64_MAX - digit) / 10)
			return false;
		*n = *n * 10 + digit;
	}
	return s.n != 0;
}

bool
opt_size(const char *text, uint64_t *bytes)
{
	static const char units[] = "KMGT";
	struct str s = str_of(text);
	unsigned shift = 0;
	const char *unit;

	if (s.n != 0 && (unit = memchr(units, s.p[s.n - 1] & ~0x20, 4)) != NULL) {
		shift = 10 * (unsigned)(unit - units + 1);
		s.n--;
	}
	if (!count(s, bytes) || *bytes > UINT64_MAX >> shift)
		return false;
	*bytes <<= shift;
	return true;
}

static int
check_word(const struct opt *o, const char *value, struct err *e)
{
	const char *const *word;
	const char *nearest;
	char list[120];
	size_t n = 0;

	for (word = o->words; *word != NULL; word++) {
		if (strcmp(*word, value) == 0)
			return 0;
		if (n + strlen(*word) + 3 < sizeof list) {
			memcpy(list + n, *word, strlen(*word));
			n += strlen(*word);
			list[n++] = ' ';
		}
	}
	list[n ? n - 1 : 0] = '\0';
	nearest = str_nearest(str_of(value), o->words);
	if (nearest != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--%s: unknown word \"%s\" (did you mean %s?)", o->word, value, nearest);
	return err_set(e, ERR_CONFIG, PLACE_NONE, "--%s: \"%s\" is none of: %s", o->word, value,
	    list);
}

static void
add(const struct walk *w, struct opt_list *list, const char *value)
{
	if (list->n == 0)
		list->item = arena_array(w->arena, (size_t)w->argc, sizeof *list->item);
	list->item[list->n++] = value;
}

/* Give the option its value; NULL when none was stated. */
static int
take(const struct walk *w, const struct opt *o, const char *value, struct err *e)
{
	switch (o->type) {
	case OPT_T_FLAG:
		*(bool *)o->to = true;
		break;
	case OPT_T_LIST:
		add(w, o->to, value);
		break;
	case OPT_T_COUNT:
		if (!count(str_of(value), o->to))
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--%s: expected a whole number, not \"%s\"", o->word, value);
		break;
	case OPT_T_SIZE:
		if (!opt_size(value, o->to))
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--%s: expected a size such as 64K or 1M, not \"%s\"", o->word, value);
		break;
	case OPT_T_MAYBE:
		if (value != NULL && o->words != NULL && check_word(o, value, e) < 0)
			return -1;
		*(struct opt_maybe *)o->to = (struct opt_maybe){ true, value };
		break;
	case OPT_T_WORD:
		if (check_word(o, value, e) < 0)
			return -1;
		*(const char **)o->to = value;
		break;
	case OPT_T_TEXT:
		*(const char **)o->to = value;
		break;
	case OPT_T_END:
		break;
	}
	return 0;
}

static bool
needs_value(const struct opt *o)
{
	return o->type != OPT_T_FLAG && o->type != OPT_T_MAYBE;
}

/* The next argument as the value of an option that must have one. */
static int
take_next(struct walk *w, const struct opt *o, const char *written, struct err *e)
{
	if (w->at + 1 >= w->argc)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "%s needs a value: %s", written,
		    o->value);
	return take(w, o, w->argv[++w->at], e);
}

static int
take_long(struct walk *w, struct err *e)
{
	const char *written = w->argv[w->at];
	struct str rest = str_of(written + 2), word;
	const struct opt *o;

	word = str_slice(rest, 0, str_find(rest, '='));
	if ((o = find(w, 0, word)) == NULL)
		return unknown(w, word, e);
	if (word.n < rest.n && o->type == OPT_T_FLAG)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--%s takes no value", o->word);
	if (word.n < rest.n)
		return take(w, o, word.p + word.n + 1, e);
	return needs_value(o) ? take_next(w, o, written, e) : take(w, o, NULL, e);
}

/* A run of letters; the first that needs a value takes the rest of the run, or what follows. */
static int
take_letters(struct walk *w, struct err *e)
{
	const char *p;
	const struct opt *o;

	for (p = w->argv[w->at] + 1; *p != '\0'; p++) {
		char written[3] = { '-', *p, '\0' };

		if ((o = find(w, *p, STR(""))) == NULL)
			return err_set(e, ERR_CONFIG, PLACE_NONE, "unknown option -%c", *p);
		if (needs_value(o))
			return p[1] != '\0' ? take(w, o, p + 1, e) : take_next(w, o, written, e);
		if (take(w, o, NULL, e) < 0)
			return -1;
	}
	return 0;
}

int
opt_parse(struct arena *a, const struct opt *const *tables, int argc, char **argv,
    const char ***operand, size_t *operands, struct err *e)
{
	struct walk w = { .arena = a, .tables = tables, .argv = argv, .argc = argc };
	bool only_operands = false;
	int result = 0;

	*operand = arena_array(a, (size_t)argc + 1, sizeof **operand);
	*operands = 0;
	for (w.at = 1; w.at < argc && result == 0; w.at++) {
		const char *s = argv[w.at];

		if (only_operands || s[0] != '-' || s[1] == '\0')
			(*operand)[(*operands)++] = s;
		else if (s[1] != '-')
			result = take_letters(&w, e);
		else if (s[2] != '\0')
			result = take_long(&w, e);
		else
			only_operands = true;
	}
	return result;
}
