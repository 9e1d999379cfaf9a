/* lead-score, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-score.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ NULL },
	{ "--explain", "-T", "jsonl" },
	{ "--top", "3", "--what-if", "--excel" },
	{ "--compare", "b2c", "--lenient" },
	{ "-w", "employees > 10 and not title missing", "-T", "json" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, true, data, size);
}
