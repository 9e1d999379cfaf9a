/*
 * The passes over the bytes of CSV, in every way they are built: the index of a chunk is what the
 * plainest loop finds, whatever lies behind the text, and all ways cut alike.
 */
#include "law.h"
#include "record/format_csv.h"
#include "value/text.h"

enum { ROUNDS = 30000, MOST = 400, ROOM = MOST + SCAN_BLOCK };

/* What texts are made of: the more of it there is, the plainer the text. */
static const char *const piece[] = { "a", "bc", ",", "d,e", "\n", "\"f\"", "\"g\"\"h\"", "\",\n\"", "\r\n",
	"\xc3\xa9", "x\xc5\x82y", "\xd6\xbf", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\r", "\"", "\xc3", "\xa9",
	"\xc1\xbf", "\xe0\xa0", "\xf4\x90\x80\x80", "\xed\xa0\x80" };

static uint32_t
make(char *text)
{
	uint32_t pieces = 2 + below(sizeof piece / sizeof *piece - 1), n = 0, i;
	uint32_t size = below(8) ? below(MOST) : SCAN_BLOCK * below(MOST / SCAN_BLOCK);
	uint32_t plain = below(4) * 8;

	while (n < ROOM - 16) {
		const char *s = below(plain + 1) ? "plain" : piece[below(pieces)];

		memcpy(text + n, s, strlen(s));
		n += (uint32_t)strlen(s);
	}
	for (; n < ROOM; n++)
		text[n] = 'z';
	/* Seldom a NUL, and then anywhere. */
	for (i = below(40) ? 0 : 2; i != 0; i--)
		text[below(ROOM)] = '\0';
	return size;
}

static void
fail(const char *what, const char *text, uint32_t n)
{
	uint32_t i;

	fprintf(stderr, "csv_scan_law: %s of %u bytes:", what, n);
	for (i = 0; i < n; i++)
		fprintf(stderr, text[i] < ' ' || text[i] > '~' ? "\\x%02x" : "%c", text[i] & 0xff);
	fprintf(stderr, "\n");
	exit(1);
}

struct space {
	uint32_t foreign[ROOM / SCAN_BLOCK + 2];
	uint32_t separator[ROOM + SCAN_SPREAD], row[ROOM + SCAN_SPREAD], inner[ROOM + SCAN_SPREAD];
};

static struct csv_index
index_in(struct space *s)
{
	return (struct csv_index){ .separator = s->separator, .row = s->row, .inner = s->inner,
	    .foreign = s->foreign };
}

static void
plainly(const struct csv_rules *rules, struct csv_index *x, const char *p, uint32_t n)
{
	uint32_t separators = 0, i;
	bool inside = false;

	for (i = 0; i < n; i++) {
		inside ^= p[i] == '"';
		if (inside && p[i] == rules->eol)
			x->inner[x->inners++] = i;
		if (inside || (p[i] != rules->delimiter && p[i] != rules->eol))
			continue;
		if (p[i] == rules->eol)
			x->row[x->rows++] = separators;
		x->separator[separators++] = i;
	}
	if (n != 0 && p[n - 1] != rules->eol) {
		x->row[x->rows++] = separators;
		x->separator[separators] = n;
	}
	x->clean = memchr(p, '\0', n) == NULL && text_valid((struct str){ p, n }, NULL);
}

static bool
same(const struct csv_index *a, const struct csv_index *b)
{
	return a->rows == b->rows && a->inners == b->inners && a->clean == b->clean &&
	    memcmp(a->row, b->row, a->rows * sizeof *a->row) == 0 &&
	    memcmp(a->inner, b->inner, a->inners * sizeof *a->inner) == 0 &&
	    (a->rows == 0 || memcmp(a->separator, b->separator,
	    (a->row[a->rows - 1] + 1) * sizeof *a->separator) == 0);
}

static void
try_way(const struct csv_scan *scan, const struct csv_rules *rules, const char *text, uint32_t n)
{
	static struct space space[2];
	struct csv_index want = index_in(&space[0]), got = index_in(&space[1]);
	struct csv_cut a, b;
	bool ended;

	plainly(rules, &want, text, n);
	scan->index(rules, &got, text, n);
	if (!same(&want, &got))
		fail("index", text, n);
	for (ended = false; ; ended = true) {
		a = format_csv_scan.cut(rules, text, n, ended);
		b = scan->cut(rules, text, n, ended);
		if (a.good != b.good || a.lines != b.lines || a.odd != b.odd)
			fail("cut", text, n);
		if (ended)
			break;
	}
}

int
main(int argc, char **argv)
{
	const struct csv_scan *best = format_csv_scan_best();
	char *text = malloc(ROOM);
	uint32_t n;
	int i;

	law_start(argc, argv, 20260301);
	for (i = 0; i < ROUNDS; i++) {
		struct csv_rules rules = { .delimiter = ",;"[below(8) == 0],
			.eol = "\n\r"[below(8) == 0] };

		n = make(text);
		try_way(&format_csv_scan, &rules, text, n);
		try_way(best, &rules, text, n);
	}
	free(text);
	return 0;
}
