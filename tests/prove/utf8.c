/* UTF-8: any bytes, up to a word of them, and what is left behind one.
 * files: lib/value/text_valid.c
 * options: -eva-slevel 5000 -eva-domains bitwise
 * splits: sequence:0:1:2:3:4
 * splits: pairs:0:7:8 */
#include "any.h"
#include "value/text.h"

static char room[48];
static const size_t length[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };

int
main(void)
{
	size_t i, bad;

	//@ loop unroll 20;
	for (i = 0; i < sizeof length / sizeof *length; i++) {
		struct str s = any_text(room, sizeof room, length[i]);

		text_valid(s, &bad);
		text_valid_ascii(s);
	}
	return 0;
}
