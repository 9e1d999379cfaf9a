/* lead-import, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-import.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ "-q" },
	{ "--match", "fuzzy", "--nicknames", "-T", "jsonl" },
	{ "--check" },
	{ "--show-mapping" },
	{ "--match", "off", "--lenient", "--excel" },
	{ "--keep", "newest", "--loose-email", "--region", "DE" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, false, data, size);
}
