/* The JSON skim: any bytes, as a value, as an array and as an object.
 * files: lib/record/skim.c
 * options: -eva-slevel 100 -eva-split-return 0 -eva-domains equality -eva-auto-loop-unroll 8 */
#include "any.h"
#include "record/skim.h"

enum { MOST = 14, ROOM = 3 };

static char room[MOST];
static struct field key[ROOM], value[ROOM];

int
main(void)
{
	struct skim k = { .key = key, .value = value, .room = ROOM };
	struct str s = any_text(room, sizeof room, MOST);
	size_t used;

	skim_value(s, &used);
	skim_array(s, &k, &used);
	skim_object(s, &k, &used);
	return 0;
}
