/* phone_symbol - the few code points that telephone numbers are written with. */
#include "value/phone_symbol.h"
#include "value/phone_table.h"
#include "value/text.h"

#define TEN(kind, zero) \
	[zero] = kind, [zero + 1] = kind, [zero + 2] = kind, [zero + 3] = kind, [zero + 4] = kind, \
	[zero + 5] = kind, [zero + 6] = kind, [zero + 7] = kind, [zero + 8] = kind, \
	[zero + 9] = kind

const unsigned char phone_symbol_kinds[256] = {
	TEN(DIGIT, '0'), TEN(DIGIT, ZERO),
	TEN(LETTER, 'A'), TEN(LETTER, 'K'), ['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER,
	['X'] = LETTER | BETWEEN, ['Y'] = LETTER, ['Z'] = LETTER,
	TEN(LETTER, 'a'), TEN(LETTER, 'k'), ['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER,
	['x'] = LETTER | BETWEEN, ['y'] = LETTER, ['z'] = LETTER,
	[' '] = BETWEEN | BLANK | SPACE, ['-'] = BETWEEN | HYPHEN, ['.'] = BETWEEN | POINT,
	['('] = BETWEEN, [')'] = BETWEEN, ['['] = BETWEEN, [']'] = BETWEEN, ['/'] = BETWEEN,
	['~'] = BETWEEN, ['*'] = BETWEEN, ['\t'] = BLANK, [','] = COMMA, [':'] = POINT,
	[MARK] = BETWEEN, [NO_BREAK_SPACE] = BETWEEN | BLANK, [FULL_STOP] = BETWEEN | POINT,
};

struct point {
	int32_t first, last;
	unsigned char symbol;
};

/* In order of the code points. */
static const struct point points[] = {
	{ 0xa0, 0xa0, NO_BREAK_SPACE }, { 0xad, 0xad, MARK }, { 0xd3, 0xd3, O_ACUTE },
	{ 0xf3, 0xf3, O_ACUTE }, { 0x301, 0x301, ACUTE }, { 0x411, 0x411, CYRILLIC_B },
	{ 0x414, 0x414, CYRILLIC_D }, { 0x41e, 0x41e, CYRILLIC_O }, { 0x431, 0x431, CYRILLIC_B },
	{ 0x434, 0x434, CYRILLIC_D }, { 0x43e, 0x43e, CYRILLIC_O }, { 0x200b, 0x200b, MARK },
	{ 0x2010, 0x2015, MARK }, { 0x2053, 0x2053, MARK }, { 0x2060, 0x2060, MARK },
	{ 0x2212, 0x2212, MARK }, { 0x223c, 0x223c, MARK }, { 0x3000, 0x3000, MARK },
	{ 0x30fc, 0x30fc, MARK }, { 0xff03, 0xff03, NUMBER_SIGN }, { 0xff08, 0xff09, MARK },
	{ 0xff0b, 0xff0b, '+' }, { 0xff0d, 0xff0d, MARK }, { 0xff0e, 0xff0e, FULL_STOP },
	{ 0xff0f, 0xff0f, MARK }, { 0xff25, 0xff25, WIDE_E }, { 0xff29, 0xff29, WIDE_I },
	{ 0xff2e, 0xff2e, WIDE_N }, { 0xff34, 0xff34, WIDE_T }, { 0xff38, 0xff38, WIDE_X },
	{ 0xff3b, 0xff3b, MARK }, { 0xff3d, 0xff3d, MARK }, { 0xff45, 0xff45, WIDE_E },
	{ 0xff49, 0xff49, WIDE_I }, { 0xff4e, 0xff4e, WIDE_N }, { 0xff54, 0xff54, WIDE_T },
	{ 0xff58, 0xff58, WIDE_X }, { 0xff5e, 0xff5e, TILDE },
};

static unsigned char
symbol_of(int32_t point)
{
	const uint32_t *zero;
	size_t i;

	for (i = 0; i < sizeof points / sizeof *points && points[i].first <= point; i++)
		if (point <= points[i].last)
			return points[i].symbol;
	for (zero = phone_table_zeros; *zero != 0 && *zero <= (uint32_t)point; zero++)
		if ((uint32_t)point < *zero + 10)
			return (unsigned char)(ZERO + ((uint32_t)point - *zero));
	return text_alnum(point) ? WORD : OTHER;
}

bool
phone_symbol_add(struct phone_symbol *y, struct str s)
{
	int32_t point;
	size_t i, n = 1;

	for (i = 0; i < s.n; i += n) {
		if (y->n == PHONE_SYMBOL_MOST)
			return false;
		if ((unsigned char)s.p[i] < 0x80) {
			y->at[y->n++] = (unsigned char)s.p[i];
			n = 1;
		} else if ((point = text_first(str_slice(s, i, s.n), &n)) >= 0) {
			y->at[y->n++] = symbol_of(point);
		} else {
			return false;
		}
	}
	return true;
}
