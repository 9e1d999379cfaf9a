/*
 * config - walking a settings file and reading its values, with a path for every complaint.
 *
 * A node carries its path as text, built on the way down: settings are read once, and are small.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "lead/config.h"
#include "lead/config_tree.h"
#include "value/number.h"

struct config {
	struct arena *arena;
	const char *name;
	const char *kind;
	const struct config_value *root;
	const uint64_t *line;           /* of a table: the line that each line of the text was */
};

/* The object with its kind and version, and not that of another tool. */
static int
check_kind(const struct config *c, struct err *e)
{
	struct config_node root = config_root(c), version = config_get(root, c->kind), other;
	struct str key;
	int64_t number = 0;
	size_t i;

	if (!config_is_object(root))
		return config_err(root, e, "expected an object that begins with \"%s\": 1", c->kind);
	if (version.value != NULL) {
		if (config_int(version, INT64_MIN, INT64_MAX, &number, e) != 0)
			return -1;
		return number == 1 ? 0 : config_err(version, e,
		    "version %lld of %s is not known here: expected 1", (long long)number, c->kind);
	}
	for (i = 0; config_member(root, i, &key, &other); i++)
		if (str_starts(key, STR("lead-"))) {
			root.line = other.line;
			return config_err(root, e, "expected a %s, this is a %.*s", c->kind, STR_ARG(key));
		}
	return config_err(root, e, "expected \"%s\": 1 as the first key", c->kind);
}

const struct config *
config_parse(struct arena *a, struct str text, const char *name, const char *kind, struct err *e)
{
	return config_parse_table(a, text, NULL, name, kind, e);
}

const struct config *
config_parse_table(struct arena *a, struct str text, const uint64_t *line, const char *name,
    const char *kind, struct err *e)
{
	struct config *c = arena_alloc(a, sizeof *c);

	c->arena = a;
	c->line = line;
	c->name = arena_copy(a, str_of(name)).p;
	c->kind = kind;
	if (text.n > CONFIG_MOST) {
		err_set(e, ERR_CONFIG, (struct place){ .file = c->name }, "longer than %d bytes",
		    (int)CONFIG_MOST);
		return NULL;
	}
	if (str_starts(text, STR("\xef\xbb\xbf")))     /* a byte order mark, of Windows editors */
		text = str_slice(text, 3, text.n);
	c->root = config_tree_parse(a, arena_copy(a, text), c->name, e);
	return c->root != NULL && check_kind(c, e) == 0 ? c : NULL;
}

static int
read_all(int fd, struct buf *b, const char *name, struct err *e)
{
	ssize_t got;

	while (b->n <= CONFIG_MOST) {
		got = read(fd, buf_room(b, 1 << 16), 1 << 16);
		if (got == 0)
			return 0;
		if (got > 0)
			b->n += (size_t)got;
		else if (errno != EINTR)
			return err_system(e, name, "read");
	}
	return 0;       /* too long: config_parse says so */
}

const struct config *
config_load(struct arena *a, const char *path, const char *kind, struct err *e)
{
	bool standard = strcmp(path, "-") == 0;
	const char *name = standard ? "(stdin)" : arena_copy(a, str_of(path)).p;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	const struct config *c = NULL;
	struct buf text = { 0 };

	if (fd < 0) {
		err_system(e, name, "open");
		return NULL;
	}
	if (read_all(fd, &text, name, e) == 0)
		c = config_parse(a, buf_text(&text), name, kind, e);
	buf_free(&text);
	if (!standard)
		close(fd);
	return c;
}

static uint64_t
line_of(const struct config *c, uint64_t line)
{
	return c->line != NULL ? c->line[line - 1] : line;
}

struct config_node
config_root(const struct config *c)
{
	return (struct config_node){ c, c->root, STR(""), line_of(c, c->root->line) };
}

/* A reference token of a JSON pointer, RFC 6901. */
static struct str
pointer(struct arena *a, struct str path, struct str key)
{
	char *text = arena_text(a, path.n + 2 * key.n + 2), *to = text + path.n;
	size_t i;

	if (path.n)
		memcpy(text, path.p, path.n);
	*to++ = '/';
	for (i = 0; i < key.n; i++) {
		*to++ = key.p[i] == '/' ? '~' : key.p[i];
		if (key.p[i] == '~' || key.p[i] == '/')
			*to++ = key.p[i] == '~' ? '0' : '1';
	}
	*to = '\0';
	return (struct str){ text, (size_t)(to - text) };
}

static struct config_node
child_of(struct config_node n, size_t i)
{
	const struct config_value *child = n.value->child + i;
	struct str key = n.value->type == CONFIG_OBJECT ? child->key :
	    arena_printf(n.config->arena, "%zu", i);

	return (struct config_node){ n.config, child, pointer(n.config->arena, n.path, key),
	    line_of(n.config, child->line) };
}

static struct config_node
absent(struct config_node n, struct str key)
{
	n.value = NULL;
	n.path = pointer(n.config->arena, n.path, key);
	return n;
}

static bool
is(struct config_node n, enum config_type type)
{
	return n.value != NULL && n.value->type == type;
}

struct config_node
config_get(struct config_node n, const char *key)
{
	size_t i;

	for (i = 0; is(n, CONFIG_OBJECT) && i < n.value->n; i++)
		if (str_is(n.value->child[i].key, key))
			return child_of(n, i);
	return absent(n, str_of(key));
}

size_t
config_size(struct config_node n)
{
	return n.value ? n.value->n : 0;
}

struct config_node
config_item(struct config_node n, size_t i)
{
	if (is(n, CONFIG_ARRAY) && i < n.value->n)
		return child_of(n, i);
	return absent(n, arena_printf(n.config->arena, "%zu", i));
}

bool
config_member(struct config_node n, size_t i, struct str *key, struct config_node *value)
{
	if (!is(n, CONFIG_OBJECT) || i >= n.value->n)
		return false;
	*key = n.value->child[i].key;
	*value = child_of(n, i);
	return true;
}

bool
config_is_array(struct config_node n)
{
	return is(n, CONFIG_ARRAY);
}

bool
config_is_object(struct config_node n)
{
	return is(n, CONFIG_OBJECT);
}

bool
config_is_text(struct config_node n)
{
	return is(n, CONFIG_TEXT);
}

bool
config_is_number(struct config_node n)
{
	return is(n, CONFIG_NUMBER);
}

struct place
config_place(struct config_node n)
{
	return (struct place){ .file = n.config->name, .line = n.line };
}

struct str
config_path(struct config_node n)
{
	size_t slash;

	/* Whoever wrote a table knows columns, not paths. */
	while (n.config->line != NULL && (slash = str_find(n.path, '/')) != n.path.n)
		n.path = str_slice(n.path, slash + 1, n.path.n);
	return n.path;
}

int
config_err(struct config_node n, struct err *e, const char *fmt, ...)
{
	struct str path = config_path(n);
	char text[sizeof e->text];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	return err_set(e, ERR_CONFIG, config_place(n), "%.*s%s%s", STR_ARG(path),
	    path.n ? ": " : "", text);
}

int
config_keys(struct config_node n, const char *const *keys, struct err *e)
{
	const char *const *known, *nearest;
	struct config_node value;
	struct str key;
	size_t i;

	if (n.value != NULL && !is(n, CONFIG_OBJECT))
		return config_err(n, e, "expected an object");
	for (i = 0; config_member(n, i, &key, &value); i++) {
		for (known = keys; *known != NULL && !str_is(key, *known); known++)
			;
		if (*known != NULL || (n.path.n == 0 && str_is(key, n.config->kind)))
			continue;
		nearest = str_nearest(key, keys);
		return config_err(value, e, nearest ? "unknown key; did you mean \"%s\"?" :
		    "unknown key", nearest);
	}
	return 0;
}

int
config_text(struct config_node n, struct str *out, struct err *e)
{
	if (is(n, CONFIG_TEXT))
		*out = n.value->text;
	else if (n.value != NULL)
		return config_err(n, e, "expected a text");
	return 0;
}

int
config_bool(struct config_node n, bool *out, struct err *e)
{
	if (is(n, CONFIG_BOOL))
		*out = n.value->truth;
	else if (n.value != NULL)
		return config_err(n, e, "expected true or false");
	return 0;
}

int
config_number_text(struct config_node n, struct str *out, struct err *e)
{
	if (is(n, CONFIG_NUMBER))
		*out = n.value->raw;
	else if (n.value != NULL)
		return config_err(n, e, "expected a number");
	return 0;
}

struct str
config_raw(struct config_node n)
{
	return n.value != NULL ? n.value->raw : (struct str){ 0 };
}

int
config_real(struct config_node n, double *out, struct err *e)
{
	if (is(n, CONFIG_NUMBER))
		*out = n.value->real;
	else if (n.value != NULL)
		return config_err(n, e, "expected a number");
	return 0;
}

/* Times 10^places as a whole number.  1: it is. */
static int
scaled(struct config_node n, unsigned places, int64_t *whole, struct err *e)
{
	struct number number;

	if (n.value == NULL)
		return 0;
	if (!is(n, CONFIG_NUMBER))
		return config_err(n, e, "expected a number");
	return number_parse(n.value->raw, &number) && number_scaled(number, places, whole) ? 1 :
	    config_err(n, e, places ? "expected a number with at most %u decimals" :
	    "expected a whole number", places);
}

int
config_int(struct config_node n, int64_t low, int64_t high, int64_t *out, struct err *e)
{
	int64_t whole;
	int got = scaled(n, 0, &whole, e);

	if (got <= 0)
		return got;
	if (whole < low || whole > high) {
		if (high == INT64_MAX)
			return config_err(n, e, "expected a whole number of at least %" PRId64, low);
		if (low == INT64_MIN)
			return config_err(n, e, "expected a whole number of at most %" PRId64, high);
		return config_err(n, e, "expected a whole number from %" PRId64 " to %" PRId64, low,
		    high);
	}
	*out = whole;
	return 0;
}

int
config_points(struct config_node n, int64_t *thousandths, struct err *e)
{
	int64_t points;
	int got = scaled(n, 3, &points, e);

	if (got <= 0)
		return got;
	if (points < -CONFIG_POINTS_MOST || points > CONFIG_POINTS_MOST)
		return config_err(n, e, "expected at most a billion points");
	*thousandths = points;
	return 0;
}

int
config_length(struct config_node n, struct length *out, struct err *e)
{
	if (n.value == NULL || (is(n, CONFIG_TEXT) && date_parse_length(n.value->text, out)))
		return 0;
	return config_err(n, e, "expected a length of time like \"14d\", \"36h\" or \"3bd\"");
}

int
config_span(struct config_node n, span *out, struct err *e)
{
	if (n.value == NULL || (is(n, CONFIG_TEXT) && date_parse_span(n.value->text, out)))
		return 0;
	return config_err(n, e, "expected a length of time like \"14d\" or \"36h\"");
}
