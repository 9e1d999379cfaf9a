/* format - the table.  Rows are asked in this order what an unknown input is. */
#include "record/format_impl.h"

const struct format_row format_table[FORMAT_COUNT] = {
	[FORMAT_CSV] = {
		.name = "csv",
		.open = format_csv_open, .cut = format_csv_cut, .close = format_csv_close,
		.split_new = format_csv_split_new, .split_start = format_csv_split_start,
		.split_take = format_csv_split_take,
		.split_free = format_csv_split_free,
	},
	[FORMAT_TSV] = {
		.name = "tsv",
		.open = format_csv_open, .cut = format_csv_cut, .close = format_csv_close,
		.split_new = format_csv_split_new, .split_start = format_csv_split_start,
		.split_take = format_csv_split_take,
		.split_free = format_csv_split_free,
	},
	[FORMAT_JSONL] = {
		.name = "jsonl", .sniff = format_json_sniff_lines,
		.open = format_json_open, .cut = format_json_cut_lines,
		.split_new = format_json_split_new, .split_start = format_json_split_start,
		.split_take = format_json_split_take,
		.split_free = format_json_split_free,
	},
	[FORMAT_JSON] = {
		.name = "json", .sniff = format_json_sniff,
		.open = format_json_open, .cut = format_json_cut,
		.split_new = format_json_split_new, .split_start = format_json_split_start,
		.split_take = format_json_split_take,
		.split_free = format_json_split_free,
	},
};

const char *const format_name[FORMAT_COUNT] = { "auto", "csv", "tsv", "jsonl", "json" };
