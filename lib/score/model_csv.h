/*
 * model_csv - what reading a table of rules and writing it as JSON share; private to lib/score.
 */
#ifndef SCORE_MODEL_CSV_H
#define SCORE_MODEL_CSV_H

#include "base/map.h"
#include "score/model_impl.h"

enum csv_column { CSV_GROUP, CSV_NAME, CSV_DESCRIPTION, CSV_WHEN, CSV_POINTS, CSV_MIN, CSV_MAX,
	CSV_HALF_LIFE, CSV_COLUMNS };

struct csv_row {
	struct csv_row *next;               /* of its group */
	struct str cell[CSV_COLUMNS];
	uint64_t line;
};

struct csv_group {
	struct csv_row *first, **last;
	const struct csv_row *limits;       /* NULL: none */
};

struct csv_table {
	struct arena temp;
	const char *name;
	int32_t at[CSV_COLUMNS];            /* column of the file, or -1 */
	struct map names;
	struct buf groups;              /* struct csv_group *, in the order of names */
	struct csv_group grades, total;
	struct buf out, lines;          /* the JSON, and the line of the file for each of its own */
	uint64_t line;                  /* of the row that is being written */
	size_t bytes;
	struct err *err;
};

extern const char *const model_csv_column[CSV_COLUMNS + 1];     /* their names */

/* "max: what", at a line of the file.  Returns -1. */
int	model_csv_fail(const struct csv_table *t, uint64_t line, enum csv_column c, const char *what);
/* All rows, as a lead-model in t->out. */
int	model_csv_json(struct csv_table *t);

#endif
