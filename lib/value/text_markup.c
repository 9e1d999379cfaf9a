/*
 * text_markup - text within HTML, SVG and XML: the five characters that could end it.
 */
#include "value/text.h"

void
text_markup(struct buf *out, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '&': buf_str(out, STR("&amp;")); break;
		case '<': buf_str(out, STR("&lt;")); break;
		case '>': buf_str(out, STR("&gt;")); break;
		case '"': buf_str(out, STR("&quot;")); break;
		case '\'': buf_str(out, STR("&#39;")); break;
		default: buf_byte(out, s.p[i]);
		}
}
