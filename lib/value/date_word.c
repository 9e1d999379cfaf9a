/* date_word - a sorted table, and the folding that makes one spelling of many. */
#include "value/date_word.h"

#define MONTH   DATE_WORD_MONTH
#define WEEKDAY DATE_WORD_WEEKDAY
#define ORDINAL DATE_WORD_ORDINAL
#define OF      DATE_WORD_OF
#define AT      DATE_WORD_AT
#define CLOCK   DATE_WORD_CLOCK
#define UTC     DATE_WORD_UTC
#define HALF    DATE_WORD_HALF

enum { LONGEST = 12 };

/* "mar" is also mardi, martes, martedì: date_human tries that when March makes no sense. */
static const struct word {
	char text[LONGEST + 1];
	uint8_t kind, value;
} words[] = {
	{ "a", AT, 0 }, { "abr", MONTH, 4 }, { "abril", MONTH, 4 }, { "ago", MONTH, 8 },
	{ "agosto", MONTH, 8 }, { "alle", AT, 0 }, { "am", HALF, 0 }, { "aout", MONTH, 8 },
	{ "apr", MONTH, 4 }, { "april", MONTH, 4 }, { "aprile", MONTH, 4 }, { "as", AT, 0 },
	{ "at", AT, 0 }, { "aug", MONTH, 8 }, { "august", MONTH, 8 }, { "augustus", MONTH, 8 },
	{ "avr", MONTH, 4 }, { "avril", MONTH, 4 }, { "de", OF, 0 }, { "dec", MONTH, 12 },
	{ "december", MONTH, 12 }, { "decembre", MONTH, 12 }, { "del", OF, 0 },
	{ "dez", MONTH, 12 }, { "dezember", MONTH, 12 }, { "dezembro", MONTH, 12 },
	{ "di", WEEKDAY, 1 }, { "dic", MONTH, 12 }, { "dicembre", MONTH, 12 },
	{ "diciembre", MONTH, 12 }, { "dienstag", WEEKDAY, 1 }, { "dim", WEEKDAY, 6 },
	{ "dimanche", WEEKDAY, 6 }, { "dinsdag", WEEKDAY, 1 }, { "do", WEEKDAY, 3 },
	{ "dom", WEEKDAY, 6 }, { "domenica", WEEKDAY, 6 }, { "domingo", WEEKDAY, 6 },
	{ "donderdag", WEEKDAY, 3 }, { "donnerstag", WEEKDAY, 3 }, { "e", ORDINAL, 0 },
	{ "ene", MONTH, 1 }, { "enero", MONTH, 1 }, { "er", ORDINAL, 0 }, { "feb", MONTH, 2 },
	{ "febbraio", MONTH, 2 }, { "feber", MONTH, 2 }, { "febrero", MONTH, 2 },
	{ "februar", MONTH, 2 }, { "februari", MONTH, 2 }, { "february", MONTH, 2 },
	{ "fev", MONTH, 2 }, { "fevereiro", MONTH, 2 }, { "fevr", MONTH, 2 },
	{ "fevrier", MONTH, 2 }, { "fr", WEEKDAY, 4 }, { "freitag", WEEKDAY, 4 },
	{ "fri", WEEKDAY, 4 }, { "friday", WEEKDAY, 4 }, { "gen", MONTH, 1 },
	{ "gennaio", MONTH, 1 }, { "gio", WEEKDAY, 3 }, { "giovedi", WEEKDAY, 3 },
	{ "giu", MONTH, 6 }, { "giugno", MONTH, 6 }, { "gmt", UTC, 0 }, { "h", CLOCK, 0 },
	{ "jan", MONTH, 1 }, { "janeiro", MONTH, 1 }, { "janner", MONTH, 1 },
	{ "januar", MONTH, 1 }, { "januari", MONTH, 1 }, { "january", MONTH, 1 },
	{ "janv", MONTH, 1 }, { "janvier", MONTH, 1 }, { "jeu", WEEKDAY, 3 },
	{ "jeudi", WEEKDAY, 3 }, { "jue", WEEKDAY, 3 }, { "jueves", WEEKDAY, 3 },
	{ "juil", MONTH, 7 }, { "juillet", MONTH, 7 }, { "juin", MONTH, 6 },
	{ "jul", MONTH, 7 }, { "julho", MONTH, 7 }, { "juli", MONTH, 7 }, { "julio", MONTH, 7 },
	{ "july", MONTH, 7 }, { "jun", MONTH, 6 }, { "june", MONTH, 6 }, { "junho", MONTH, 6 },
	{ "juni", MONTH, 6 }, { "junio", MONTH, 6 }, { "las", AT, 0 }, { "lug", MONTH, 7 },
	{ "luglio", MONTH, 7 }, { "lun", WEEKDAY, 0 }, { "lundi", WEEKDAY, 0 },
	{ "lunedi", WEEKDAY, 0 }, { "lunes", WEEKDAY, 0 }, { "ma", WEEKDAY, 0 },
	{ "maandag", WEEKDAY, 0 }, { "maart", MONTH, 3 }, { "maerz", MONTH, 3 },
	{ "mag", MONTH, 5 }, { "maggio", MONTH, 5 }, { "mai", MONTH, 5 }, { "maio", MONTH, 5 },
	{ "mar", MONTH, 3 }, { "march", MONTH, 3 }, { "marco", MONTH, 3 },
	{ "mardi", WEEKDAY, 1 }, { "mars", MONTH, 3 }, { "martedi", WEEKDAY, 1 },
	{ "martes", WEEKDAY, 1 }, { "marz", MONTH, 3 }, { "marzo", MONTH, 3 },
	{ "may", MONTH, 5 }, { "mayo", MONTH, 5 }, { "mei", MONTH, 5 }, { "mer", WEEKDAY, 2 },
	{ "mercoledi", WEEKDAY, 2 }, { "mercredi", WEEKDAY, 2 }, { "mi", WEEKDAY, 2 },
	{ "mie", WEEKDAY, 2 }, { "miercoles", WEEKDAY, 2 }, { "mittwoch", WEEKDAY, 2 },
	{ "mo", WEEKDAY, 0 }, { "mon", WEEKDAY, 0 }, { "monday", WEEKDAY, 0 },
	{ "montag", WEEKDAY, 0 }, { "mrt", MONTH, 3 }, { "mrz", MONTH, 3 },
	{ "nd", ORDINAL, 0 }, { "nov", MONTH, 11 }, { "november", MONTH, 11 },
	{ "novembre", MONTH, 11 }, { "novembro", MONTH, 11 }, { "noviembre", MONTH, 11 },
	{ "o", ORDINAL, 0 }, { "oct", MONTH, 10 }, { "october", MONTH, 10 },
	{ "octobre", MONTH, 10 }, { "octubre", MONTH, 10 }, { "of", OF, 0 },
	{ "okt", MONTH, 10 }, { "oktober", MONTH, 10 }, { "om", AT, 0 }, { "ore", AT, 0 },
	{ "ott", MONTH, 10 }, { "ottobre", MONTH, 10 }, { "out", MONTH, 10 },
	{ "outubro", MONTH, 10 }, { "pm", HALF, 1 }, { "qua", WEEKDAY, 2 },
	{ "quarta", WEEKDAY, 2 }, { "quartafeira", WEEKDAY, 2 }, { "qui", WEEKDAY, 3 },
	{ "quinta", WEEKDAY, 3 }, { "quintafeira", WEEKDAY, 3 }, { "rd", ORDINAL, 0 },
	{ "sa", WEEKDAY, 5 }, { "sab", WEEKDAY, 5 }, { "sabado", WEEKDAY, 5 },
	{ "sabato", WEEKDAY, 5 }, { "sam", WEEKDAY, 5 }, { "samedi", WEEKDAY, 5 },
	{ "samstag", WEEKDAY, 5 }, { "sat", WEEKDAY, 5 }, { "saturday", WEEKDAY, 5 },
	{ "seg", WEEKDAY, 0 }, { "segunda", WEEKDAY, 0 }, { "segundafeira", WEEKDAY, 0 },
	{ "sep", MONTH, 9 }, { "sept", MONTH, 9 }, { "september", MONTH, 9 },
	{ "septembre", MONTH, 9 }, { "septiembre", MONTH, 9 }, { "set", MONTH, 9 },
	{ "setembro", MONTH, 9 }, { "setiembre", MONTH, 9 }, { "settembre", MONTH, 9 },
	{ "sex", WEEKDAY, 4 }, { "sexta", WEEKDAY, 4 }, { "sextafeira", WEEKDAY, 4 },
	{ "so", WEEKDAY, 6 }, { "sonnabend", WEEKDAY, 5 }, { "sonntag", WEEKDAY, 6 },
	{ "st", ORDINAL, 0 }, { "sun", WEEKDAY, 6 }, { "sunday", WEEKDAY, 6 }, { "t", AT, 0 },
	{ "ter", WEEKDAY, 1 }, { "terca", WEEKDAY, 1 }, { "tercafeira", WEEKDAY, 1 },
	{ "th", ORDINAL, 0 }, { "thu", WEEKDAY, 3 }, { "thur", WEEKDAY, 3 },
	{ "thurs", WEEKDAY, 3 }, { "thursday", WEEKDAY, 3 }, { "tue", WEEKDAY, 1 },
	{ "tues", WEEKDAY, 1 }, { "tuesday", WEEKDAY, 1 }, { "uhr", CLOCK, 0 }, { "um", AT, 0 },
	{ "ut", UTC, 0 }, { "utc", UTC, 0 }, { "uur", CLOCK, 0 }, { "ven", WEEKDAY, 4 },
	{ "vendredi", WEEKDAY, 4 }, { "venerdi", WEEKDAY, 4 }, { "vie", WEEKDAY, 4 },
	{ "viernes", WEEKDAY, 4 }, { "vr", WEEKDAY, 4 }, { "vrijdag", WEEKDAY, 4 },
	{ "wed", WEEKDAY, 2 }, { "wednesday", WEEKDAY, 2 }, { "wo", WEEKDAY, 2 },
	{ "woensdag", WEEKDAY, 2 }, { "z", UTC, 0 }, { "za", WEEKDAY, 5 },
	{ "zaterdag", WEEKDAY, 5 }, { "zo", WEEKDAY, 6 }, { "zondag", WEEKDAY, 6 },
};

/* Latin-1 letters without their accents, from U+00C0 on; capitals and small ones alike. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo?ouuuuy?s";

/* Take one letter, folded to a-z, '?' for any other script; 0: no letter stands here.
 * Combining accents (U+0300 to U+036F) belong to the letter before them. */
static char
take_letter(struct str *s)
{
	unsigned char c = (unsigned char)s->p[0], next = s->n > 1 ? (unsigned char)s->p[1] : 0;
	size_t n = 1;
	char letter;

	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		letter = (char)(c | 0x20);
	else if (c < 0x80 || (c == 0xc2 && next == 0xa0) || (c == 0xe2 && next == 0x80))
		return 0;               /* blanks of all widths are U+00A0 and U+2000 ... */
	else if (c == 0xc2 && (next == 0xba || next == 0xb0))
		letter = 'o', n = 2;    /* º and, for want of it, ° */
	else if (c == 0xc3 && (next & 0xc0) == 0x80)
		letter = plain[next & 0x1f], n = 2;
	else
		letter = '?';
	while (s->n > n + 1 && ((unsigned char)s->p[n] | 1) == 0xcd && ((unsigned char)s->p[n + 1] & 0xc0) == 0x80)
		n += 2;
	*s = str_slice(*s, n, s->n);
	return letter;
}

/* "a.m.", "p. m.", "P.M": the first letter was taken. */
static bool
take_half(struct str *s)
{
	struct str rest = *s;
	size_t n;

	if (rest.n == 0 || rest.p[0] != '.')
		return false;
	for (n = 1; n < rest.n && rest.p[n] == ' '; n++)
		continue;
	if (n == rest.n || (rest.p[n] | 0x20) != 'm')
		return false;
	n += 1 + (n + 1 < rest.n && rest.p[n + 1] == '.');
	*s = str_slice(rest, n, rest.n);
	return true;
}

static enum date_word
take_any(struct str *s, int *value)
{
	size_t n = 0, low = 0, high = sizeof words / sizeof *words;
	char text[LONGEST + 1] = "", letter;

	while (s->n > 0 && (letter = take_letter(s)) != 0) {
		text[n < LONGEST ? n : LONGEST - 1] = n < LONGEST ? letter : '?';
		n++;
		if (s->n > 1 && s->p[0] == '-' && (unsigned char)(s->p[1] | 0x20) >= 'a')
			*s = str_slice(*s, 1, s->n);
	}
	if (n == 1 && (text[0] == 'a' || text[0] == 'p') && take_half(s)) {
		*value = text[0] == 'p';
		return DATE_WORD_HALF;
	}
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = memcmp(text, words[middle].text, sizeof text);

		if (order == 0) {
			*value = words[middle].value;
			return words[middle].kind;
		}
		*(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
	}
	return DATE_WORD_NONE;
}

bool
date_word_take(struct str *s, enum date_word kind, int *value)
{
	struct str rest = *s;

	if (take_any(&rest, value) != kind)
		return false;
	*s = rest;
	return true;
}
