/* lead-funnel, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-funnel.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ NULL },
	{ "-T", "table", "--losses", "--times", "--stuck", "--money", "--attribution" },
	{ "-T", "json", "--cohort", "week", "--by", "source,country" },
	{ "-T", "html", "--ab", "variant", "--lenient" },
	{ "--partial", "--money", "--by", "source" },
	{ "-T", "csv", "--order", "strict", "--skip", "drop", "--reentry", "any", "--window=30d" },
	{ "-T", "md", "--stages", "file", "--show-values" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, false, data, size);
}
