/* csv_fuzz - any bytes: the reader sees what the model sees, and sniffing survives them.
 * The first two bytes choose options, the rest is the body. */
#include "fuzz.h"
#include "../csv_model.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const size_t limits[] = { 100000, 64, 200, 1000 }, blocks[] = { 0, 1, 64, 100 };
	struct csv_case how = { .delimiter = ',', .eol = '\n' };
	struct buf text = { 0 }, log = { 0 };
	struct csv_seen seen;

	if (size < 2)
		return 0;
	how.lenient = data[0] & 1;
	how.most = limits[data[0] >> 1 & 3];
	how.block = blocks[data[0] >> 3 & 3];
	how.read_size = data[0] >> 5;
	how.delimiter = ",;\t|"[data[1] & 3];
	buf_printf(&text, "a%cb\n", how.delimiter);
	buf_add(&text, data + 2, size - 2);
	if (!csv_model_agrees(&how, buf_text(&text), 4, 2))
		abort();
	how.delimiter = '\0';
	csv_model_read(&how, (struct str){ (const char *)data + 2, size - 2 }, &seen, &log);
	buf_free(&log);
	buf_free(&text);
	return 0;
}
