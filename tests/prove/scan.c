/* Bytes in words, without the processor's help: any 64 bytes, any masks, any eight digits.
 * files: lib/base/str.c
 * options: -eva-slevel 100 -eva-auto-loop-unroll 64 */
#include "any.h"
#include "base/word.h"
#include "record/scan.h"

static char room[80];

int
main(void)
{
	struct str s = any_text(room, sizeof room, 80);
	struct scan_block b = scan_load(s.p);
	uint64_t mask = scan_bytes(&b, '"'), carry = 0;
	int64_t number;
	uint32_t n;

	scan_number(&b, ',');
	scan_either(&b, '\n', '\r');
	scan_unusual(&b);
	scan_inside(mask, &carry);
	scan_odd(scan_count(mask));
	scan_low(Frama_C_unsigned_int_interval(0, UINT32_MAX));
	if (mask != 0) {
		scan_first(mask);
		scan_last(mask);
	}
	for (n = 0; n <= 16; n++)
		scan_tally(s.p, n, ';');
	for (n = 1; n <= 8; n++)
		word_digits(s.p, n, &number);
	word_plain(any_text(room, sizeof room, 20));
	return 0;
}
