/*
 * report - what a report says, as tables, and the ways to write them.
 *
 * All writers show the same tables: csv and json with bare numbers and machine names; table, md
 * and html for people; svg the picture of the first.  A cell can be unknown: then it is empty.
 */
#ifndef FUNNEL_REPORT_H
#define FUNNEL_REPORT_H

#include "base/arena.h"
#include "base/buf.h"

enum { REPORT_TABLES = 16 };

enum report_kind {
	REPORT_TEXT,
	REPORT_COUNT,
	REPORT_SHARE,                   /* 0.385391; for people 38.5 % */
	REPORT_RATE,                    /* a share with its interval: three columns of csv */
	REPORT_RATIO,                   /* a number with its interval: three columns of csv */
	REPORT_SPAN,                    /* seconds; for people 2d 3h */
	REPORT_MONEY,                   /* hundredths: 12000.50 */
	REPORT_REAL                     /* twelve digits; for people four */
};

/* How html and svg draw a table. */
enum report_chart { REPORT_NO_CHART, REPORT_FUNNEL, REPORT_TRIANGLE, REPORT_CURVES, REPORT_INTERVALS };

struct report_column {
	struct str name;                /* for machines: p90_seconds */
	struct str label;               /* for people: p90 */
	enum report_kind kind;
	bool quiet;                     /* left out where width is dear: in `table`, in md, on paper */
};

struct report_cell {
	bool known;
	union {
		struct str text;        /* TEXT */
		int64_t n;              /* COUNT, SPAN, MONEY */
		struct {
			double x, low, high;    /* SHARE, RATE, RATIO, REAL */
		};
	};
};

struct report_table {
	struct arena *arena;
	const char *name, *title;
	struct report_column *column;
	size_t columns, column_room;
	size_t keys;                    /* the leading columns that name a group of rows */
	struct report_cell *cell;       /* row by row */
	size_t cells, room;
	enum report_chart chart;
	struct str note;                /* plain sentences; "" for none */
};

struct report {
	struct arena *arena;
	struct str title, subtitle;
	struct report_table *table[REPORT_TABLES];
	size_t tables;
	char delimiter;                 /* of csv */
};

struct report_table *report_add(struct report *r, const char *name, const char *title);
/* Names are unique: a key called like a later column, or like an earlier key, becomes by_NAME. */
struct report_column *report_column(struct report_table *t, struct str name, struct str label,
    enum report_kind kind);
/* The next cell of the current row.  A text is borrowed; "" is a text. */
void	report_text(struct report_table *t, struct str text);
void	report_number(struct report_table *t, int64_t n);       /* COUNT, SPAN, MONEY */
void	report_real(struct report_table *t, double x);          /* SHARE, REAL; NAN: unknown */
void	report_rate(struct report_table *t, uint64_t k, uint64_t n);    /* Wilson; unknown of none */
void	report_range(struct report_table *t, double x, double low, double high);
void	report_gap(struct report_table *t);                     /* unknown */

size_t	report_rows(const struct report_table *t);
const struct report_cell *report_cell(const struct report_table *t, size_t row, size_t column);
bool	report_same_group(const struct report_table *t, size_t a, size_t b);     /* of two rows */

/* The writers' words for --to, "table" first; NULL-ended. */
extern const char *const report_formats[];
void	report_write(struct buf *out, const struct report *r, const char *format);

/* Parts of the writers: a cell for people; a share in per cent; bytes safe in HTML. */
void	report_show(struct buf *out, const struct report_column *c, const struct report_cell *cell);
void	report_percent(struct buf *out, double share);
void	report_count(struct buf *out, int64_t n);               /* 12,345 */
void	report_markup(struct buf *out, struct arena *a, struct str text);
void	report_decimal(struct buf *out, double value, int digits);
/* The same, but what is too small for so many digits is no 0: 1.5e-20. */
void	report_real_decimal(struct buf *out, double value, int digits);
/* As it is, or so much of it that with an ellipsis it is `most` columns wide. */
struct str report_clip(struct arena *a, struct str s, size_t most);

void	report_csv(struct buf *out, const struct report *r);
void	report_json(struct buf *out, const struct report *r);
void	report_md(struct buf *out, const struct report *r);
void	report_plain(struct buf *out, const struct report *r);
void	report_html(struct buf *out, const struct report *r);
void	report_svg(struct buf *out, const struct report *r);

/* The picture of a table, as an <svg> element; false: it has none. */
extern const char *const report_chart_style;    /* CSS of its classes */
bool	report_chart(struct buf *out, const struct report_table *t, size_t from, size_t until);

#endif
