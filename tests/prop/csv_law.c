/*
 * csv_law - for any bytes after a header, and however the input is read and cut:
 * the reader sees the records, rejects, blank lines, lines and bytes that the model sees.
 */
#include <time.h>

#include "law.h"
#include "../csv_model.h"

/* Pieces that make trouble, and a few that do not. */
static const char *const piece[] = {
	"\"", "\"", "\"", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"\"", "\",\"", "a", "b c", "5'10\"",
	",\"", "\",", "\"\n", "x,y,z\n", "\"x\",y,z\n", "1,\"2,2\",3\n", "\xC3\xA4", "\xC3", ";",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\n\n", "1,\"a\nb\",3\n",
	"1,\"a \"\"b\"\" c\",3\n", "1,2\n", "1,2,3,4\n", "1,6'2\",3\n", "1,\"a\"b,3\n", "1,\"open\n"
};
enum { PIECES = sizeof piece / sizeof *piece };

static void
make_soup(struct buf *text, char eol)
{
	/* Some soups are tame, so that long regular runs happen too. */
	uint32_t n = below(120), first = below(3) ? 0 : below(PIECES), i;

	for (i = 0; i < n; i++) {
		uint32_t at = first + below(PIECES - first);

		if (below(200) == 0)
			buf_byte(text, '\0');
		else if (eol == '\n')
			buf_str(text, str_of(piece[at]));
		else
			/* A file is one of CRs when no LF stands outside of quotes. */
			for (const char *p = piece[at]; *p; p++)
				buf_byte(text, *p == '\n' ? '\r' : *p);
	}
}

static bool
try(struct buf *text)
{
	static const size_t blocks[] = { 0, 1, 2, 16, 63, 64, 65, 100, 1000 };
	static const size_t reads[] = { 0, 0, 1, 3, 64 };
	static const size_t limits[] = { 100000, 100000, 40, 64, 128, 129, 200 };
	struct csv_case how = {
		.delimiter = below(4) ? ',' : ';', .eol = below(4) ? '\n' : '\r',
		.lenient = below(3) == 0, .most = limits[below(7)],
	};
	const char *header = how.delimiter == ';' ? "a;b;c" : "a,b,c";
	size_t n, i;

	text->n = 0;
	buf_str(text, str_of(header));
	buf_byte(text, how.eol);
	n = text->n;
	make_soup(text, how.eol);
	for (i = 0; i < text->n; i++)
		if (how.delimiter == ';' && text->p[i] == ',')
			text->p[i] = ';';
	for (i = 0; i < 3; i++) {
		how.block = blocks[below(9)];
		how.read_size = reads[below(5)];
		if (!csv_model_agrees(&how, buf_text(text), n, 3))
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct buf text = { 0 };
	clock_t end = clock() + 2 * CLOCKS_PER_SEC;
	unsigned long tries = 0;

	law_start(argc, argv, 20260301);
	while (clock() < end && tries < 20000) {
		if (!try(&text))
			return 1;
		tries++;
	}
	printf("csv_law: %lu soups\n", tries);
	buf_free(&text);
	return 0;
}
