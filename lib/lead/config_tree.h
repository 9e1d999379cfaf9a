/*
 * config_tree - the values of a settings file, with the place where each stands.
 *
 * Only config.c uses it.  Everything lives in the arena.
 */
#ifndef LEAD_CONFIG_TREE_H
#define LEAD_CONFIG_TREE_H

#include "base/arena.h"
#include "base/err.h"

enum config_type { CONFIG_NULL, CONFIG_BOOL, CONFIG_NUMBER, CONFIG_TEXT, CONFIG_ARRAY, CONFIG_OBJECT };

struct config_value {
	enum config_type type;
	bool truth;                     /* BOOL */
	double real;                    /* NUMBER */
	struct str text;                /* TEXT, decoded */
	struct str key;                 /* of a member of an object, decoded */
	struct str raw;                 /* as the file writes it */
	uint64_t line;
	const struct config_value *child;       /* of an ARRAY or OBJECT, in the order of the file */
	size_t n;
};

/* `text` must live as long as the arena.  On failure NULL and *e, with line and column. */
const struct config_value *config_tree_parse(struct arena *a, struct str text, const char *name,
    struct err *e);

#endif
