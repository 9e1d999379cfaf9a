/*
 * phone_law - phone_parse says what libphonenumber says, about numbers of every territory.
 *
 * usage: phone_law [seed [numbers-per-territory]]; at most one verdict in a thousand may differ
 *
 * Numbers are walks through the verdict automaton (valid by construction), the same with a
 * digit changed, dropped or added, and random digits; dressed up in all the ways people
 * write them, read in their own region, another one, or none.  Our one addition is applied
 * to the oracle too: where a number is not valid otherwise, 00 at its front stands for +.
 */
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <phonenumbers/phonenumberutil.h>

extern "C" {
#include "law.h"
#include "value/phone.h"
#include "value/phone_table.h"
}

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using std::string;

struct Verdict {
	phone_status status;
	string e164, extension, region;

	bool operator==(const Verdict &v) const
	{
		return status == v.status && e164 == v.e164 && extension == v.extension &&
		    region == v.region;
	}
};

/* The ten digits of other scripts, as NormalizeDecimalDigits has them. */
static string
ascii_digits(const string &s)
{
	static const char *const zero[] = { "\xd9\xa0", "\xef\xbc\x90", "\xe0\xa5\xa6" };
	string out;

	for (size_t i = 0; i < s.size();) {
		size_t at = i;

		for (const char *z : zero) {
			string begin = string(z).substr(0, strlen(z) - 1);
			bool is_script = i + strlen(z) <= s.size() &&
			    s.compare(i, begin.size(), begin) == 0;
			int value = is_script ? (unsigned char)s[i + begin.size()] -
			    (unsigned char)z[begin.size()] : -1;

			if (value >= 0 && value <= 9) {
				out += (char)('0' + value);
				i += strlen(z);
				break;
			}
		}
		if (i == at)
			out += s[i++];
	}
	return out;
}

static Verdict
oracle(const string &text, const string &region)
{
	const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
	PhoneNumber number;
	Verdict v = { PHONE_INVALID, "", "", "" };
	PhoneNumberUtil::ErrorType error = util.Parse(text, region.empty() ? "ZZ" : region,
	    &number);

	if (error == PhoneNumberUtil::NO_PARSING_ERROR && util.IsValidNumber(number)) {
		v.status = PHONE_VALID;
		util.Format(number, PhoneNumberUtil::E164, &v.e164);
		v.extension = ascii_digits(number.extension());
		util.GetRegionCodeForNumber(number, &v.region);
		if (v.region == "001")
			v.region = "";
	} else if (error == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR && region.empty()) {
		v.status = PHONE_UNKNOWN;       /* unless there was a + */
		for (size_t i = 0; i < text.size() && !isdigit((unsigned char)text[i]); i++)
			if (text[i] == '+' || text.compare(i, 3, "\xef\xbc\x8b") == 0)
				v.status = PHONE_INVALID;
	}
	return v;
}

/* The oracle, and 00 for + where the number has no meaning otherwise. */
static Verdict
expected(const string &text, const string &region)
{
	Verdict v = oracle(text, region);
	string plain = ascii_digits(text);
	size_t first = plain.find_first_of("+0123456789"), second;

	if (v.status == PHONE_VALID || text.find("\xef\xbc\x8b") < first ||
	    first == string::npos || plain[first] != '0')
		return v;
	second = plain.find_first_of("0123456789", first + 1);
	if (second == string::npos || plain[second] != '0')
		return v;
	Verdict other = oracle(plain.substr(0, first) + "+" + plain.substr(second + 1), "");
	if (other.status == PHONE_VALID)
		return other;
	if (v.status == PHONE_UNKNOWN)
		v.status = PHONE_INVALID;
	return v;
}

static Verdict
ours(struct arena *a, const string &text, const string &region)
{
	struct phone p;
	Verdict v;

	v.status = phone_parse(a, (struct str){ text.data(), text.size() },
	    (struct str){ region.data(), region.size() }, &p);
	v.e164 = string(p.e164.p, p.e164.n);
	v.extension = string(p.extension.p, p.extension.n);
	v.region = p.region;
	return v;
}

static string
random_digits(unsigned least, unsigned most)
{
	string s;

	for (unsigned n = least + below(most - least + 1); s.size() < n;)
		s += (char)('0' + below(10));
	return s;
}

/* A national number that is valid in some territory of the plan's calling code. */
static string
valid_number(const struct phone_table_plan *plan)
{
	unsigned s = phone_table_plans[phone_table_codes[plan->code] - 1].verdict, d;
	string number;

	while (s != 0 && !(phone_table_answer[s] != 0 && below(3) == 0)) {
		unsigned tries = 0;

		do
			d = below(10);
		while (phone_table_next[s][d] == 0 && ++tries < 200);
		if (phone_table_next[s][d] == 0)
			break;
		number += (char)('0' + d);
		s = phone_table_next[s][d];
		if (s < phone_table_final)
			break;
	}
	return number;
}

static string
mutated(string s)
{
	size_t at = s.empty() ? 0 : below((unsigned)s.size());

	switch (below(4)) {
	case 0: s.insert(at, random_digits(1, 1)); break;
	case 1: if (!s.empty()) s.erase(at, 1); break;
	case 2: if (!s.empty()) s[at] = (char)('0' + below(10)); break;
	default: s += random_digits(1, 2);
	}
	return s;
}

static string
pick(const std::initializer_list<const char *> &list)
{
	return list.begin()[below((unsigned)list.size())];
}

/* Punctuation between the digits. */
static string
spaced(const string &s)
{
	string out;

	if (below(3) == 0)
		return s;
	for (char c : s) {
		out += c;
		if (below(4) == 0)
			out += pick({ " ", "-", ".", "/", " - ", ") ", "(", "\xc2\xa0",
			    "\xe2\x80\x91", "~", "x", "\xe2\x80\x8b", "*" });
	}
	return out;
}

static string
other_script(const string &s)
{
	static const char *const zero[] = { "\xd9\xa0", "\xef\xbc\x90", "\xe0\xa5\xa6" };
	string z = zero[below(3)], out;

	for (char c : s) {
		if (isdigit((unsigned char)c)) {
			out += z.substr(0, z.size() - 1);
			out += (char)((unsigned char)z[z.size() - 1] + c - '0');
		} else {
			out += c;
		}
	}
	return out;
}

static string
extension()
{
	return pick({ "", " ", ", ", "," }) +
	    pick({ "x", "X", "ext", "ext.", "Ext: ", "extn", "extension ", "xtn ", "#", "~", "int",
	    "anexo ", ";ext=", ",,", ";", "-", "- ", "\xd0\xb4\xd0\xbe\xd0\xb1. ", "extensi\xc3\xb3n ",
	    "extensio\xcc\x81n ", "\xef\xbd\x98", "\xef\xbc\x83", "e", "ex", "poste ", "p" }) +
	    pick({ "", " ", ".", ": ", "-" }) + random_digits(1, below(4) ? 5 : 22) +
	    pick({ "", "", "", "#", "x", " " });
}

/* How the number may be written and dialled. */
static string
dressed(const struct phone_table_plan *plan, const string &number)
{
	string code = std::to_string(plan->code), out;

	switch (below(12)) {
	case 0: case 1: case 2: out = "+" + spaced(code + number); break;
	case 3:
		out = pick({ "00", "011", "0011", "810", "000", "00 ", "010" }) + spaced(code + number);
		break;
	case 4: out = spaced(code + number); break;
	case 5:
		out = "+" + code + pick({ " (0)", "(0) ", "0", " 1", " 8" }) + spaced(number);
		break;
	case 6: case 7:
		out = pick({ "0", "1", "8", "06", "90", "44", "(0)", "015", "01" }) + spaced(number);
		break;
	case 8: out = "+" + pick({ "0", "00", "+", " ", "011" }) + spaced(code + number); break;
	default: out = spaced(number);
	}
	if (below(6) == 0)
		out = pick({ "p:", "'", "tel:", "Tel. ", "(", "\t", "T ", "a", "\xef\xbc\x8b",
		    "\xe2\x80\xaa" }) + out;
	if (below(5) == 0)
		out += extension();
	if (below(12) == 0)
		out += pick({ " ", ")", ".", "?", "/", " / x", "\\ x1", "\xc3\xa9", "\xe3\x80\x82",
		    "abc", ";isub=1", "\xef\xbc\x8e", "#", ",", "\xcc\x81", " home" });
	if (below(20) == 0)
		out = pick({ "tel:", "" }) + out + ";phone-context=" +
		    pick({ "+44", "+1-914", "example.com", "", "+", "+4a", "+49;x=1", "7.com", "a..b",
		    "-a" });
	if (below(20) == 0)
		out = other_script(out);
	if (below(20) == 0 && !out.empty()) {    /* vanity */
		size_t at = below((unsigned)out.size());
		out.replace(at, 1, pick({ "A", "bc", "DEF", "flowers", "z" }));
	}
	return out;
}

struct Sample {
	string text, region;
};

static std::vector<Sample>
samples(unsigned each)
{
	std::vector<Sample> out;
	unsigned plans = 0, i, j;

	for (i = 0; i < 1000; i++)
		if (phone_table_codes[i] != 0)
			plans += phone_table_plans[phone_table_codes[i] - 1].sharing;
	for (i = 0; i < plans; i++) {
		const struct phone_table_plan *plan = &phone_table_plans[i];

		for (j = 0; j < each; j++) {
			string number = below(5) ? valid_number(plan) : random_digits(0, 18);
			string region = below(10) ? plan->region :
			    below(2) ? phone_table_plans[below(plans)].region : "";
			string text = dressed(plan, below(3) ? number : mutated(number));

			if (text.find_first_not_of(" \t") != string::npos)     /* of nothing, */
				out.push_back({ text, region });                /* we say nothing */
		}
	}
	return out;
}

static double
now()
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void
report(const Sample &sample, const Verdict &got, const Verdict &want)
{
	printf("'%s' in '%s': %d %s %s %s, should be %d %s %s %s\n", sample.text.c_str(),
	    sample.region.c_str(), got.status, got.e164.c_str(), got.extension.c_str(),
	    got.region.c_str(), want.status, want.e164.c_str(), want.extension.c_str(),
	    want.region.c_str());
}

int
main(int argc, char **argv)
{
	unsigned wrong = 0, valid = 0;
	unsigned each = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 40;
	struct arena arena = {};
	struct phone p;
	double start, ours_took, theirs_took;

	law_start(argc, argv, 1);
	std::vector<Sample> all = samples(each);
	start = now();
	for (const Sample &s : all)
		phone_parse(&arena, (struct str){ s.text.data(), s.text.size() },
		    (struct str){ s.region.data(), s.region.size() }, &p);
	ours_took = now() - start;
	start = now();
	for (const Sample &s : all) {
		Verdict want = expected(s.text, s.region), got = ours(&arena, s.text, s.region);

		valid += want.status == PHONE_VALID;
		if (!(want == got) && ++wrong <= 20)
			report(s, got, want);
	}
	theirs_took = now() - start - ours_took;
	arena_free(&arena);
	printf("phone_law: %u of %zu numbers (%u valid) not as libphonenumber has them; "
	    "%.0f ns a number, %.0f there\n", wrong, all.size(), valid,
	    ours_took / (double)all.size(), theirs_took / (double)all.size());
	return wrong * 1000ul > all.size();
}
