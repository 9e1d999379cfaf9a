/*
 * notice_ics - to-dos, RFC 5545.
 *
 *	NAME:text, with \\ \, \; and \n, folded␍␊
 *	 so that no line is longer than 75 bytes␍␊
 *
 * Not by libical: short of memory, that leaves properties out and says nothing, or crashes.
 */
#include "due/notice.h"
#include "value/text.h"

enum { LINE_MOST = 75 };

/* One content line, folded between characters. */
static void
put(struct buf *b, const char *name, struct str value)
{
	struct str s;
	struct buf line = { 0 };
	size_t most = LINE_MOST, n;

	buf_printf(&line, "%s:%.*s", name, STR_ARG(value));
	for (s = buf_text(&line); s.n > most; s = str_slice(s, n, s.n), most = LINE_MOST - 1) {
		for (n = most; ((unsigned char)s.p[n] & 0xC0) == 0x80; n--)
			;
		buf_add(b, s.p, n);
		buf_str(b, STR("\r\n "));
	}
	buf_str(b, s);
	buf_str(b, STR("\r\n"));
	buf_free(&line);
}

/* What a lead says: controls made visible, and nothing that has a meaning here. */
static void
escape(struct buf *b, struct arena *a, struct str s)
{
	size_t i;

	s = text_visible(a, s);
	for (i = 0; i < s.n; i++) {
		if (strchr("\\,;", s.p[i]) != NULL)
			buf_byte(b, '\\');
		buf_byte(b, s.p[i]);
	}
}

/* 20260302T090000Z */
static void
put_time(struct buf *b, const char *name, instant t)
{
	struct buf text = { 0 };
	size_t i, n = 0;

	date_print(&text, t);
	for (i = 0; i < text.n; i++)
		if (text.p[i] != '-' && text.p[i] != ':')
			text.p[n++] = text.p[i];
	put(b, name, (struct str){ text.p, n });
	buf_free(&text);
}

static void
put_summary(struct buf *b, struct arena *a, const struct listing_item *i)
{
	const struct str *t = i->facts->text;
	struct buf text = { 0 };

	escape(&text, a, t[LISTING_ACTION].n ? t[LISTING_ACTION] : STR("(not permitted)"));
	buf_str(&text, STR(": "));
	escape(&text, a, t[LISTING_NAME].n ? t[LISTING_NAME] :
	    t[LISTING_EMAIL].n ? t[LISTING_EMAIL] : t[LISTING_ID]);
	if (t[LISTING_COMPANY].n) {
		buf_str(&text, STR("\\, "));
		escape(&text, a, t[LISTING_COMPANY]);
	}
	put(b, "SUMMARY", buf_text(&text));
	buf_free(&text);
}

static void
put_description(struct buf *b, struct arena *a, const struct listing_item *i)
{
	static const enum listing_text shown[] = { LISTING_PHONE, LISTING_EMAIL, LISTING_OWNER,
		LISTING_RULE };
	static const char *const label[] = { "phone", "e-mail", "owner", "rule" };
	struct buf text = { 0 };
	size_t k;

	for (k = 0; k < sizeof shown / sizeof *shown; k++)
		if (i->facts->text[shown[k]].n != 0) {
			buf_printf(&text, "%s%s: ", text.n ? "\\n" : "", label[k]);
			escape(&text, a, i->facts->text[shown[k]]);
		}
	if (text.n != 0)
		put(b, "DESCRIPTION", buf_text(&text));
	buf_free(&text);
}

static void
todo(struct buf *b, struct arena *a, const struct listing_item *i, instant now)
{
	char hex[FINGERPRINT_HEX];

	fingerprint_print(i->facts->lead, hex);
	put(b, "BEGIN", STR("VTODO"));
	put(b, "UID", arena_printf(a, "%.*s@lead-due", FINGERPRINT_HEX, hex));
	put_time(b, "DTSTAMP", now);
	put_time(b, "DUE", i->due_at);
	put(b, "STATUS", STR("NEEDS-ACTION"));
	/* 1 to 9, 1 is the most urgent */
	put(b, "PRIORITY", i->facts->level != 0 ? STR("1") : i->facts->overdue ? STR("3") : STR("5"));
	put_summary(b, a, i);
	put_description(b, a, i);
	put(b, "END", STR("VTODO"));
}

void
notice_ics(struct buf *b, const struct notice *n)
{
	struct arena a = { 0 };
	size_t i;

	put(b, "BEGIN", STR("VCALENDAR"));
	put(b, "VERSION", STR("2.0"));
	put(b, "PRODID", STR("-//leadkit//lead-due//EN"));
	for (i = 0; i < n->due->n; i++) {
		todo(b, &a, listing_at(n->due, i), n->now);
		arena_reset(&a);
	}
	put(b, "END", STR("VCALENDAR"));
	arena_free(&a);
}
