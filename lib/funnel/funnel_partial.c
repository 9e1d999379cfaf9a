/*
 * funnel_partial - stores written row by row.
 */
#include <stdlib.h>

#include "funnel/funnel_partial.h"
#include "record/cell.h"

enum { VALUES_A_ROW = 10000 };          /* far below the most that a record may have */
/* Times, their seconds, rows: these are added up, and so are those of a few hundred threads. */
static const int64_t MOST = INT64_C(1) << 40;
static const uint64_t MOST_SECONDS = UINT64_C(1) << 54;

const char *const funnel_partial_columns[] = { "part", "key", "sums", NULL };

static const char *const names[FUNNEL_STORES] = {
	[FUNNEL_GROUPS] = "groups", [FUNNEL_TOTALS] = "totals", [FUNNEL_COHORTS] = "cohorts",
	[FUNNEL_LOSSES] = "losses", [FUNNEL_MONEY] = "money", [FUNNEL_TOUCHES] = "touches",
	[FUNNEL_ARMS] = "arms", [FUNNEL_STUCK] = "stuck",
};

static void
write_key(struct buf *b, struct str key)
{
	size_t i;

	buf_byte(b, ':');
	for (i = 0; i < key.n; i++)
		switch (key.p[i]) {
		case STORE_END: buf_byte(b, '|'); break;
		case '|': buf_str(b, STR("\\p")); break;
		case '\\': buf_str(b, STR("\\\\")); break;
		default: buf_byte(b, key.p[i]);
		}
}

static bool
read_key(struct buf *b, struct str text)
{
	size_t i;

	if (text.n == 0 || text.p[0] != ':')
		return false;
	for (b->n = 0, i = 1; i < text.n; i++) {
		char c = text.p[i];

		if (c == '\\' && (++i == text.n || (text.p[i] != 'p' && text.p[i] != '\\')))
			return false;
		buf_byte(b, c == '|' ? STORE_END : c != '\\' ? c : text.p[i] == 'p' ? '|' : '\\');
	}
	return b->n == 0 || b->p[b->n - 1] == STORE_END;
}

struct rows {
	struct buf *out;
	struct arena scratch;
	struct buf key, sums;
	const char *part;
	int64_t n;
};

static void
row(struct rows *w)
{
	const struct cell_style style = { .delimiter = ',' };

	buf_str(w->out, str_of(w->part));
	buf_byte(w->out, ',');
	cell_csv_text(w->out, &w->scratch, &style, buf_text(&w->key));
	buf_byte(w->out, ',');
	buf_str(w->out, buf_text(&w->sums));
	buf_byte(w->out, '\n');
	w->sums.n = 0;
	w->n++;
}

static void
spread_rows(struct rows *w, size_t number, struct spread *s)
{
	uint64_t i;

	if (s->n == 0)
		return;
	(void)spread_quantile(s, 0);            /* sorts, so that the same sums are the same bytes */
	if (spread_is_exact(s)) {
		for (i = 0; i < s->n; i++) {
			if (i % VALUES_A_ROW == 0)
				buf_printf(&w->sums, "t %zu", number);
			buf_printf(&w->sums, " %u", (unsigned)s->value[i]);
			if ((i + 1) % VALUES_A_ROW == 0 || i + 1 == s->n)
				row(w);
		}
		return;
	}
	buf_printf(&w->sums, "b %zu %llu", number, (unsigned long long)s->sum);
	for (i = 0; i < SPREAD_BUCKETS; i++)
		if (s->bucket[i] != 0)
			buf_printf(&w->sums, " %u:%llu", (unsigned)i, (unsigned long long)s->bucket[i]);
	row(w);
}

static void
store_rows(struct rows *w, struct store *s)
{
	const uint32_t *order = store_order(s);
	uint32_t i;
	size_t k;

	for (i = 0; i < s->keys.count; i++) {
		const struct store_row *r = &s->row[order[i]];

		w->key.n = 0;
		write_key(&w->key, s->keys.entry[order[i]].key);
		buf_byte(&w->sums, 'n');
		for (k = 0; k < s->numbers; k++) {
			buf_byte(&w->sums, ' ');
			buf_int(&w->sums, r->number[k]);
		}
		row(w);
		for (k = 0; k < s->spreads; k++)
			spread_rows(w, k, &r->spread[k]);
	}
}

void
funnel_partial_write(struct buf *out, struct funnel *f, struct str settings)
{
	struct rows w = { .out = out };
	size_t i;

	buf_str(out, STR("part,key,sums\n"));
	w.part = "settings";
	write_key(&w.key, settings);
	row(&w);
	for (i = 0; i < FUNNEL_STORES; i++) {
		w.part = names[i];
		store_rows(&w, &f->store[i]);
	}
	w.part = "end";
	w.key.n = 0;
	write_key(&w.key, STR(""));
	buf_printf(&w.sums, "n %lld", (long long)w.n);
	row(&w);
	buf_free(&w.key);
	buf_free(&w.sums);
	arena_free(&w.scratch);
}

/* The next number of a row, after blanks; false: there is none, or none that fits. */
static bool
take(struct str *s, int64_t *n)
{
	bool minus;
	size_t i = 0;

	while (i < s->n && s->p[i] == ' ')
		i++;
	minus = i < s->n && s->p[i] == '-';
	*s = str_slice(*s, i + minus, s->n);
	for (*n = 0, i = 0; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		if (__builtin_mul_overflow(*n, 10, n) || __builtin_sub_overflow(*n, s->p[i] - '0', n))
			return false;
	*s = str_slice(*s, i, s->n);
	return i > 0 && (minus || !__builtin_sub_overflow(0, *n, n));
}

/* Could they have been counted?  Only money can be negative, and nobody converts without being there. */
static bool
is_sound(size_t store, const int64_t *n, size_t numbers)
{
	size_t k;

	for (k = 0; k < numbers && (n[k] >= 0 || store == FUNNEL_MONEY); k++)
		continue;
	return k == numbers && (store != FUNNEL_ARMS || n[1] <= n[0]);
}

static bool
read_numbers(struct funnel *f, size_t store, const struct store_row *r, struct str sums)
{
	struct store *s = &f->store[store];
	int64_t n[512];
	size_t k;

	if (s->numbers > sizeof n / sizeof *n)
		return false;
	for (k = 0; k < s->numbers; k++)
		if (!take(&sums, &n[k]))
			return false;
	if (sums.n != 0 || !is_sound(store, n, s->numbers))
		return false;
	for (k = 0; r != NULL && k < s->numbers; k++)
		store_count(s, r, k, n[k]);
	return true;
}

/* Both together are not too much, or that is remembered. */
static bool
fits(struct store *store, const struct spread *s, const struct spread *more)
{
	bool good = more->n <= (uint64_t)MOST && s->n + more->n <= (uint64_t)MOST &&
	    more->sum <= MOST_SECONDS && s->sum + more->sum <= MOST_SECONDS;

	store->wide |= !good;
	return good;
}

static bool
read_values(struct store *store, struct spread *s, struct str sums)
{
	struct spread some = { 0 };
	int64_t n;
	bool good = true;

	while (good && sums.n != 0) {
		good = take(&sums, &n) && n >= 0 && n <= UINT32_MAX;
		if (good)
			spread_add(&some, (uint32_t)n);
	}
	if (good && s != NULL && fits(store, s, &some))
		spread_merge(s, &some);
	spread_free(&some);
	return good;
}

static bool
read_buckets(struct store *store, struct spread *s, struct str sums)
{
	uint64_t bucket[SPREAD_BUCKETS] = { 0 };
	struct spread some = { .bucket = bucket };
	int64_t at, n;

	if (!take(&sums, &n) || n < 0)
		return false;
	for (some.sum = (uint64_t)n; sums.n != 0; some.n += (uint64_t)n) {
		if (!take(&sums, &at) || at < 0 || at >= SPREAD_BUCKETS || sums.n == 0 || sums.p[0] != ':')
			return false;
		sums = str_slice(sums, 1, sums.n);
		if (!take(&sums, &n) || n < 0 || n > MOST)
			return false;
		bucket[at] += (uint64_t)n;
	}
	if (some.n <= SPREAD_EXACT)             /* so few are never in buckets */
		return false;
	if (s != NULL && fits(store, s, &some))
		spread_merge(s, &some);
	return true;
}

/* What a row says, added to r; with r NULL only read, to see whether it can be. */
static bool
read_sums(struct funnel *f, size_t store, const struct store_row *r, struct str sums)
{
	char kind = sums.n ? sums.p[0] : 0;
	int64_t number;

	sums = str_slice(sums, 1, sums.n);
	if (kind == 'n')
		return read_numbers(f, store, r, sums);
	if ((kind != 't' && kind != 'b') || !take(&sums, &number) || number < 0 ||
	    (size_t)number >= f->store[store].spreads)
		return false;
	return (kind == 't' ? read_values : read_buckets)(&f->store[store],
	    r ? &r->spread[number] : NULL, sums);
}

static bool
is_number(struct str s, size_t digits)
{
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		continue;
	return i == s.n && s.n == digits;
}

/* Would a report understand this key?  First parts say of which breakdown or stage it is. */
static bool
is_key(const struct funnel_plan *p, size_t store, struct str key)
{
	struct str part[FUNNEL_BYS + 4];
	size_t n = 0, stage;

	while (n < sizeof part / sizeof *part && store_part(&key, &part[n]))
		n++;
	if (key.n != 0)
		return false;
	switch (store) {
	case FUNNEL_GROUPS:
	case FUNNEL_MONEY:
		return n != 0 && is_number(part[0], 1) && (size_t)(part[0].p[0] - '0') < p->breakdowns &&
		    n == 1 + p->by[part[0].p[0] - '0'].n + (p->cohort != FUNNEL_NO_COHORT) +
		    (store == FUNNEL_MONEY);
	case FUNNEL_LOSSES:
	case FUNNEL_STUCK:
		if (n != (store == FUNNEL_LOSSES ? 2 : 3) || !is_number(part[0], 2))
			return false;
		stage = (size_t)(part[0].p[0] - '0') * 10 + (size_t)(part[0].p[1] - '0');
		return stage < p->path.stages && (store == FUNNEL_LOSSES || is_number(part[1], 15));
	case FUNNEL_COHORTS:
		return n == 1 || (n == 2 && (str_is(part[1], "?") || is_number(part[1], 6)));
	default:
		return n == (store != FUNNEL_TOTALS);
	}
}

static bool
read_settings(struct funnel *f, struct str settings, struct str key)
{
	f->key.n = 0;
	write_key(&f->key, settings);
	f->other |= !str_eq(key, buf_text(&f->key));
	f->rows++;
	return true;
}

static bool
read_end(struct funnel *f, struct str sums)
{
	int64_t n;

	if (sums.n == 0 || sums.p[0] != 'n')
		return false;
	sums = str_slice(sums, 1, sums.n);
	if (!take(&sums, &n) || sums.n != 0 || n < 0 || n > MOST - f->announced)
		return false;
	f->announced += n;
	return true;
}

bool
funnel_partial_add(struct funnel *f, struct str settings, struct str part, struct str key,
    struct str sums)
{
	const struct store_row *r;
	size_t i;

	if (str_is(part, funnel_partial_columns[0]))
		return true;            /* the header of another part */
	if (str_is(part, "settings"))
		return read_settings(f, settings, key);
	if (str_is(part, "end"))
		return read_end(f, sums);
	for (i = 0; i < FUNNEL_STORES && !str_is(part, names[i]); i++)
		continue;
	if (i == FUNNEL_STORES || !read_key(&f->key, key) || !is_key(f->plan, i, buf_text(&f->key)) ||
	    !read_sums(f, i, NULL, sums))
		return false;
	f->rows++;
	if ((r = store_row(&f->store[i], buf_text(&f->key))) != NULL)   /* else it knows it is full */
		read_sums(f, i, r, sums);
	return true;
}
