/*
 * An export, and a mapping file in front of it up to an empty line, or nothing.  What comes out is
 * CSV with every record that was not refused, and importing that changes nothing any more.
 */
#include "fuzz.h"
#include "../import_io.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size }, mapping = { 0 };
	struct record_io once = { 0 }, twice = { .read = { .from = FORMAT_CSV, .delimiter = ',' } };
	size_t end = str_search(text, STR("\n\n"));

	if (size != 0 && *text.p == '{' && end != SIZE_MAX) {
		mapping = str_slice(text, 0, end);
		text = str_slice(text, end + 2, size);
	}
	if (import_io_wrong(&once, &twice, mapping, text) != NULL)
		abort();
	record_io_free(&once);
	record_io_free(&twice);
	return 0;
}
