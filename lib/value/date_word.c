/* date_word - a table by first letter, and the folding that makes one spelling of many. */
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

struct word {
	char text[LONGEST + 1];
	uint8_t kind, value;
};

/* By first letter, the most usual first; "" ends.  "mar" is also mardi, martes, martedì:
 * date_human tries that when March makes no sense. */
static const struct word *const words[26] = {
	['a' - 'a'] = (const struct word[]){
		{ "am", HALF, 0 }, { "april", MONTH, 4 }, { "august", MONTH, 8 },
		{ "apr", MONTH, 4 }, { "aug", MONTH, 8 }, { "at", AT, 0 }, { "a", AT, 0 },
		{ "as", AT, 0 }, { "alle", AT, 0 }, { "avril", MONTH, 4 }, { "avr", MONTH, 4 },
		{ "abril", MONTH, 4 }, { "abr", MONTH, 4 }, { "aprile", MONTH, 4 },
		{ "aout", MONTH, 8 }, { "agosto", MONTH, 8 }, { "ago", MONTH, 8 },
		{ "augustus", MONTH, 8 }, { .text = "" }
	},
	['d' - 'a'] = (const struct word[]){
		{ "december", MONTH, 12 }, { "dec", MONTH, 12 }, { "de", OF, 0 },
		{ "del", OF, 0 }, { "dezember", MONTH, 12 }, { "dez", MONTH, 12 },
		{ "decembre", MONTH, 12 }, { "diciembre", MONTH, 12 }, { "dic", MONTH, 12 },
		{ "dicembre", MONTH, 12 }, { "dezembro", MONTH, 12 },
		{ "dienstag", WEEKDAY, 1 }, { "di", WEEKDAY, 1 }, { "dinsdag", WEEKDAY, 1 },
		{ "donnerstag", WEEKDAY, 3 }, { "do", WEEKDAY, 3 }, { "donderdag", WEEKDAY, 3 },
		{ "dimanche", WEEKDAY, 6 }, { "dim", WEEKDAY, 6 }, { "domingo", WEEKDAY, 6 },
		{ "dom", WEEKDAY, 6 }, { "domenica", WEEKDAY, 6 }, { .text = "" }
	},
	['e' - 'a'] = (const struct word[]){
		{ "er", ORDINAL, 0 }, { "e", ORDINAL, 0 }, { "enero", MONTH, 1 },
		{ "ene", MONTH, 1 }, { .text = "" }
	},
	['f' - 'a'] = (const struct word[]){
		{ "february", MONTH, 2 }, { "feb", MONTH, 2 }, { "friday", WEEKDAY, 4 },
		{ "fri", WEEKDAY, 4 }, { "februar", MONTH, 2 }, { "feber", MONTH, 2 },
		{ "fevrier", MONTH, 2 }, { "fevr", MONTH, 2 }, { "fev", MONTH, 2 },
		{ "febrero", MONTH, 2 }, { "febbraio", MONTH, 2 }, { "fevereiro", MONTH, 2 },
		{ "februari", MONTH, 2 }, { "freitag", WEEKDAY, 4 }, { "fr", WEEKDAY, 4 },
		{ .text = "" }
	},
	['g' - 'a'] = (const struct word[]){
		{ "gmt", UTC, 0 }, { "gennaio", MONTH, 1 }, { "gen", MONTH, 1 },
		{ "giugno", MONTH, 6 }, { "giu", MONTH, 6 }, { "giovedi", WEEKDAY, 3 },
		{ "gio", WEEKDAY, 3 }, { .text = "" }
	},
	['h' - 'a'] = (const struct word[]){
		{ "h", CLOCK, 0 }, { .text = "" }
	},
	['j' - 'a'] = (const struct word[]){
		{ "january", MONTH, 1 }, { "june", MONTH, 6 }, { "july", MONTH, 7 },
		{ "jan", MONTH, 1 }, { "jun", MONTH, 6 }, { "jul", MONTH, 7 },
		{ "januar", MONTH, 1 }, { "janner", MONTH, 1 }, { "janvier", MONTH, 1 },
		{ "janv", MONTH, 1 }, { "janeiro", MONTH, 1 }, { "januari", MONTH, 1 },
		{ "juni", MONTH, 6 }, { "juin", MONTH, 6 }, { "junio", MONTH, 6 },
		{ "junho", MONTH, 6 }, { "juli", MONTH, 7 }, { "juillet", MONTH, 7 },
		{ "juil", MONTH, 7 }, { "julio", MONTH, 7 }, { "julho", MONTH, 7 },
		{ "jeudi", WEEKDAY, 3 }, { "jeu", WEEKDAY, 3 }, { "jueves", WEEKDAY, 3 },
		{ "jue", WEEKDAY, 3 }, { .text = "" }
	},
	['l' - 'a'] = (const struct word[]){
		{ "las", AT, 0 }, { "luglio", MONTH, 7 }, { "lug", MONTH, 7 },
		{ "lundi", WEEKDAY, 0 }, { "lun", WEEKDAY, 0 }, { "lunes", WEEKDAY, 0 },
		{ "lunedi", WEEKDAY, 0 }, { .text = "" }
	},
	['m' - 'a'] = (const struct word[]){
		{ "march", MONTH, 3 }, { "may", MONTH, 5 }, { "mar", MONTH, 3 },
		{ "mai", MONTH, 5 }, { "monday", WEEKDAY, 0 }, { "mon", WEEKDAY, 0 },
		{ "marz", MONTH, 3 }, { "maerz", MONTH, 3 }, { "mrz", MONTH, 3 },
		{ "mars", MONTH, 3 }, { "marzo", MONTH, 3 }, { "marco", MONTH, 3 },
		{ "maart", MONTH, 3 }, { "mrt", MONTH, 3 }, { "mayo", MONTH, 5 },
		{ "maggio", MONTH, 5 }, { "mag", MONTH, 5 }, { "maio", MONTH, 5 },
		{ "mei", MONTH, 5 }, { "montag", WEEKDAY, 0 }, { "mo", WEEKDAY, 0 },
		{ "maandag", WEEKDAY, 0 }, { "ma", WEEKDAY, 0 }, { "mardi", WEEKDAY, 1 },
		{ "martes", WEEKDAY, 1 }, { "martedi", WEEKDAY, 1 }, { "mittwoch", WEEKDAY, 2 },
		{ "mi", WEEKDAY, 2 }, { "mercredi", WEEKDAY, 2 }, { "mer", WEEKDAY, 2 },
		{ "miercoles", WEEKDAY, 2 }, { "mie", WEEKDAY, 2 }, { "mercoledi", WEEKDAY, 2 },
		{ .text = "" }
	},
	['n' - 'a'] = (const struct word[]){
		{ "nd", ORDINAL, 0 }, { "november", MONTH, 11 }, { "nov", MONTH, 11 },
		{ "novembre", MONTH, 11 }, { "noviembre", MONTH, 11 },
		{ "novembro", MONTH, 11 }, { .text = "" }
	},
	['o' - 'a'] = (const struct word[]){
		{ "o", ORDINAL, 0 }, { "october", MONTH, 10 }, { "oct", MONTH, 10 },
		{ "of", OF, 0 }, { "ore", AT, 0 }, { "om", AT, 0 }, { "oktober", MONTH, 10 },
		{ "okt", MONTH, 10 }, { "octobre", MONTH, 10 }, { "octubre", MONTH, 10 },
		{ "ottobre", MONTH, 10 }, { "ott", MONTH, 10 }, { "outubro", MONTH, 10 },
		{ "out", MONTH, 10 }, { .text = "" }
	},
	['p' - 'a'] = (const struct word[]){
		{ "pm", HALF, 1 }, { .text = "" }
	},
	['q' - 'a'] = (const struct word[]){
		{ "quarta", WEEKDAY, 2 }, { "quartafeira", WEEKDAY, 2 }, { "qua", WEEKDAY, 2 },
		{ "quinta", WEEKDAY, 3 }, { "quintafeira", WEEKDAY, 3 }, { "qui", WEEKDAY, 3 },
		{ .text = "" }
	},
	['r' - 'a'] = (const struct word[]){
		{ "rd", ORDINAL, 0 }, { .text = "" }
	},
	['s' - 'a'] = (const struct word[]){
		{ "st", ORDINAL, 0 }, { "september", MONTH, 9 }, { "sep", MONTH, 9 },
		{ "saturday", WEEKDAY, 5 }, { "sunday", WEEKDAY, 6 }, { "sat", WEEKDAY, 5 },
		{ "sun", WEEKDAY, 6 }, { "sept", MONTH, 9 }, { "septembre", MONTH, 9 },
		{ "septiembre", MONTH, 9 }, { "setiembre", MONTH, 9 },
		{ "settembre", MONTH, 9 }, { "set", MONTH, 9 }, { "setembro", MONTH, 9 },
		{ "segunda", WEEKDAY, 0 }, { "segundafeira", WEEKDAY, 0 },
		{ "seg", WEEKDAY, 0 }, { "sexta", WEEKDAY, 4 }, { "sextafeira", WEEKDAY, 4 },
		{ "sex", WEEKDAY, 4 }, { "samstag", WEEKDAY, 5 }, { "sonnabend", WEEKDAY, 5 },
		{ "sa", WEEKDAY, 5 }, { "samedi", WEEKDAY, 5 }, { "sam", WEEKDAY, 5 },
		{ "sabado", WEEKDAY, 5 }, { "sab", WEEKDAY, 5 }, { "sabato", WEEKDAY, 5 },
		{ "sonntag", WEEKDAY, 6 }, { "so", WEEKDAY, 6 }, { .text = "" }
	},
	['t' - 'a'] = (const struct word[]){
		{ "th", ORDINAL, 0 }, { "tuesday", WEEKDAY, 1 }, { "thursday", WEEKDAY, 3 },
		{ "tue", WEEKDAY, 1 }, { "thu", WEEKDAY, 3 }, { "t", AT, 0 },
		{ "tues", WEEKDAY, 1 }, { "terca", WEEKDAY, 1 }, { "tercafeira", WEEKDAY, 1 },
		{ "ter", WEEKDAY, 1 }, { "thur", WEEKDAY, 3 }, { "thurs", WEEKDAY, 3 },
		{ .text = "" }
	},
	['u' - 'a'] = (const struct word[]){
		{ "utc", UTC, 0 }, { "ut", UTC, 0 }, { "um", AT, 0 }, { "uhr", CLOCK, 0 },
		{ "uur", CLOCK, 0 }, { .text = "" }
	},
	['v' - 'a'] = (const struct word[]){
		{ "vendredi", WEEKDAY, 4 }, { "ven", WEEKDAY, 4 }, { "viernes", WEEKDAY, 4 },
		{ "vie", WEEKDAY, 4 }, { "venerdi", WEEKDAY, 4 }, { "vrijdag", WEEKDAY, 4 },
		{ "vr", WEEKDAY, 4 }, { .text = "" }
	},
	['w' - 'a'] = (const struct word[]){
		{ "wednesday", WEEKDAY, 2 }, { "wed", WEEKDAY, 2 }, { "woensdag", WEEKDAY, 2 },
		{ "wo", WEEKDAY, 2 }, { .text = "" }
	},
	['z' - 'a'] = (const struct word[]){
		{ "z", UTC, 0 }, { "zaterdag", WEEKDAY, 5 }, { "za", WEEKDAY, 5 },
		{ "zondag", WEEKDAY, 6 }, { "zo", WEEKDAY, 6 }, { .text = "" }
	},
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
	while (s->n > n + 1 && ((unsigned char)s->p[n] | 1) == 0xcd &&
	    ((unsigned char)s->p[n + 1] & 0xc0) == 0x80)
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
	char text[LONGEST + 1] = "", letter;
	const struct word *w;
	size_t n = 0;

	while (s->n > 0 && (letter = take_letter(s)) != 0) {
		text[n < LONGEST ? n : LONGEST - 1] = n < LONGEST ? letter : '?';
		n++;
		if (s->n > 1 && s->p[0] == '-' && (unsigned char)(s->p[1] | 0x20) >= 'a')
			*s = str_slice(*s, 1, s->n);
	}
	if (n == 0 || text[0] == '?')
		return DATE_WORD_NONE;
	if (n == 1 && (text[0] == 'a' || text[0] == 'p') && take_half(s)) {
		*value = text[0] == 'p';
		return DATE_WORD_HALF;
	}
	for (w = words[text[0] - 'a']; w != NULL && w->text[0] != '\0'; w++)
		if (memcmp(text, w->text, sizeof text) == 0) {
			*value = w->value;
			return w->kind;
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
