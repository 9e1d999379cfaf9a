/*
 * opt - options as data: one table drives parsing, --help, shell
 * completion and the check against the manual page.
 */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum opt_type {
	OPT_T_END,
	OPT_T_FLAG,                     /* bool */
	OPT_T_TEXT,                     /* const char * */
	OPT_T_LIST,                     /* struct opt_list: may be given several times */
	OPT_T_COUNT,                    /* uint64_t */
	OPT_T_SIZE,                     /* uint64_t, bytes: 4096, 64K, 1M */
	OPT_T_MAYBE,                    /* struct opt_maybe: --word or --word=VALUE */
	OPT_T_WORD                      /* const char *, one of `words` */
};

struct opt_list {
	const char **item;
	size_t n;
};

struct opt_maybe {
	bool given;
	const char *value;              /* NULL without =VALUE */
};

struct opt {
	enum opt_type type;
	char letter;                    /* 0: long form only */
	const char *word;
	void *to;
	const char *value;              /* shown in help; NULL for flags */
	const char *help;               /* one line, lower case, no full stop */
	const char *const *words;       /* NULL-ended: no other values are taken */
};

#define OPT_FLAG(c, w, to, help) { OPT_T_FLAG, c, w, to, 0, help, 0 }
#define OPT_TEXT(c, w, to, value, help) { OPT_T_TEXT, c, w, to, value, help, 0 }
#define OPT_LIST(c, w, to, value, help) { OPT_T_LIST, c, w, to, value, help, 0 }
#define OPT_COUNT(c, w, to, value, help) { OPT_T_COUNT, c, w, to, value, help, 0 }
#define OPT_SIZE(c, w, to, value, help) { OPT_T_SIZE, c, w, to, value, help, 0 }
#define OPT_MAYBE(c, w, to, value, help) { OPT_T_MAYBE, c, w, to, value, help, 0 }
#define OPT_MAYBE_WORD(c, w, to, value, words, help) { OPT_T_MAYBE, c, w, to, value, help, words }
#define OPT_WORD(c, w, to, value, words, help) { OPT_T_WORD, c, w, to, value, help, words }
#define OPT_END { OPT_T_END, 0, 0, 0, 0, 0, 0 }

/* Parse against a NULL-ended list of tables.  Operands may stand anywhere, `--` ends the options;
 * *operand is made in the arena.  Long options are never abbreviated; an unknown one names the
 * nearest.  The last of several wins, except for OPT_LIST. */
int	opt_parse(struct arena *a, const struct opt *const *tables, int argc, char **argv,
    const char ***operand, size_t *operands, struct err *e);
/* A size as people write it: "4096", "64K", "1M", "2G". */
bool	opt_size(const char *text, uint64_t *bytes);
/* The rows of one table, as --help shows them. */
void	opt_help(struct buf *b, const struct opt *table);

/* A script that completes the options of `program` in a shell, from the same tables. */
extern const char *const opt_complete_shells[];         /* "bash", … */
void	opt_complete(struct buf *b, const char *shell, const char *program,
    const struct opt *const *tables);

#endif
