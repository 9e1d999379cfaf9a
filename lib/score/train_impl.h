/*
 * train_impl - what the files of train share; private to lib/score.
 *
 *	train_table.c    rows in, codes of distinct texts out
 *	train_part.c     what is in histories and lists
 *	train_value.c    what a text is: number, day, word; what a column is
 *	train_number.c   bins of numbers
 *	train_word.c     levels of words
 *	train_guard.c    columns that must not predict, or know the outcome
 *	train_newton.c   regularised logistic regression
 *	train_pair.c     pairs of columns
 *	train.c          the order of events, points
 *	train_model.c    the lead-model file
 */
#ifndef SCORE_TRAIN_IMPL_H
#define SCORE_TRAIN_IMPL_H

#include "score/train.h"

enum {
	TRAIN_CUTS = 40,                /* bins of a number to begin with */
	TRAIN_BINS = 20,                /* and in the end, at most */
	TRAIN_RARE = 5,                 /* rows a level needs; or this share of all: */
	TRAIN_WORDS_MOST = 200,         /* levels of a column of words */
	TRAIN_LEVELS_MOST = 1500,       /* of all columns together, about */
	TRAIN_FEATURES_MOST = 200,      /* that predict; the best ones */
	TRAIN_PENALTIES = 4,            /* to choose from */
	TRAIN_FOLDS = 3                 /* of the cross-validation that chooses the penalty */
};
#define TRAIN_RARE_SHARE 0.0005
#define TRAIN_PAIR_EXCESS 5.0           /* standard deviations */
#define TRAIN_SAME_CHI 4.0              /* 5 % of equal neighbours differ by more */

/* The rows at hand. */
struct train_scope {
	struct arena *arena;
	const struct train_plan *plan;
	const uint32_t *row;            /* their numbers, rising */
	size_t rows;
	double total, came;             /* weighted */
	size_t most_words;
};

struct train_count {
	double n, came;                 /* weighted rows with a code, and those that came */
};

/* Is there more in its cells than a value? */
bool	train_part_has(const struct train_column *c);
/* Such a cell, into the columns of its parts; `closed` is the row's closed_at, or "". */
void	train_part_take(struct train_table *t, uint32_t source, struct str text, struct str closed);
struct str train_part_list(struct arena *a, struct field f);
void	train_part_end_row(struct train_table *t);
/* The column of that name, made when it is new; a cell of it in the row that is being taken. */
uint32_t train_table_column(struct train_table *t, struct str name);
void	train_table_put(struct train_table *t, struct train_column *c, struct str text);

/* The number a cell of this column holds for lead-score; false: none. */
bool	train_number(const struct train_column *c, struct str text, struct number *n);
int	train_weekday(struct str text, const struct zone *zone);
instant	train_time(struct str text, const struct zone *zone);   /* INSTANT_NONE: none */
/* Per code of the column. */
void	train_tally(const struct train_scope *s, const struct train_column *c,
    struct train_count *out);
enum train_kind train_kind_of(const struct train_column *c, const struct train_count *count,
    const struct zone *zone);

/* Fill level, levels and of[], whose room is there. */
void	train_weekday_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count);
void	train_number_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count);
void	train_word_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count);

/* The log-likelihood of `came` of `n` at their own rate. */
double	train_likelihood(double n, double came);
/* What the name alone says, and what the levels say. */
enum train_why train_guard_name(const struct train_plan *p, const struct train_column *c);
bool	train_guard_kept(const struct train_plan *p, const struct train_column *c);
void	train_guard_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count);

struct train_newton {
	const struct train_scope *scope;
	struct train_feature *const *feature;
	size_t features;
	size_t *first;                  /* parameter of each feature's level 0 */
	size_t parameters;
	double *beta, *gradient, *hessian;
	double penalty;
	size_t fold;                    /* 1 to FOLDS: rows of this one are left out; 0: none */
};

void	train_newton_init(struct train_newton *m, const struct train_scope *s,
    struct train_feature *const *feature, size_t features);
void	train_newton_fit(struct train_newton *m, double penalty);       /* from beta on */
double	train_newton_margin(const struct train_newton *m, size_t row);
/* Fill the levels' standard errors, each against the mean of its feature. */
void	train_newton_errors(struct train_newton *m);
/* The penalty with the least loss on rows that were left out, fold by fold; m is fitted with it. */
double	train_newton_choose(struct train_newton *m, const double *falling, size_t n);

/* Up to `most` pairs that say more than their columns do, made in the arena; how many. */
size_t	train_pair_find(const struct train_scope *s, struct train_newton *m,
    struct train_feature **out, size_t most);
/* Can a condition say that a lead is at this level? */
bool	train_pair_named(const struct train_feature *f, size_t level);

#endif
