/*
 * money - amounts as people and exports write them.
 *
 * A sign such as $ or kr stands for several currencies, so what is found before and behind
 * the number is a list of codes it may mean: "$5 CAD" is CAD because $ may mean it, "$5 EUR"
 * is a contradiction, and a list of more than one that nothing narrows is "not stated".
 */
#include "value/money.h"
#include "value/text.h"

/* ISO 4217 in the order of the alphabet, without metals, bond units and test codes,
 * and with those withdrawn since 2020, which older exports still hold. */
static const char codes[] =
	"AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIF"
	"BMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLF"
	"CLPCNYCOPCOUCRCCUCCUPCVECZKDJFDKKDOPDZDEGPERNETB"
	"EURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUF"
	"IDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWD"
	"KYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRU"
	"MURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDOMRPABPEN"
	"PGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGD"
	"SHPSLESLLSOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRY"
	"TTDTWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWST"
	"XAFXCDXCGXDRXOFXPFXSUXUAYERZARZMWZWGZWL";

enum { CODE = 3 };

#define SIGN(sign, codes) { { sign, sizeof sign - 1 }, { codes, sizeof codes - 1 } }

static const struct {
	struct str sign;
	struct str codes;
} signs[] = {
	SIGN("$", "ARSAUDBBDBMDBNDBSDBZDCADCLPCOPCUPDOPFJDGYDHKDJMDKYDLRDMXNNADNZDSBDSGDSRDTTD"
	    "TWDUSDUYUXCD"),
	SIGN("US$", "USD"), SIGN("A$", "AUD"), SIGN("AU$", "AUD"), SIGN("C$", "CAD"),
	SIGN("CA$", "CAD"), SIGN("NZ$", "NZD"), SIGN("HK$", "HKD"), SIGN("S$", "SGD"),
	SIGN("MX$", "MXN"), SIGN("NT$", "TWD"), SIGN("R$", "BRL"), SIGN("€", "EUR"),
	SIGN("eur", "EUR"), SIGN("euro", "EUR"), SIGN("Euro", "EUR"), SIGN("euros", "EUR"),
	SIGN("Euros", "EUR"), SIGN("EURO", "EUR"), SIGN("usd", "USD"), SIGN("gbp", "GBP"),
	SIGN("chf", "CHF"), SIGN("£", "GBP"), SIGN("¥", "CNYJPY"), SIGN("￥", "CNYJPY"),
	SIGN("CN¥", "CNY"), SIGN("JP¥", "JPY"), SIGN("RMB", "CNY"), SIGN("₹", "INR"),
	SIGN("Rs", "INRLKRMURNPRPKRSCR"), SIGN("Rs.", "INRLKRMURNPRPKRSCR"),
	SIGN("kr", "DKKISKNOKSEK"), SIGN("Kr", "DKKISKNOKSEK"), SIGN("kr.", "DKKISKNOKSEK"),
	SIGN("zł", "PLN"), SIGN("Kč", "CZK"), SIGN("Ft", "HUF"), SIGN("₽", "RUB"),
	SIGN("₺", "TRY"), SIGN("₪", "ILS"), SIGN("₫", "VND"), SIGN("₩", "KPWKRW"),
	SIGN("฿", "THB"), SIGN("₴", "UAH"), SIGN("₦", "NGN"), SIGN("₱", "PHP"), SIGN("₡", "CRC"),
	SIGN("₲", "PYG"), SIGN("₸", "KZT"), SIGN("₼", "AZN"), SIGN("₾", "GEL"), SIGN("₵", "GHS"),
	SIGN("₭", "LAK"), SIGN("₮", "MNT")
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Is `code` one of these? */
static bool
in_list(struct str list, struct str code)
{
	size_t i;

	for (i = 0; i + CODE <= list.n; i += CODE)
		if (memcmp(list.p + i, code.p, CODE) == 0)
			return true;
	return false;
}

/* Three bytes, which are ordered as they are. */
static inline unsigned
as_number(const char *p)
{
	return (unsigned)(unsigned char)p[0] << 16 | (unsigned)(unsigned char)p[1] << 8 |
	    (unsigned char)p[2];
}

bool
money_is_code(struct str s)
{
	size_t low = 0, high = (sizeof codes - 1) / CODE;
	unsigned code, other;

	if (s.n != CODE)
		return false;
	code = as_number(s.p);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (code == (other = as_number(codes + middle * CODE)))
			return true;
		if (code < other)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static void
set_code(struct money *m, struct str code)
{
	memset(m->code, 0, sizeof m->code);
	if (code.n == CODE)
		memcpy(m->code, code.p, CODE);
}

bool
money_parse(struct str s, struct money *m)
{
	static const struct {
		struct str word;
		unsigned power;
	} units[] = {
		{ { "k", 1 }, 3 }, { { "K", 1 }, 3 }, { { "m", 1 }, 6 }, { { "M", 1 }, 6 },
		{ { "bn", 2 }, 9 }
	};
	struct str code;
	size_t i;

	set_code(m, STR(""));
	if (number_parse(s, &m->amount))
		return true;
	s = str_trim(s);
	code = str_slice(s, s.n > CODE ? s.n - CODE : s.n, s.n);
	if (money_is_code(code)) {
		set_code(m, code);
		s = str_trim(str_slice(s, 0, s.n - CODE));
	}
	for (i = 0; i < sizeof units / sizeof *units; i++)
		if (str_ends(s, units[i].word))
			return number_parse(str_slice(s, 0, s.n - units[i].word.n), &m->amount) &&
			    number_shift(&m->amount, units[i].power);
	return number_parse(s, &m->amount);
}

/* The codes that the front (or the end) of *s may mean, taken off; "" when there are none. */
static struct str
take_currency(struct str *s, bool front)
{
	struct str found = { "", 0 }, code = front ? str_slice(*s, 0, CODE) :
	    str_slice(*s, s->n > CODE ? s->n - CODE : 0, s->n);
	size_t i, size = 0;

	if (s->n == 0 || is_digit(s->p[front ? 0 : s->n - 1]))
		return found;
	if (money_is_code(code)) {
		found = code;
		size = CODE;
	}
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].sign.n > size && (front ? str_starts(*s, signs[i].sign) :
		    str_ends(*s, signs[i].sign))) {
			found = signs[i].codes;
			size = signs[i].sign.n;
		}
	/* A longer word is not a currency. */
	if (front && size && size < s->n && is_letter(s->p[size - 1]) && is_letter(s->p[size]))
		return (struct str){ "", 0 };
	*s = text_trim(front ? str_slice(*s, size, s->n) : str_slice(*s, 0, s->n - size));
	return found;
}

/* What both lists allow; false when they contradict each other. */
static bool
agree(struct str a, struct str b, struct str *both)
{
	if (a.n == 0 || b.n == 0 || str_eq(a, b)) {
		*both = a.n ? a : b;
		return true;
	}
	*both = b.n == CODE ? b : a;
	return both->n == CODE && in_list(a, *both) && in_list(b, *both);
}

bool
money_parse_human(struct str s, char decimal, struct money *m, bool *ambiguous)
{
	struct str code = { "", 0 }, rest;
	bool negative, more;
	size_t n;
	int i;

	*ambiguous = false;
	s = text_trim(s);
	n = s.n;
	if (!number_parse_sign(&s, &negative))
		return false;
	more = s.n == n;        /* a sign may still come behind the currency: "$-5", "€ (5)" */
	for (i = 0; i < 4; i++) /* "CAD $5" has two before the number, "5 kr DKK" two behind it */
		if (!agree(code, take_currency(&s, i < 2), &code))
			return false;
	rest = s;
	if ((!more && (!number_parse_sign(&rest, &more) || rest.n != s.n)) ||
	    !number_parse_human(s, decimal, &m->amount, ambiguous))
		return false;
	if (negative)
		m->amount.units = -m->amount.units;
	set_code(m, code);
	return true;
}

void
money_print(struct buf *b, const struct money *m)
{
	number_print(b, m->amount);
	if (m->code[0] != '\0') {
		buf_byte(b, ' ');
		buf_str(b, str_of(m->code));
	}
}
