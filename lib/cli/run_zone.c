/*
 * run_zone - time zones by name, from the system's tzdata.
 *
 * The C library takes a misspelt name for UTC without a word; here it is refused.
 */
#include <errno.h>
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

/* `n` bytes: 1, 0 when there are fewer, -1 and errno. */
static int
read_all(int fd, char *p, size_t n)
{
	ssize_t got = 1;

	for (; n != 0 && got != 0; p += got, n -= (size_t)got)
		while ((got = read(fd, p, n)) < 0)
			if (errno != EINTR)
				return -1;
	return n == 0;
}

/* The whole file, in the arena: 1; 0 when there is no such regular file of a sane size; -1 and
 * errno when nobody can tell. */
static int
slurp(struct arena *a, const char *path, struct str *text)
{
	struct stat st;
	int fd, why, result;
	char *to;

	while ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) < 0 && errno == EINTR)
		;
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG ? 0 : -1;
	if ((result = fstat(fd, &st)) == 0 && S_ISREG(st.st_mode) && st.st_size <= ZONE_MOST) {
		to = arena_text(a, (size_t)st.st_size + 1);
		*text = (struct str){ to, (size_t)st.st_size };
		result = read_all(fd, to, text->n);
	}
	why = errno;
	close(fd);
	errno = why;
	return result;
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

	if (slurp(&run->arena, arena_printf(&run->arena, "%s/zone.tab", directory(run)).p, &text) <= 0)
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
	int found = is_name(name) ? slurp(&run->arena, path, &bytes) : 0;

	if (found < 0) {
		err_system(e, path, "read");
		return NULL;
	}
	if (found > 0 && str_starts(bytes, STR("TZif")))
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
