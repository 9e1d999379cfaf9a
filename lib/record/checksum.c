/* checksum - zlib has it. */
#include <zlib.h>

#include "record/checksum.h"

uint64_t
checksum_row(struct str row)
{
	size_t comma = str_starts(row, STR(",\n"));

	/* No row begins with a line end, so it is one that stands between rows. */
	row = str_slice(row, comma + str_starts(str_slice(row, comma, row.n), STR("\n")), row.n);
	while (row.n != 0 && (row.p[row.n - 1] == '\n' || row.p[row.n - 1] == '\r'))
		row.n--;
	return crc32_z(0, (const Bytef *)row.p, row.n);
}
