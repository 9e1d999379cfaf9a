/*
 * phone_text - nearly every number is digits and plain punctuation, and is read in one pass.
 *
 * All else becomes a row of symbols first, and extensions and the rest are looked for there.
 */
#include "value/phone_symbol.h"
#include "value/phone_text.h"

enum { LEAST_DIGITS = 3, VANITY = 3 };

static size_t
skip(const unsigned char *y, size_t i, size_t n, unsigned kinds)
{
	while (i < n && is_a(y[i], kinds))
		i++;
	return i;
}

/* Behind the word at i, upper or lower case, or i when it is not there. */
static size_t
word(const unsigned char *y, size_t i, size_t n, const char *lower)
{
	size_t at = i;

	for (; *lower != '\0'; lower++, at++)
		if (at >= n || (is_a(y[at], LETTER) ? y[at] | 0x20 : y[at]) != *lower)
			return i;
	return at;
}

/* Where the 1 to `most` digits begin that stand from i to the end, a number sign (which
 * `must` be there) behind them; 0: they don't. */
static size_t
digits_to_end(const unsigned char *y, size_t i, size_t n, size_t most, bool must)
{
	size_t at, end = n;

	if (end > i && y[end - 1] == '#')
		end--;
	else if (must)
		return 0;
	at = skip(y, i, end, DIGIT);
	return at == end && at > i && at - i <= most ? i : 0;
}

/* As digits_to_end, behind ": - " and the like. */
static size_t
labelled(const unsigned char *y, size_t i, size_t n, size_t most)
{
	if (i < n && is_a(y[i], POINT))
		i++;
	return digits_to_end(y, skip(y, i, n, BLANK | COMMA | HYPHEN), n, most, false);
}

/* Behind a word that can only mean an extension; i when there is none. */
static size_t
sure_label(const unsigned char *y, size_t i, size_t n)
{
	size_t at = word(y, i, n, "e"), end;

	if ((end = word(y, at, n, "xt")) > at) {
		if ((at = word(y, end, n, "ensi")) > end) {
			if ((i = word(y, at, n, "o")) > at)
				end = i < n && y[i] == ACUTE ? i + 1 : i;
			else if (at < n && y[at] == O_ACUTE)
				end = at + 1;
		}
		return word(y, end, n, "n");
	}
	if ((end = word(y, i, n, "anexo")) > i)
		return end;
	if (i + 3 <= n && y[i] == CYRILLIC_D && y[i + 1] == CYRILLIC_O && y[i + 2] == CYRILLIC_B)
		return i + 3;
	at = i < n && y[i] == WIDE_E ? i + 1 : i;
	if (at + 2 <= n && y[at] == WIDE_X && y[at + 1] == WIDE_T)
		return at + 2 < n && y[at + 2] == WIDE_N ? at + 3 : at + 2;
	return i;
}

/* Behind a sign that may mean an extension; i when there is none. */
static size_t
likely_label(const unsigned char *y, size_t i, size_t n)
{
	if (i < n && (y[i] == 'x' || y[i] == 'X' || y[i] == '#' || y[i] == '~' || y[i] == WIDE_X ||
	    y[i] == NUMBER_SIGN || y[i] == TILDE))
		return i + 1;
	if (i + 3 <= n && y[i] == WIDE_I && y[i + 1] == WIDE_N && y[i + 2] == WIDE_T)
		return i + 3;
	return word(y, i, n, "int");
}

/* Where the digits begin of the extension that the symbols from i to the end are, or 0. */
static size_t
extension(const unsigned char *y, size_t i, size_t n)
{
	enum { SURE = 20, DIALLED = 15, LIKELY = 9, UNSURE = 6 };
	size_t at = i, end, found;

	if ((end = word(y, i, n, ";ext=")) > i && y[n - 1] != '#' &&
	    (found = digits_to_end(y, end, n, SURE, false)) > 0)
		return found;
	at = skip(y, i, n, BLANK | COMMA);
	if ((end = sure_label(y, at, n)) > at && (found = labelled(y, end, n, SURE)) > 0)
		return found;
	if ((end = likely_label(y, at, n)) > at && (found = labelled(y, end, n, LIKELY)) > 0)
		return found;
	if ((end = skip(y, i, n, HYPHEN | SPACE)) > i &&
	    (found = digits_to_end(y, end, n, UNSURE, true)) > 0)
		return found;
	at = skip(y, i, n, BLANK);
	end = at < n && y[at] == ';' ? at + 1 : word(y, at, n, ",,");
	if (end > at && (found = labelled(y, end, n, DIALLED)) > 0)
		return found;
	end = skip(y, at, n, COMMA);
	return end > at ? labelled(y, end, n, LIKELY) : 0;
}

/*
 * Where the first extension begins that reaches to the end, or n.  *digits is where its digits
 * do.  It holds no digits but these, so it begins behind the last digit before them.
 */
static size_t
find_extension(const unsigned char *y, size_t n, size_t *digits)
{
	size_t i, end = n, from;

	if (end > 0 && y[end - 1] == '#')
		end--;
	for (from = end; from > 0 && is_a(y[from - 1], DIGIT); from--)
		;
	for (i = from; i > 0 && !is_a(y[i - 1], DIGIT); i--)
		;
	for (; i < from && from < end; i++)
		if ((*digits = extension(y, i, n)) > 0)
			return i;
	return n;
}

/* Three digits with nothing but marks before and between them, then also letters. */
static bool
is_number(const unsigned char *y, size_t n)
{
	size_t i = 0, digits = 0;

	while (i < n && y[i] == '+')
		i++;
	for (; i < n; i++)
		if (is_a(y[i], DIGIT))
			digits++;
		else if (!is_a(y[i], BETWEEN) && (digits < LEAST_DIGITS || !is_a(y[i], LETTER)))
			return false;
	return digits >= LEAST_DIGITS;
}

/* A number, and maybe an extension; or two digits. */
static bool
is_viable(const unsigned char *y, size_t n)
{
	size_t digits;

	return is_number(y, n) || is_number(y, find_extension(y, n, &digits)) ||
	    (n == 2 && is_a(y[0], DIGIT) && is_a(y[1], DIGIT));
}

/* Move the extension from the symbols to t. */
static void
strip_extension(struct phone_symbol *y, struct phone_text *t)
{
	size_t from, at = find_extension(y->at, y->n, &from);

	if (at == y->n || !is_viable(y->at, at))
		return;
	for (; from < y->n && is_a(y->at[from], DIGIT); from++)
		t->extension[t->extension_n++] = digit_of(y->at[from]);
	y->n = at;
}

/* Cut what stands before the number, punctuation behind it, and a second number: " / x...". */
static void
extract(struct phone_symbol *y)
{
	size_t from = 0, i;

	while (from < y->n && !is_a(y->at[from], DIGIT) && y->at[from] != '+')
		from++;
	while (y->n > from && !is_a(y->at[y->n - 1], DIGIT | LETTER) && y->at[y->n - 1] != '#' &&
	    (y->at[y->n - 1] < WIDE_E || y->at[y->n - 1] == OTHER || y->at[y->n - 1] == ACUTE))
		y->n--;
	y->n -= from;
	memmove(y->at, y->at + from, y->n);
	for (i = y->n; i > 1; i--) {
		if (y->at[i - 1] != 'x')
			continue;
		for (from = i - 1; from > 0 && y->at[from - 1] == ' '; from--)
			;
		if (from > 0 && (y->at[from - 1] == '/' || y->at[from - 1] == '\\')) {
			y->n = from - 1;
			break;
		}
	}
}

/* The digits of what is left; with three letters and more, letters are keys of the telephone. */
static bool
collect(const struct phone_symbol *y, struct phone_text *t)
{
	static const char keys[] = "22233344455566677778889999";
	size_t i, letters = 0;
	char c;

	for (i = 0; i < y->n; i++)
		letters += is_a(y->at[i], LETTER);
	for (i = 0; i < y->n; i++) {
		if (letters >= VANITY && is_a(y->at[i], LETTER))
			c = keys[(y->at[i] | 0x20) - 'a'];
		else if (is_a(y->at[i], DIGIT) && (letters < VANITY || y->at[i] < ZERO))
			c = digit_of(y->at[i]);
		else
			continue;
		if (t->n == PHONE_TEXT_DIGITS)
			return false;
		t->digit[t->n++] = (unsigned char)(c - '0');
	}
	t->plus = y->n > 0 && y->at[0] == '+';
	return true;
}

/* RFC 3966, "tel:863-1234;phone-context=+1-914-555": the context leads when it is a number. */
static bool
decode_uri(struct str s, size_t at, struct phone_symbol *y)
{
	struct str context = str_slice(s, at + STR(";phone-context=").n, s.n);
	size_t tel = str_search(s, STR("tel:"));

	if (str_starts(context, STR("+")) && context.n > 1 &&
	    !phone_symbol_add(y, str_slice(context, 0, str_find(context, ';'))))
		return false;
	return phone_symbol_add(y, str_slice(s, tel < at ? tel + 4 : 0, at));
}

static bool
read_symbols(struct str s, struct phone_text *t)
{
	struct phone_symbol y;
	size_t at = str_search(s, STR(";phone-context="));

	y.n = 0;
	if (at != SIZE_MAX) {
		if (!decode_uri(s, at, &y))
			return false;
	} else if (phone_symbol_add(&y, s)) {
		extract(&y);
	} else {
		return false;
	}
	at = str_search((struct str){ (char *)y.at, y.n }, STR(";isub="));
	if (at != SIZE_MAX)
		y.n = at;
	if (!is_viable(y.at, y.n))
		return false;
	strip_extension(&y, t);
	return collect(&y, t);
}

enum plain { STRANGE, MARKS, DIGITS, PLUS };

/* Plain marks are those that cannot begin an extension. */
static const unsigned char plain[256] = {
	['0'] = DIGITS, ['1'] = DIGITS, ['2'] = DIGITS, ['3'] = DIGITS, ['4'] = DIGITS,
	['5'] = DIGITS, ['6'] = DIGITS, ['7'] = DIGITS, ['8'] = DIGITS, ['9'] = DIGITS,
	[' '] = MARKS, ['-'] = MARKS, ['('] = MARKS, [')'] = MARKS, ['.'] = MARKS,
	['/'] = MARKS, ['['] = MARKS, [']'] = MARKS, ['*'] = MARKS, ['+'] = PLUS,
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The extensions that are usual, "x12" and "ext. 12", from their letter on: as extension() has them
 * behind a digit and blanks. */
static bool
read_usual_extension(struct str s, size_t i, struct phone_text *t)
{
	size_t before = i, most = 9;

	while (before > 0 && s.p[before - 1] == ' ')
		before--;
	if (before == 0 || !is_digit(s.p[before - 1]) || t->n < LEAST_DIGITS)
		return false;
	if (s.n - i > 3 && (s.p[i] | 0x20) == 'e' && (s.p[i + 1] | 0x20) == 'x' &&
	    (s.p[i + 2] | 0x20) == 't') {
		i += 3;
		most = PHONE_TEXT_EXTENSION;
	} else if ((s.p[i++] | 0x20) != 'x') {
		return false;
	}
	i += i < s.n && s.p[i] == '.';
	while (i < s.n && s.p[i] == ' ')
		i++;
	if (i == s.n || s.n - i > most)
		return false;
	for (; i < s.n && is_digit(s.p[i]); i++)
		t->extension[t->extension_n++] = s.p[i];
	return i == s.n;
}

/* One pass over a number without surprises; false: there are some. */
static bool
read_plain(struct str s, struct phone_text *t)
{
	size_t i = 0, n = 0;
	unsigned char c;

	while (i < s.n && plain[(unsigned char)s.p[i]] < DIGITS)
		if ((unsigned char)s.p[i++] >= 0x80)
			return false;
	t->plus = i < s.n && s.p[i] == '+';
	while (i < s.n && s.p[i] == '+')
		i++;
	for (; i < s.n; i++) {
		c = (unsigned char)s.p[i];
		if (plain[c] == DIGITS) {
			if (n == PHONE_TEXT_DIGITS)
				return false;
			t->digit[n++] = (unsigned char)(c - '0');
		} else if (plain[c] != MARKS) {
			t->n = n;
			return read_usual_extension(s, i, t);
		}
	}
	t->n = n;
	return n >= LEAST_DIGITS;
}

bool
phone_text_read(struct str s, struct phone_text *t)
{
	t->extension_n = 0;
	if (read_plain(s, t))
		return true;
	t->n = t->extension_n = 0;
	t->plus = false;
	return read_symbols(s, t);
}
