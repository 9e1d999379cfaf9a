/* lead-train, see tool_fuzz.h. */
#define main tool_main
int	main(int argc, char **argv);
#include "../../cmd/lead-train.c"
#undef main
#include "tool_fuzz.h"

static const char *const lists[][TOOL_OPTIONS] = {
	{ NULL },
	{ "--report", "text", "--split", "time" },
	{ "--force", "--split", "every:3", "--weight", "value" },
	{ "--report", "html", "--force", "--outcome", "status = won or stage = conversion" }
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return tool_fuzz(lists, sizeof lists / sizeof *lists, false, data, size);
}
