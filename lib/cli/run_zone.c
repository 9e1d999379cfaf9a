/*
 * run_zone - time zones by name, from the system's tzdata.
 *
 * The C library takes a misspelt name for UTC without a word; here it is refused.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run_impl.h"

enum { ZONE_MOST = 1 << 20, NAMES_MOST = 1024 };

struct zone_entry {
	struct zone_entry *next;
	struct str name;
	const struct zone *zone;
};

/* Could this be the name of a zone?  It becomes a path, so it may not lead elsewhere. */
static bool
is_name(struct str name)
{
	struct str rest = name, part;
	size_t i;

	for (i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
		    c != '/' && c != '_' && c != '-' && c != '+')
			return false;
	}
	while (str_split(&rest, '/', &part))
		if (part.n == 0)
			return false;
	return true;
}

/* The whole file, in the arena.  False when there is no such regular file of a sane size. */
static bool
slurp(struct arena *a, const char *path, struct str *text)
{
	struct stat st;
	char *p;
	size_t n = 0;
	ssize_t got = 1;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return false;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size > ZONE_MOST) {
		close(fd);
		return false;
	}
	p = arena_text(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size && got > 0)
		if ((got = read(fd, p + n, (size_t)st.st_size - n)) > 0)
			n += (size_t)got;
	close(fd);
	*text = (struct str){ p, n };
	return n == (size_t)st.st_size;
}

static const char *
directory(struct run *run)
{
	const char *d = run->state->environment.tzdir;

	return d != NULL && d[0] == '/' ? d : "/usr/share/zoneinfo";
}

/* zone.tab lists all zones that are places: country, coordinates, name, comment. */
static const char *
nearest(struct run *run, struct str name)
{
	const char *list[NAMES_MOST + 1];
	struct str text, line, part;
	size_t n = 0;

	if (!slurp(&run->arena, arena_printf(&run->arena, "%s/zone.tab", directory(run)).p, &text))
		return NULL;
	while (n < NAMES_MOST && str_split(&text, '\n', &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (str_split(&line, '\t', &part) && str_split(&line, '\t', &part) &&
		    str_split(&line, '\t', &part))
			list[n++] = arena_copy(&run->arena, part).p;
	}
	list[n] = NULL;
	return str_nearest(name, list);
}

static const struct zone *
load(struct run *run, struct str name, struct err *e)
{
	const char *guess;
	struct str bytes;
	const char *path = arena_printf(&run->arena, "%s/%.*s", directory(run), STR_ARG(name)).p;

	if (is_name(name) && slurp(&run->arena, path, &bytes) && str_starts(bytes, STR("TZif")))
		return zone_load(&run->arena, name, bytes, e);
	guess = nearest(run, name);
	if (guess != NULL)
		err_set(e, ERR_CONFIG, PLACE_NONE, "unknown time zone \"%.*s\" (did you mean %s?)",
		    STR_ARG(name), guess);
	else
		err_set(e, ERR_CONFIG, PLACE_NONE, "unknown time zone \"%.*s\"", STR_ARG(name));
	return NULL;
}

const struct zone *
run_zone(struct run *run, struct str name, struct err *e)
{
	struct zone_entry *entry;
	const struct zone *zone;

	if (str_is(name, "UTC") || str_is(name, "Z"))
		return &zone_utc;
	for (entry = run->state->zones; entry != NULL; entry = entry->next)
		if (str_eq(entry->name, name))
			return entry->zone;
	if ((zone = load(run, name, e)) == NULL)
		return NULL;
	entry = arena_alloc(&run->arena, sizeof *entry);
	entry->name = arena_copy(&run->arena, name);
	entry->zone = zone;
	entry->next = run->state->zones;
	run->state->zones = entry;
	return zone;
}
