/*
 * rowsum - what --summary should say of a file: rowsum csv|json FILE: rows lines bytes sum
 *
 * Knows nothing of the library: quotes are counted, the CRC goes bit by bit.  The first record of csv is
 * its header; json has a row a line, perhaps in an array.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static uint32_t
crc(const char *p, size_t n)
{
	uint32_t sum = 0xFFFFFFFF;
	int i;

	for (; n-- != 0; p++)
		for (sum ^= (unsigned char)*p, i = 0; i < 8; i++)
			sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
	return ~sum;
}

int
main(int argc, char **argv)
{
	static char row[1 << 24];
	unsigned long long rows = 0, lines = 0, bytes = 0;
	uint64_t sum = 0;
	bool csv, quoted = false, header;
	size_t n = 0;
	FILE *f;
	int c = 0;

	if (argc != 3 || (f = fopen(argv[2], "r")) == NULL)
		return 2;
	header = csv = strcmp(argv[1], "csv") == 0;
	while (c != EOF && n < sizeof row) {
		c = getc(f);
		bytes += c != EOF;
		lines += c == '\n' || (c == EOF && n != 0);
		quoted ^= csv && c == '"';
		if (c != EOF && (c != '\n' || quoted)) {
			row[n++] = (char)c;
			continue;
		}
		if (n != 0 && row[n - 1] == '\r')
			n--;
		if (!csv && n != 0 && row[n - 1] == ',')
			n--;
		if (n != 0 && !header && (csv || row[0] == '{')) {
			rows++;
			sum += crc(row, n);
		}
		header = header && n == 0;
		n = 0;
	}
	printf("%llu %llu %llu %016" PRIx64 "\n", rows, lines, bytes, sum);
	return fclose(f) != 0;
}
