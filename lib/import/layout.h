/*
 * layout - the columns that come out: those of all inputs side by side, then what is derived.
 *
 *	file 1	Name   E-Mail   Lead Source  Notes        ─►  full_name  email  source  Notes
 *	file 2	email  Phone    Notes                         + phone, then email_status, …
 */
#ifndef IMPORT_LAYOUT_H
#define IMPORT_LAYOUT_H

#include "import/evidence.h"

#define LAYOUT_NONE UINT32_MAX

/* How one file's cells of a field are read. */
struct layout_reading {
	enum date_order order;
	const char *order_from;         /* see evidence_order; NULL: not decided */
	char decimal;
	const char *decimal_from;
	bool serial;
	const struct evidence_column *evidence;         /* NULL: none */
};

struct layout_file {
	struct mapping_file mapping;
	uint32_t *to;                   /* per column: where it comes out as it is, or LAYOUT_NONE */
	struct map label;               /* number of a column */
	struct layout_reading reading[VOCAB_FIELDS];
};

struct layout {
	const struct shape *shape;
	uint32_t at[VOCAB_FIELDS];      /* the column of a field, or LAYOUT_NONE */
	uint32_t original[VOCAB_FIELDS];        /* of the word that a taxonomy's word replaced */
	uint32_t trial;                 /* the column that says which leads only try the form out */
	struct layout_file *file;
	size_t files;
};

/* What the headers say of labels. */
struct layout_labels {
	struct map refused;             /* those that are not the lead's, as in a rejects file */
	struct map renamed;             /* labels that are not the name as it stands: "", repeated … */
	struct buf name;                /* … struct str, which is here */
};

struct layout_options {
	const struct shape *all;        /* the labels of all inputs, in order of first sight */
	const struct layout_labels *labels;
	uint32_t preset;                /* for all inputs, or MAPPING_NO_PRESET */
	bool merges;                    /* merged_from is wanted */
	bool activities;                /* there will be some */
	bool master;                    /* the first input is a master file */
	bool plain;                     /* every column comes out as it is: nothing is mapped */
};

/* A header; the first `refused` of its columns are not the lead's. */
void	layout_header(struct layout_labels *l, const struct shape *s, uint32_t refused);
void	layout_make(struct layout *l, struct arena *a, struct mapping *m, const struct evidence *e,
    const struct layout_options *o);
/* What is not in the arena: the labels of the files. */
void	layout_free(struct layout *l);
/* Is any column an e-mail address, a telephone number or a name, or are there no columns? */
bool	layout_says_who(const struct layout *l, size_t file);
/* What the column of a field is called in a file; the field's own name when it has none. */
const char *layout_column(const struct layout *l, size_t file, enum vocab_field f);

#endif
