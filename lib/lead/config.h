/*
 * config - settings files: JSON, read with jansson, every complaint with line and JSON path.
 *
 *	model.json:12: /groups/0/rules/3/points: expected a number
 *
 * A settings file is an object that begins with its kind and version: "lead-model": 1.
 * A node is a place in it; nodes are small and passed by value.  All that is handed out lives
 * in the arena, as long as that does.  Before threads start: jansson seeds its hash.
 */
#ifndef LEAD_CONFIG_H
#define LEAD_CONFIG_H

#include "base/arena.h"
#include "base/err.h"
#include "value/date.h"

struct config;
struct config_value;

struct config_node {
	const struct config *config;
	const struct config_value *value;       /* NULL: absent */
	struct str path;                /* "/groups/0", "" at the root */
	uint64_t line;                  /* where it stands; of what it is missing from, when absent */
};

enum { CONFIG_MOST = 8 << 20 };         /* bytes of a settings file */
#define CONFIG_POINTS_MOST INT64_C(1000000000000)       /* a billion points, so sums cannot overflow */

/* `path` "-" is standard input.  The text of built-in files goes to config_parse. */
const struct config *config_load(struct arena *a, const char *path, const char *kind,
    struct err *e);
const struct config *config_parse(struct arena *a, struct str text, const char *name,
    const char *kind, struct err *e);
/* The same of a table that was made JSON: line i of the text was line[i - 1] of the file, and a
 * complaint names the last part of the path alone, a column. */
const struct config *config_parse_table(struct arena *a, struct str text, const uint64_t *line,
    const char *name, const char *kind, struct err *e);
struct config_node config_root(const struct config *c);

/* Refuse keys that are not in the NULL-ended list, naming the nearest. The kind is always allowed. */
int	config_keys(struct config_node n, const char *const *keys, struct err *e);

struct config_node config_get(struct config_node n, const char *key);
size_t	config_size(struct config_node n);              /* of an array or object; 0 if absent */
struct config_node config_item(struct config_node n, size_t i);
/* Members of an object in file order. */
bool	config_member(struct config_node n, size_t i, struct str *key, struct config_node *value);
bool	config_is_array(struct config_node n);
bool	config_is_object(struct config_node n);
bool	config_is_text(struct config_node n);
bool	config_is_number(struct config_node n);

/* 0 with *out set; absent leaves *out as it is and is 0; a wrong type is -1 with *e. */
int	config_text(struct config_node n, struct str *out, struct err *e);
int	config_bool(struct config_node n, bool *out, struct err *e);
int	config_int(struct config_node n, int64_t low, int64_t high, int64_t *out, struct err *e);
int	config_points(struct config_node n, int64_t *thousandths, struct err *e);
int	config_real(struct config_node n, double *out, struct err *e);
/* Lengths of time, as text: "14d"; config_span takes no business time. */
int	config_length(struct config_node n, struct length *out, struct err *e);
int	config_span(struct config_node n, span *out, struct err *e);
/* The number exactly as the file writes it ("0.10"). */
int	config_number_text(struct config_node n, struct str *out, struct err *e);
/* Any value as it stands in the file, in JSON; "": absent. */
struct str config_raw(struct config_node n);

/* Fail at a node: "expected …".  Returns -1. */
int	config_err(struct config_node n, struct err *e, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
struct place config_place(struct config_node n);        /* file and line of the node */
struct str config_path(struct config_node n);           /* its path as complaints name it */

#endif
