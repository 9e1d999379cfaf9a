/*
 * evidence - what the cells of a whole column say about how to read them.
 *
 * Gathered in a first pass, by each thread for itself; adding up is commutative, so neither the
 * number of threads nor the cut of the input shows.
 */
#ifndef IMPORT_EVIDENCE_H
#define IMPORT_EVIDENCE_H

#include "import/mapping.h"
#include "record/record.h"
#include "value/money.h"

enum evidence_look {                    /* what a column is looked at for */
	EVIDENCE_FILLED = 1 << 0,
	EVIDENCE_DATE = 1 << 1,
	EVIDENCE_NUMBER = 1 << 2,
	EVIDENCE_TRUTH = 1 << 3,
	EVIDENCE_WORD = 1 << 4,         /* of the field's set */
	EVIDENCE_MAIL = 1 << 5,
	EVIDENCE_PHONE = 1 << 6,
	EVIDENCE_RANGE = 1 << 7         /* classes, as of a firm's size */
};

struct evidence_column {
	unsigned look;
	enum vocab_field field;         /* whose words */
	uint64_t filled;                /* not empty, and no word for missing; where nothing else is
	                                 * looked for, only whether there is any */
	struct date_evidence date;
	uint64_t comma, point;          /* numbers that only read with that decimal sign */
	uint64_t either;                /* that would read differently with each */
	uint64_t truth, other;          /* truth words; others */
	uint64_t foreign;               /* words outside the set that are not truth words; cells
	                                 * that hold more than one address or number; ranges */
	uint64_t like, unlike;          /* an address or a number, by the looks of it; or not */
};

/* A column of a shape that is to be looked at. */
struct evidence_look_at {
	uint32_t from, number;
};

struct evidence_file {
	struct map label;               /* number of a column, in order of first sight */
	struct buf column;              /* struct evidence_column, by that number */
	uint64_t shape;                 /* the one at[] is for */
	struct evidence_look_at *at;    /* fewer and fewer */
	uint32_t count, room;
};

struct evidence {
	struct arena arena;
	const struct mapping *mapping;
	struct evidence_file *file;     /* one an input */
	size_t files;
};

void	evidence_init(struct evidence *e, const struct mapping *m, size_t files);
void	evidence_free(struct evidence *e);
/* Records of one shape. */
void	evidence_add(struct evidence *e, size_t file, const struct record *rec, uint32_t n);
/* The columns of an input stay, with nothing seen in them. */
void	evidence_forget(struct evidence *e, size_t file);
/* Columns of a header, before any record: in the order of the file. */
void	evidence_header(struct evidence *e, size_t file, const struct shape *s);
void	evidence_merge(struct evidence *into, const struct evidence *from);
/* NULL: no such column was looked at. */
const struct evidence_column *evidence_of(const struct evidence *e, size_t file, struct str label);

/* What follows: the order of the column's dates, its own or else the one all the other columns of
 * the file agree on; *from is 0 for nothing to decide, or "column", "file", "setting". */
enum date_order evidence_order(const struct evidence *e, size_t file,
    const struct evidence_column *c, const char **from);
char	evidence_decimal(const struct evidence *e, size_t file, const struct evidence_column *c,
    const char **from);
/* Nothing but day numbers, as spreadsheets keep dates. */
bool	evidence_serial(const struct evidence_column *c);

#endif
