/*
 * run - what all the tools have in common: options, input and output, the
 * record loop on one or many threads, diagnostics, totals, exit status.
 *
 *	cut (serial) ─► chunk ─► split, row(), format (any thread) ─► batch ─► commit (input order)
 *
 * Each worker takes the next chunk under a lock and works on it alone; whoever finishes the batch
 * that is due commits it and those waiting behind it.  With one job it is the same code on the
 * main thread, and the same bytes.
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
 * `written`).  DROP: filtered.  REJECT: run_reject said why.  A record that row() changed
 * (shape, fields, raw bytes) may only be kept. */
enum verdict { KEEP, COUNT, DROP, REJECT };

struct run {
	const struct tool *tool;
	struct arena arena;             /* lives as long as the run */
	instant now;                    /* --now, else the clock, read once */
	const struct zone *zone;        /* --tz */
	bool zone_given;                /* it is not UTC only for want of another */
	struct schema schema;           /* columns wanted; conditions are compiled against it */
	/* The columns that records come with: CSV's header, of the first input; JSON to CSV: the
	 * union of the keys; else NULL.  settle() finds the union over all inputs here, may put
	 * its own, and what is written then has that shape. */
	const struct shape *header;
	const char *const *operand;     /* the input files */
	size_t operands;
	bool reference;                 /* the first of them is the tool's reference */
	bool explain;                   /* --explain */
	struct str why;                 /* --why ID, "" when not given */
	bool show_values;               /* --show-values: messages may show values */
	bool quiet, verbose;
	const char *tmpdir;             /* where temporary files go */
	/* JSON: members that plan() wants taken apart, ended by one without a name; or NULL. */
	const struct unfold_rule *unfold;
	bool mute;                      /* plan() says: no rows come out, rejects are an answer */
	bool inputless;                 /* nothing is read: see tool.question */
	bool rowless;                   /* plan() says: no rows come out, not even a header */
	enum format to;                 /* resolved --to; AUTO: a report, not records */
	struct str report;              /* resolved --to of a tool with reports: "table", "csv" … */
	bool terminal, colour;          /* stdout is a terminal; colour on it */
	unsigned width;                 /* of the terminal, 80 when unknown */
	void *plan;                     /* the tool's own, read-only after plan() */
	void *sum;                      /* the tool's own sums, merged from all workers */
	struct sink *out;
	const struct writer *writer;    /* of the first input; NULL when `to` is AUTO */
	struct run_state *state;        /* run.c's own */
};

struct worker {                         /* one per thread */
	struct run *run;
	size_t file;                    /* the input that is read, 0-based */
	struct lead lead;               /* attached to the record before row(), not in survey() */
	void *sum;                      /* the tool's own partial sums, see tool.worker */
	void *data;                     /* whatever else the tool keeps per thread */
	struct reject why;              /* filled by run_reject */
	struct buf notes;               /* of this batch: row() leaves things here for commit() */
};

/* What became of one chunk, in input order. */
struct batch {
	struct str out;                 /* the formatted rows that were kept */
	const size_t *row;              /* where each kept row ends in `out` */
	size_t kept;
	struct str notes;
	uint64_t first;                 /* number of its first record in the whole input, 0-based */
	const char *file;
};

struct named_settings {
	const char *name, *text;
};

struct tool {
	const char *name;               /* "lead-score" */
	const char *brief;              /* NAME line of the manual */
	const char *const *examples;    /* pairs: command, what it does; NULL-ended */
	const struct opt *options;      /* in addition to the common ones; NULL: none */
	const char *const *columns;     /* it writes, NULL-ended; NULL: it decides in plan() */
	/* Formats it writes by itself, NULL-ended, all that --to takes; NULL: a row tool, whose
	 * records come out in csv, tsv, jsonl or json.  The first is used on a terminal. */
	const char *const *reports;
	bool report_only;               /* no record comes out, not even in csv or json */
	bool explains;                  /* it has --explain and --why: row() asks run_asked */
	const char *default_settings;   /* its built-in settings, for --print-default; or NULL */
	/* More than one: those by name, `--print-default NAME`.  Ends with a NULL name; or NULL. */
	const struct named_settings *settings;
	const char *schema;             /* JSON Schema of its settings, for --schema; or NULL */
	enum source_encoding encoding;  /* how it takes its input when --encoding is not given */
	bool tests_where;               /* it asks run_wanted itself: its fields are others */
	const char *const *input;       /* an option's: one more operand; NULL: there is none */
	const char *const *question;    /* an option's: with it, no operand is no input; or NULL */
	/* Options', NULL-ended, at most one of them given: an input before the operands (standard
	 * input when there are none).  Its records are not counted as read; one of it that is
	 * refused ends the run before anything is written.  NULL: there are none. */
	const char *const *const *references;
	bool late;                      /* kept records are not formatted: row() left notes */
	bool unwraps;                   /* CSV: read_options.unwrap */

	int (*plan)(struct run *, struct err *);        /* once, before any input is opened */
	/* Each input, its header read, before its first record.  NULL: nothing to look at. */
	int (*open)(struct run *, const struct reader *, size_t file, struct err *);
	int (*worker)(struct worker *, struct err *);   /* NULL: nothing to set up per thread */

	/* A first pass over all the records of all inputs, some of one shape at a time, for evidence
	 * over the whole: any thread, into worker->sum or data.  settle() gets all workers, adds up,
	 * decides; then the inputs are read once more, for row().  Both NULL, or *surveys false after
	 * plan(): one pass. */
	const bool *surveys;            /* NULL: always */
	void (*survey)(struct worker *, struct record *, uint32_t n);
	/* What was seen of an input was read wrongly: forget it.  NULL: then how to read it has to be
	 * known before, which takes one more look at all of it. */
	void (*forget)(struct worker *, size_t file);
	int (*settle)(struct run *, struct worker *const *, size_t workers, struct err *);

	/* What can be worked out of several records at once: worker->lead is attached to them.  True: no
	 * more than that they are counted; else row() then gets each.  NULL: nothing. */
	bool (*ahead)(struct worker *);
	enum verdict (*row)(struct worker *, struct record *);
	/* NULL: every batch is written as it is.  Otherwise every record that row() kept has to
	 * reach run_pass, run_write or run_count, here or in report(). */
	int (*commit)(struct run *, const struct batch *, struct err *);
	void (*merge)(struct run *, const struct worker *);     /* NULL: nothing to add up */
	int (*report)(struct run *, struct err *);              /* NULL: nothing to say */
	/* What run_parts asks for: part number `number`, by any thread: rows into `out`, anything
	 * else into worker->notes; rec has room to work in.  Then the parts in their order, as
	 * batches of `out` and `notes`. */
	int (*part)(struct worker *, uint64_t number, struct record *rec, struct buf *out,
	    struct err *);
	int (*deliver)(struct run *, const struct batch *, struct err *);
	/* The output is complete, closed and in its place: what must not be true before that. */
	int (*done)(struct run *, struct err *);
};

int	run_tool(const struct tool *, int argc, char **argv);   /* the exit status */

/* For plan(): the columns to write, when they depend on options or settings. */
void	run_columns(struct run *, const char *const *columns);
/* For plan(), behind it: further columns, that come out only where --columns names them.  Their
 * numbers, behind those of the others; UINT32_MAX: nobody asked. */
void	run_offer(struct run *, const struct str *name, uint32_t n, uint32_t *number);
/* For row(): a REJECT with its column ("": none) and what is wrong with it, to which the shape of
 * the value is added: `annual_revenue: not an amount: shape "aaa"`.  The format is a literal and
 * says which complaints are the same. */
enum verdict run_reject(struct worker *, const char *column, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* For row() and part(): does --where want the lead that is attached?  The tool has tests_where. */
bool	run_wanted(struct worker *);
bool	run_wants_all(const struct run *);      /* there is no --where */
/* For row(): is it the lead of --why?  `id` is the slot of its id. */
bool	run_asked(struct worker *, uint32_t id);
/* For row(): lines on stderr when the record's turn comes, for --why. */
void	run_trace(struct worker *, struct str lines);

/*
 * For commit() and report().
 */
/* The kept rows of a batch, as they are; the header goes before the first. */
void	run_pass(struct run *, const struct batch *);
/* A formatted row to the output, or a report, of so many records that were read: none, too, where
 * others made more of them. */
void	run_write(struct run *, struct str row, uint64_t records);
/* A further output, written like -o: beside its target, which it replaces when all went well. */
struct sink *run_output(struct run *, const char *path, struct err *);
/* Is that file written by the run: as output, rejects, summary, or by run_output? */
bool	run_writes(const struct run *, const char *path);
/* For one: a writer of the output's format, for records of run->header, with columns of the tool's
 * before theirs.  Once records are read. */
struct writer *run_output_writer(struct run *, const struct str *own, uint32_t count, struct err *);
/* The header even when no row follows; a tool with reports calls it when it writes records. */
void	run_begin(struct run *);
/* For report(): so many parts of what is to be written, see tool.part. */
int	run_parts(struct run *, uint64_t parts, struct err *);
/* Where a kept record went that is not written. */
enum run_fate { RUN_MERGED, RUN_FILTERED, RUN_COUNTED };
void	run_count(struct run *, enum run_fate, uint64_t records);
void	run_updated(struct run *, uint64_t records);    /* of the written ones: had changed */

/* A line on stderr, counted and shown three times at most per `kind` (it opens the text).
 * Not from row(), survey() or worker(). */
void	run_warn(struct run *, struct place at, const char *kind, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Lines for stderr as they are. */
void	run_tell(struct run *, struct str lines);
void	run_total(struct run *, const char *name, uint64_t n);  /* into --summary */
void	run_detail(struct run *, const char *name, struct str json);    /* the same, of any kind */
void	run_print(struct run *, struct str text);       /* to the output: bytes that are no record */
/* The answer is "yes, there is something": exit status 1 unless worse. */
void	run_found(struct run *);
/* How many columns at the front of a shape are those of a rejects file that is fed in again: all or
 * none, also of NULL.  They are not the lead's. */
uint32_t run_refused_columns(const struct shape *);
/* A zone by name, from tzdata; unknown names are refused.  Cached. */
const struct zone *run_zone(struct run *, struct str name, struct err *);

#endif
