/*
 * import_parts - what lead-import spends on a key and on a telephone number: import_parts [MILLIONS]
 *
 * Keys: as many leads as asked for, one in ten with the e-mail address of an earlier one; all three
 * keys are there.  Numbers: a thousand of each of eleven countries, as people write them, one in
 * eight with an extension.  Nanoseconds a key, and millions of numbers a second; the best of three.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../seconds.h"
#include "import/match.h"
#include "value/phone.h"

static uint64_t state = 1;

static uint64_t
draw(void)                      /* splitmix64 */
{
	uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* Seconds to find the groups of n leads. */
static double
group(uint32_t n, uint64_t *joined)
{
	struct match m = { 0 };
	double start;
	uint32_t i;

	for (i = 0; i < n; i++) {
		uint64_t who = draw() % 10 ? i : draw() % (i + 1);
		struct match_lead l = { .key = { i + 1, (who + 1) * UINT64_C(0x9e3779b97f4a7c15), draw() | 1 },
			.first = 1, .last = (uint32_t)who + 1 };

		match_add(&m, &l);
	}
	start = seconds_now();
	match_group(&m);
	start = seconds_now() - start;
	*joined = m.n.joined[MATCH_EMAIL];
	match_free(&m);
	return start;
}

enum { EACH = 1000, TIMES = 20 };

static const struct { const char *region, *written; } plans[] = {
	{ "US", "(212) 736-%04u" }, { "GB", "020 7946 %04u" }, { "DE", "+49 30 901%04u" },
	{ "FR", "01 42 68 %02u %02u" }, { "NL", "020-624%04u" }, { "IN", "+91 98%04u%04u" },
	{ "BR", "(11) 9%04u-%04u" }, { "ES", "91 308 %02u %02u" }, { "IT", "06 698 %05u" },
	{ "AU", "(02) 9250 %04u" }, { "JP", "03-3224-%04u" }
};
enum { PLANS = sizeof plans / sizeof *plans };

static char number[PLANS * EACH][40];

static void
make_numbers(void)
{
	unsigned p, i;

	for (p = 0; p < PLANS; p++)
		for (i = 0; i < EACH; i++) {
			char *to = number[p * EACH + i];
			int n = snprintf(to, sizeof *number, plans[p].written, (unsigned)(draw() % 100),
			    (unsigned)(draw() % 100));

			if (i % 8 == 0)
				snprintf(to + n, sizeof *number - (size_t)n, " ext. %u", i);
		}
}

/* Seconds to read all of them TIMES times. */
static double
read_numbers(unsigned *valid)
{
	struct arena a = { 0 };
	double start = seconds_now();
	unsigned t, i;
	struct phone p;

	for (*valid = t = 0; t < TIMES; t++)
		for (i = 0; i < PLANS * EACH; i++) {
			*valid += phone_parse(&a, str_of(number[i]), str_of(plans[i / EACH].region), &p) ==
			    PHONE_VALID;
			arena_reset(&a);
		}
	start = seconds_now() - start;
	arena_free(&a);
	return start;
}

int
main(int argc, char **argv)
{
	uint32_t n = 1000000 * (argc > 1 ? (uint32_t)atoi(argv[1]) : 1);
	double keys = 1e9, numbers = 1e9, seconds;
	uint64_t joined = 0;
	unsigned valid = 0;
	int i;

	make_numbers();
	for (i = 0; i < 3; i++) {
		seconds = group(n, &joined);
		keys = seconds < keys ? seconds : keys;
		seconds = read_numbers(&valid);
		numbers = seconds < numbers ? seconds : numbers;
	}
	printf("keys\t%.1f\t%llu joined\n", keys * 1e9 / n / MATCH_KEYS, (unsigned long long)joined);
	printf("phones\t%.2f\t%.0f %% valid\n", PLANS * EACH * TIMES / numbers / 1e6,
	    100.0 * valid / (PLANS * EACH * TIMES));
	return 0;
}
