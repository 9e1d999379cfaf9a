/*
 * intake - from records of any inputs to clean leads: the two passes of an import.
 *
 *	intake_header, survey of all records ─► intake_settle ─► clean_record of each
 *
 * Every thread has a hand; what hands have gathered adds up.
 */
#ifndef IMPORT_INTAKE_H
#define IMPORT_INTAKE_H

#include "import/clean.h"
#include "record/format.h"

struct intake {
	struct arena *arena;            /* as long as the run */
	struct mapping mapping;
	struct words words;
	uint32_t preset;                /* of all inputs, or MAPPING_NO_PRESET */
	const struct zone *zone;        /* of times that state none */
	struct evidence evidence;       /* of all hands, once they are done */
	struct layout_labels labels;
	size_t files;
	const char *const *file;        /* names of the inputs */
	char *delimiters;               /* of CSV; 0: JSON */
	struct layout layout;
	struct clean_plan clean;
	struct clean_counts cells;
};

struct intake_hand {
	struct evidence evidence;
	struct clean *clean;
	struct spool_view *view;        /* of what all hands have cleaned; NULL until it is looked at */
};

/* No files: standard input. */
int	intake_start(struct intake *in, struct arena *a, const struct mapping_options *o,
    const char *const *file, size_t files, struct err *e);
/* An input was opened; the first `refused` columns of its header are not the lead's. */
void	intake_header(struct intake *in, size_t file, const struct shape *s, char delimiter,
    uint32_t refused);
struct intake_hand *intake_hand(struct intake *in);
/* Once per hand, after the first pass. */
void	intake_gather(struct intake *in, const struct intake_hand *h);
/* `all`: the labels of all inputs.  Mapping rules that fit no input are an error, and with
 * `strict` columns that could be one field. */
int	intake_settle(struct intake *in, const struct shape *all, struct layout_options o, bool strict,
    struct err *e);

/* Rows of CSV come in and go out: what is cleaned can be kept as such rows. */
bool	intake_rows(const struct intake *in, enum format to);

/* What is not in the run's arena. */
void	intake_hand_free(struct intake_hand *h);
void	intake_free(struct intake *in);

#endif
