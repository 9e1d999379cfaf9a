/*
 * train - learn a scoring model from leads whose outcome is known.
 *
 *	row() ─► note ─► table ─► features ─► weights ─► points ─► lead-model file
 *	text       (input order)  bins, words  Newton    thousandths
 *
 * Everything is a function of the rows in their order: no clock, no chance, no hash seed shows.
 * A table keeps each column as codes of its distinct texts, four bytes a cell; a column with
 * very many of them is thinned, so memory follows the number of rows and not what is in them.
 */
#ifndef SCORE_TRAIN_H
#define SCORE_TRAIN_H

#include "base/buf.h"
#include "base/map.h"
#include "lead/lead.h"

/*
 * The table.
 */
enum {
	TRAIN_WORDS = 1 << 17,          /* distinct texts of a column before it is thinned */
	TRAIN_COLUMNS = 2000,           /* columns at most; more is an error */
	TRAIN_LEAST = 40                /* of either outcome: with fewer nothing is learned */
};

enum train_thin {
	TRAIN_WHOLE,
	TRAIN_DIGITS,                   /* new numbers keep four digits */
	TRAIN_DAYS,                     /* new times keep the day */
	TRAIN_CLOSED                    /* free text: only whether there is any */
};

/* What is in a list, or how often in a history, is a column of its own: see train_part.c. */
enum train_part { TRAIN_PLAIN, TRAIN_ITEM, TRAIN_COUNT };

struct train_column {
	struct str name;                /* its label; of parts "count(call)", "flags: dup" */
	enum train_part part;
	struct str source, item;        /* of parts: the column they are in, the word they are */
	int64_t sum;                    /* of parts: in the row that is being taken */
	enum vocab_field field;
	struct map word;                /* trimmed texts; number 0 is "", unknown */
	struct buf code;                /* uint32_t a row */
	enum train_thin thin;
};

struct train_table {
	struct arena arena;
	struct map names;
	struct train_column *column;
	size_t columns, room;
	struct buf came;                /* uint8_t a row */
	struct buf lot;                 /* uint8_t a row: 0 to 99, from the id or the row's number */
	struct buf weight;              /* double a row */
	size_t rows;
	const struct zone *zone;        /* of times that state none; NULL: UTC */
	size_t parts;
	struct arena row;               /* of the row that is being taken */
	struct buf touched;             /* uint32_t: parts that it has */
	uint64_t shape;                 /* the last one seen, and its columns */
	uint32_t closed;                /* which of its fields is closed_at; UINT32_MAX: none */
	struct buf places;
};

void	train_table_init(struct train_table *t);
void	train_table_free(struct train_table *t);
/* Append what a record says to notes: any thread.  `id` "" where there is none. */
void	train_table_note(struct buf *notes, struct record *r, bool came, double weight,
    struct str id);
/* Take such notes in, in the order of the records. */
int	train_table_take(struct train_table *t, struct str notes, struct err *e);
void	train_table_end(struct train_table *t);         /* all rows are in */

static inline const uint32_t *
train_codes(const struct train_column *c)
{
	return (const uint32_t *)(const void *)c->code.p;
}

/*
 * Features: what a column can say, as a few levels.
 */
enum train_kind { TRAIN_NUMBER, TRAIN_WORD, TRAIN_WEEKDAY };

enum { TRAIN_UNKNOWN = 0, TRAIN_NONE = UINT16_MAX };    /* levels: unknown; of a pair: not met */
enum { TRAIN_ALL = 2 };                 /* all rows, held out or not */

struct train_level {
	struct str word;                /* words: the first spelling; "" of unknown and the rest */
	bool has_low, has_high;         /* numbers: low is the high of the bin before */
	struct number low, high;        /* high is in the bin */
	double n, came;                 /* weighted rows at hand */
	double weight, error;           /* of the log odds */
	int64_t points;
};

/* Why a column does not predict; TRAIN_USED when it does. */
enum train_why {
	TRAIN_USED, TRAIN_DROPPED, TRAIN_OUTCOME, TRAIN_IDENTITY, TRAIN_PROCESS, TRAIN_OWN,
	TRAIN_TIME, TRAIN_HISTORY, TRAIN_TEXT, TRAIN_SAME, TRAIN_LEAK_AUC, TRAIN_LEAK_FILLED,
	TRAIN_LEAK_PURE, TRAIN_LEAK_LATER, TRAIN_SILENT, TRAIN_LIST
};
const char *train_why_text(enum train_why why);

struct train_feature {
	const struct train_column *column;
	enum train_kind kind;
	enum train_why why;
	bool kept;                      /* the operator wants it, whatever the guard says */
	double area;                    /* AUC of this column alone */
	struct str pure;                /* LEAK_PURE: the value */
	struct train_level *level;      /* level 0 is unknown; of words the last is the rest */
	size_t levels;
	uint16_t *of;                   /* the level of each code */
	uint16_t *at;                   /* the level of each row */
	size_t rest;                    /* words: the level of the rest, or 0 */
	bool whole;                     /* numbers: all are whole */
	bool rising, falling;           /* numbers: the bins are monotone */
	const struct train_feature *a, *b;      /* a pair: level = la * b->levels + lb; else NULL */
};

/* What is learned from which rows. */
struct train_plan {
	const struct train_table *table;
	const uint8_t *test;            /* a row: 1 when it is held out */
	const struct zone *zone;
	const struct str *drop, *keep, *outcome;        /* names of columns */
	size_t drops, keeps, outcomes;
	const struct train_fit *decided;        /* columns left out there are left out here; or NULL */
	bool guard;                     /* look for leaks */
	size_t pairs;                   /* most pairs of columns */
	double penalty;                 /* of the sum of squared weights / 2; 0: chosen here */
};

struct train_fit {
	struct arena *arena;
	struct train_feature *feature;
	size_t features;                /* of columns, used or not, in file order; then pairs */
	size_t pairs;                   /* how many of them are pairs */
	double intercept;
	double penalty;
	double slope;                   /* log odds a point */
	size_t rows;
};

/* Bin, guard, fit and round, on the rows whose test[] is `held`, or on all.  The fit lives in
 * the arena.  Memory that follows the rows is in *a as well. */
void	train_fit(struct arena *a, const struct train_plan *p, uint8_t held, struct train_fit *out);
/* The score of a row in thousandths, as lead-score gives it. */
int64_t	train_fit_score(const struct train_fit *f, size_t row);
double	train_fit_probability(const struct train_fit *f, int64_t score);

#endif
