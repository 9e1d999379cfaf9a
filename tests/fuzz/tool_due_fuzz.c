/* lead-due, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-due.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ "--all" },
	{ NULL },
	{ "-T", "table" },
	{ "-T", "text" },
	{ "-T", "html", "--upcoming", "2bd" },
	{ "-T", "ics", "--lenient" },
	{ "-T", "jsonl", "--rank", "value", "--explain" },
	{ "--next" },
	{ "-T", "prom" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, true, data, size);
}
