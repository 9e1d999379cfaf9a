/*
 * run_impl - what the files of run share; private to lib/cli.
 *
 *	run.c            the order of events, the exit status
 *	run_process.c    descriptors, signals, no memory left, temporary outputs
 *	run_options.c    the options all tools have, and what they and the environment mean
 *	run_answer.c     --help, --version, --schema, --print-default, --completion
 *	run_output.c     outputs besides the output
 *	run_open.c       opening an input
 *	run_input.c      inputs and their writers, one pass or two
 *	run_header.c     the headers of the inputs against each other
 *	run_work.c       the record loop: workers, tickets, commits
 *	run_record.c     the records of a chunk: condition, row(), what becomes of them
 *	run_reject.c     why a tool cannot take a record
 *	run_refused.c    --rejects: its columns and its rows
 *	run_ledger.c     what went where; --summary; --progress
 *	run_sandbox.c    what a run gives up, step by step
 *	run_split.c      rows into a file each, instead of the output
 *	run_zone.c       time zones from tzdata
 */
#ifndef CLI_RUN_IMPL_H
#define CLI_RUN_IMPL_H

#include <pthread.h>

#include "cli/diag.h"
#include "cli/run.h"
#include "lead/condition.h"

/* Options as given; NULL, 0, false: not given. */
struct run_options {
	const char *from, *to, *output, *delimiter, *encoding, *rejects, *max_rejects;
	const char *columns, *now, *tz, *why, *completion;
	struct opt_list where;
	uint64_t max_record, jobs;
	bool lenient, explain, one_line, quiet, verbose, show_values, excel, no_sandbox;
	bool help, version, schema, print_default;
	struct opt_maybe summary, progress, colour;
};

/* The environment, read once. */
struct run_environment {
	const char *tmpdir;             /* TMPDIR: where inputs are spooled */
	const char *tzdir;              /* TZDIR: where tzdata is */
	const char *no_color;           /* NO_COLOR: when it is set and not empty */
	const char *columns;            /* COLUMNS: width of the terminal */
	const char *read;               /* LEAD_READ: bytes a read may take, for tests */
	const char *block;              /* LEAD_BLOCK: bytes of a chunk, for tests */
};

/* What --max-rejects allows: so many, or so many in RUN_LIMIT_SCALE. */
enum { RUN_LIMIT_SCALE = 100000 };

struct run_limit {
	bool given, percent;
	uint64_t most;
};

struct run_counts {
	uint64_t read, written, merged, updated, filtered, rejected, blank, preamble, lines, bytes;
	uint64_t refused[REJECT_COUNT]; /* of the rejected, by code */
	uint64_t row_sum;               /* of the records read; only for --summary */
};

/* A row, or more, whose bytes went to the sink and may not have reached the system yet. */
struct run_pending {
	uint64_t end;                   /* bytes of output up to its end */
	uint64_t records;
	uint64_t lines, row_sum;        /* only for --summary */
};

struct run_ledger {
	struct run_counts n;
	bool audited;                   /* there is a --summary: lines and sums are wanted */
	uint64_t lines, row_sum;        /* of the output that the system has taken */
	uint64_t put;                   /* bytes handed to the sink */
	struct buf pending;             /* struct run_pending, in order */
	struct buf totals;              /* the tool's, as members of JSON */
	uint64_t started, drawn;        /* milliseconds, for progress */
};

struct run_input {
	struct arena arena;             /* of what is opened for it */
	const char *path;
	const char *name;               /* in messages */
	size_t number;
	bool reference;                 /* see tool.references */
	struct source *source;
	struct reader *reader;
	uint64_t joined;                /* by its writers, once they are closed */
	uint64_t last, footer;          /* lines of the last record and footer that a survey saw */
	bool doubt;                     /* not all that a survey saw was UTF-8, which it was taken for */
	bool empty;                     /* there is nothing in it, not even a header */
	struct writer *writer;          /* NULL: no records come out */
	struct writer *refed;           /* JSON: of records that come from a rejects file */
	struct writer *refused;         /* NULL: no --rejects */
};

/* A chunk's results, until their turn. */
struct run_batch {
	struct run_batch *next;         /* of the free ones */
	bool ready;
	struct buf out, rows, notes, refused;
	struct buf keys;                /* of JSON, new to its worker: struct str each */
	struct diag_held said;
	struct run_counts n;            /* written: by COUNT */
	uint64_t last, footer;          /* RUN_SURVEY: lines of the last record and footer, or 0 */
	size_t kept;
	bool doubt;                     /* RUN_SURVEY: see run_input */
	bool failed;                    /* RUN_PARTS: why is in error */
	struct err error;
};

/* A worker and what it works with. */
struct run_hand {
	struct worker worker;           /* first: row() gets a pointer to this */
	pthread_t thread;
	struct run_work *work;
	struct run_input *input;
	bool alone;                     /* no thread could be had for it */
	bool lead_ready;
	struct arena arena;             /* as long as the run */
	struct arena pass;              /* as long as the input */
	struct arena scratch;           /* as long as the records in hand */
	struct record *rec;             /* LEAD_ROWS of them */
	struct chunk chunk;
	struct split *split;
	struct run_batch *batch;
	struct cell *own;               /* the tool's cells of the record */
	struct str kind;                /* what is the same in complaints like worker.why */
	struct map keys;                /* of JSON, seen by this worker */
	uint64_t shape;                 /* the last one looked at */
	bool refed;                     /* that has the columns of a rejects file */
	bool asked;                     /* it met the lead of --why */
};

enum { RUN_OUTPUTS = 8 };

/* The records for the first time, for row(), or, once they are all read, parts of the output. */
enum run_pass { RUN_SURVEY, RUN_ROWS, RUN_PARTS };

struct run_state {
	struct run_options *option;
	struct run_environment environment;
	struct diag diag;
	struct run_ledger ledger;
	unsigned jobs;
	char delimiter;
	struct run_limit limit;
	const struct condition **where; /* NULL-ended */
	bool progress, found;
	struct zone_entry *zones;
	struct str *own;                /* names of the tool's columns */
	uint32_t own_count;
	const struct str *offered;      /* more, for those who name them: run_offer */
	uint32_t offered_count;
	struct map met;                 /* JSON: names of --columns that were in some record */
	struct run_input *input;        /* run->operands of them, or standard input */
	size_t inputs;
	struct run_input *leading;      /* the first with anything in it: output is made like it */
	bool to_known, begun, any;      /* output: its format, header written, rows written */
	struct map keys;                /* JSON to CSV: the header, while it is looked for */
	uint64_t surveyed;              /* records that it was looked for in */
	struct sink *output[RUN_OUTPUTS];       /* further ones: run_output */
	const char *output_path[RUN_OUTPUTS];
	size_t outputs;
	const char *split;              /* the folder that rows go to; NULL: none */
	struct sink *summary;           /* NULL: no --summary=FILE */
	struct sink *rejects;           /* NULL: no --rejects */
	const struct shape *refused;    /* CSV: header of the rejects */
	bool refused_any;
	size_t block;                   /* bytes of a chunk, about */
	struct run_hand **hand;         /* jobs of them; NULL until needed */
	struct run_batch *batch;
	unsigned batches;
};

static inline bool
run_is_csv(enum format f)
{
	return f == FORMAT_CSV || f == FORMAT_TSV;
}

/* Does the tool want to see all records before row() does? */
static inline bool
run_surveys(const struct run *run)
{
	return run->tool->survey != NULL && (run->tool->surveys == NULL || *run->tool->surveys);
}

/* run_process.c */
void	run_process_start(const char *program);
uint64_t run_process_clock(void);               /* milliseconds, steady */

/* run_options.c: the tables, NULL-ended, for this tool; and what was given, understood. */
const struct opt *const *run_options_tables(const struct tool *t, struct run_options **o);
int	run_options_settle(struct run *run, struct err *e);

/* run_answer.c: true when one was asked for; *status is then the exit status. */
bool	run_answer(struct run *run, const struct opt *const *tables, int *status);
int	run_answer_usage(struct run *run);      /* on standard error; the exit status */

/* run_input.c */
int	run_input_all(struct run *run, struct err *e);  /* read them all, in order */
/* Does anything need the first pass?  Known once there is a leading input. */
bool	run_input_surveys(const struct run *run);
uint64_t run_input_joined(const struct run *run);       /* line ends that --one-line made blanks */
enum column_kind run_input_kind(struct str name);       /* of a canonical field */

/* run_open.c: the next input; its reader, from the beginning, as of now; that its encoding is a guess */
int	run_open(struct run *run, struct run_input *in, struct err *e);
int	run_open_reader(struct run *run, struct run_input *in, struct err *e);
void	run_open_encoding(struct run *run, const struct run_input *in);
size_t	run_open_size(const char *text);        /* of an option; 0: none */

/* run_output.c: is each of those that options of every tool name another file? */
int	run_output_check(const struct run_options *o, struct err *e);
/* All of them, even after one has failed: they are then only closed. */
int	run_output_close(struct run *run, bool failed, struct err *e);

/* run_header.c */
int	run_header_check(struct run *run, struct run_input *in, struct err *e);
void	run_header_refused(struct run *run);    /* the header that rejects get */
void	run_header_unseen(struct run *run);     /* warn of columns that were in no record */
/* JSON: names of --columns that the records of a writer had; warn of those that none had. */
void	run_header_met(struct run *run, const struct writer *w);
void	run_header_unmet(struct run *run);

/* run_work.c: one pass over one input */
int	run_work(struct run *run, struct run_input *in, enum run_pass pass, struct err *e);
void	run_work_prepare(struct run *run);
size_t	run_work_workers(const struct run *run, struct worker **list);  /* those that were needed */

/* run_record.c: what one worker does with one chunk */
void	run_record_chunk(struct run_hand *h, enum run_pass pass);
void	run_record_part(struct run_hand *h, uint64_t number);

/* run_refused.c: rejects */
int	run_refused_open(struct run *run, struct err *e);
int	run_refused_writer(struct run *run, struct run_input *in, struct err *e);
void	run_refused_put(struct run_hand *h, const struct reject *why);
void	run_refused_write(struct run *run, struct str rows);
void	run_refused_abandon(struct run *run);  /* the file stays as it was */
int	run_refused_close(struct run *run, struct err *e);
/* Does this header, or record, come from a rejects file?  Those columns do not come out again. */
bool	run_refused_shape(const struct shape *s);
/* Of such a record: is it still as it was refused, its own cells empty? */
bool	run_refused_again(struct record *rec, struct reject *why);
bool	run_refused_column(struct str name);
const char *run_refused_drop(struct run *run, const char *columns);

/* run_sandbox.c: from here on no sockets and programs; no files but the inputs; no files */
void	run_sandbox_start(const struct run *run);
void	run_sandbox_inputs(struct run *run);
void	run_sandbox_records(struct run *run);

/* run_ledger.c */
void	run_ledger_add(struct run *run, const struct run_counts *n);
void	run_ledger_put(struct run *run, struct str text);       /* bytes that are no record */
/* Formatted rows: the header goes before the first, and no comma. */
void	run_ledger_rows(struct run *run, struct str rows, const size_t *end, uint64_t records);
void	run_ledger_taken(struct run *run);      /* what the system has taken is written */
/* Records that were rejected, but for the footers of reports, of which there is nothing to mend. */
uint64_t run_ledger_broken(const struct run *run);
bool	run_ledger_balanced(const struct run *run);
int	run_ledger_limit(struct run *run, bool ended, struct err *e);   /* --max-rejects */
int	run_ledger_open(struct run *run, struct err *e);        /* --summary=FILE */
int	run_ledger_summary(struct run *run, struct err *e);
void	run_ledger_progress(struct run *run);

#endif
