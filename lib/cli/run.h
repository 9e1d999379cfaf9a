/*
 * run - what all the tools have in common: options, input and output, the
 * record loop on one or many threads, diagnostics, totals, exit status.
 *
 *	cut (serial) ─► chunk ─► split, row(), format (any thread) ─► batch ─► commit (input order)
 *
 * Each worker takes the next chunk under a lock, works on it alone, waits for its turn and
 * commits.  With one job it is the same code on the main thread, and the same bytes.
 *
 * This layer alone reads argv, the environment and the clock, loads time zones, writes to
 * stderr, and exits.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/opt.h"
#include "lead/lead.h"
#include "record/format.h"

/* KEEP: the record comes out.  COUNT: it went into a report, no row comes out (both are
 * `written`).  DROP: filtered.  REJECT: worker->why says why. */
enum verdict { KEEP, COUNT, DROP, REJECT };

/* A total a tool adds to --summary: `"duplicates": 12`. */
struct run_total {
	const char *name;
	uint64_t n;
};

struct run {
	const struct tool *tool;
	struct arena arena;             /* lives as long as the run */
	instant now;                    /* --now, else the clock, read once */
	const struct zone *zone;        /* --tz */
	struct schema schema;           /* columns wanted; conditions are compiled against it */
	const struct shape *header;     /* CSV: of the first input; JSON to CSV: the union; else NULL */
	const char *const *operand;     /* the input files */
	size_t operands;
	bool explain;                   /* --explain */
	struct str why;                 /* --why ID, "" when not given */
	bool show_values;               /* --show-values: messages may show values */
	bool quiet, verbose;
	enum format to;                 /* resolved --to, for record output */
	struct str report;              /* resolved --to of a report: "table", "csv", "json" … */
	bool terminal, colour;          /* stdout is a terminal; colour on it */
	unsigned width;                 /* of the terminal, 80 when unknown */
	void *plan;                     /* the tool's own, read-only after plan() */
	void *sum;                      /* the tool's own sums, merged from all workers */
	struct sink *out;
	const struct writer *writer;
	struct run_state *state;        /* run.c's own */
};

struct worker {                         /* one per thread */
	struct run *run;
	struct lead lead;               /* attached to the record before row() */
	void *sum;                      /* the tool's own partial sums, see tool.worker */
	void *data;                     /* whatever else the tool keeps per thread */
	struct reject why;              /* filled before returning REJECT */
	struct buf notes;               /* of this batch: row() leaves things here for commit() */
	uint64_t number;                /* of the record: within its chunk; 0-based */
};

/* What became of one chunk, in input order. */
struct batch {
	struct str out;                 /* the formatted rows that were kept */
	const size_t *row;              /* where each kept row ends in `out`; only with tool.commit */
	size_t kept;
	struct str notes;
	uint64_t first;                 /* number of its first record in the whole input, 0-based */
	const char *file;
};

struct tool {
	const char *name;               /* "lead-score" */
	const char *brief;              /* NAME line of the manual */
	const char *const *examples;    /* pairs: command, what it does; NULL-ended */
	const struct opt *options;      /* in addition to the common ones */
	const char *const *columns;     /* the columns it writes, NULL-ended; NULL: it decides in plan() */
	const char *const *reports;     /* its report formats ("table", …), NULL-ended; NULL: a row tool */
	const char *default_settings;   /* text of its built-in settings, for --print-default; or NULL */
	const char *schema;             /* JSON Schema of its settings, for --schema; or NULL */

	int (*plan)(struct run *, struct err *);        /* once, before the header is checked */
	int (*worker)(struct worker *, struct err *);   /* NULL: nothing to set up per thread */
	enum verdict (*row)(struct worker *, struct record *);
	int (*commit)(struct run *, const struct batch *, struct err *);        /* NULL: write it */
	void (*merge)(struct run *, const struct worker *);     /* NULL: nothing to add up */
	int (*report)(struct run *, struct err *);              /* NULL: nothing to say */
};

int	run_tool(const struct tool *, int argc, char **argv);   /* the exit status */

/* For plan(): the columns to write, when they depend on options or settings. */
void	run_columns(struct run *, const char *const *columns);
/* For row(): a REJECT with its column and reason, "<shape>" made of the value. */
enum verdict run_reject(struct worker *, const char *column, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* A line on stderr, counted and shown three times at most per `kind` (a literal).
 * Only from plan(), commit(), merge() and report(). */
void	run_warn(struct run *, struct place at, const char *kind, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Text for stderr as it is, for --why; control characters made visible. */
void	run_tell(struct run *, struct str text);
void	run_total(struct run *, const char *name, uint64_t n);  /* into --summary */
/* The answer is "yes, there is something": exit status 1 unless worse. */
void	run_found(struct run *);
/* A zone by name, from tzdata; unknown names are refused.  Cached. */
const struct zone *run_zone(struct run *, struct str name, struct err *);

#endif
