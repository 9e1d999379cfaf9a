/*
 * notice - the formats, by name.
 */
#include "due/notice.h"

static void
next(struct buf *b, const struct notice *n)
{
	date_print(b, n->next);
	buf_str(b, n->next != INSTANT_NONE ? STR("\n") : STR(""));
}

static const struct {
	const char *name;
	void (*print)(struct buf *, const struct notice *);
} formats[] = {
	{ "next", next },
	{ "table", notice_table },
	{ "text", notice_text },
	{ "ics", notice_ics },
	{ "html", notice_html },
	{ "prom", notice_prom },
};

uint64_t
notice_told(const struct notice *n)
{
	return n->outcome[SLA_SOON] + n->outcome[SLA_OVERDUE] - n->due->n;
}

void
notice_print(struct buf *b, struct str name, const struct notice *n, bool silent)
{
	size_t i;

	for (i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_is(name, formats[i].name) && (n->due->n != 0 || !silent))
			formats[i].print(b, n);
}
