/* lead-qualify, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-qualify.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ NULL },
	{ "--explain", "--framework", "meddic", "-T", "jsonl" },
	{ "--only", "sql,mql", "--excel" },
	{ "--count=json", "--lenient" },
	{ "-T", "json", "-v" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, true, data, size);
}
