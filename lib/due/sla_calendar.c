/*
 * sla_calendar - the calendars of a settings file, and which of them counts for a lead.
 */
#include "due/ics.h"
#include "due/sla_impl.h"
#include "record/source.h"

/* The longest that a calendar may be closed, in days. */
enum { DAY = 86400, CLOSED_MOST = 366 };

static const char *const calendar_keys[] = { "zone", "when", "hours", "holidays", "holidays_file",
	NULL };

/* A complaint of the calendar's own, with its place in the file. */
static int
at_node(struct config_node n, struct err *e)
{
	struct err inner = *e;

	if (inner.kind == ERR_SYSTEM)
		return -1;              /* a file is to blame, and named, not the settings */
	return config_err(n, e, "%s", inner.text);
}

static int
load_hours(struct calendar *c, struct config_node list, struct err *e)
{
	struct config_node one;
	struct str days, hours = { 0 };
	size_t i;

	if (!config_is_object(list))
		return config_err(list, e, "expected hours by weekdays: "
		    "{ \"mon-fri\": \"09:00-17:00\" }");
	for (i = 0; config_member(list, i, &days, &one); i++) {
		if (config_text(one, &hours, e) != 0)
			return -1;
		if (calendar_parse_hours(c, days, hours, e) != 0)
			return at_node(one, e);
	}
	return 0;
}

static int
load_holidays(struct calendar *c, struct config_node list, struct err *e)
{
	struct str text = { 0 };
	size_t i;

	if (list.value != NULL && !config_is_array(list))
		return config_err(list, e, "expected a list of days");
	for (i = 0; i < config_size(list); i++) {
		if (config_text(config_item(list, i), &text, e) != 0)
			return -1;
		if (calendar_parse_holiday(c, text, e) != 0)
			return at_node(config_item(list, i), e);
	}
	return 0;
}

static int
slurp(struct arena *a, const char *path, struct buf *text, struct err *e)
{
	static const struct source_options plain = { .encoding = SOURCE_UTF8 };
	struct source *s = source_open(a, path, &plain, e);
	ssize_t got = 1;

	if (s == NULL)
		return -1;
	while (got > 0 && text->n <= CONFIG_MOST)
		if ((got = source_read(s, buf_room(text, 1 << 16), 1 << 16, e)) > 0)
			text->n += (size_t)got;
	if (source_close(s, e) < 0 || got < 0)
		return -1;
	return text->n <= CONFIG_MOST ? 0 : err_set(e, ERR_CONFIG, (struct place){ .file = path },
	    "longer than %d bytes", (int)CONFIG_MOST);
}

/* A day a line, as in a list of them; behind # is a remark. */
static int
read_days(struct calendar *c, struct str text, struct place *at, struct err *e)
{
	struct str line;

	for (at->line = 1; text.n != 0 && str_split(&text, '\n', &line); at->line++) {
		line = str_trim(str_slice(line, 0, str_find(line, '#')));
		if (line.n != 0 && calendar_parse_holiday(c, line, e) != 0)
			return -1;
	}
	at->line = 0;
	return 0;
}

/* The name is relative to the settings file. */
static int
load_file(struct calendar *c, const struct zone *zone, struct arena *a, struct config_node n,
    struct err *e)
{
	struct str name = { 0 }, settings = str_of(config_place(n).file);
	struct place at = { 0 };
	struct buf text = { 0 };
	size_t folder = settings.n;
	int result;

	if (n.value == NULL)
		return 0;
	if (config_text(n, &name, e) != 0)
		return -1;
	while (folder > 0 && settings.p[folder - 1] != '/')
		folder--;
	if (str_starts(name, STR("/")))
		folder = 0;
	at.file = arena_printf(a, "%.*s%.*s", (int)folder, settings.p, STR_ARG(name)).p;
	result = slurp(a, at.file, &text, e);
	if (result == 0 && str_starts(buf_text(&text), STR("BEGIN:VCALENDAR")))
		result = ics_holidays(c, zone, buf_text(&text), e);
	else if (result == 0)
		result = read_days(c, buf_text(&text), &at, e);
	if (result != 0 && e->at.file == NULL)
		e->at = at;
	buf_free(&text);
	return result;
}

static int
load_office(struct sla_office *o, struct arena *a, struct schema *schema,
    const struct sla_world *world, struct config_node n, struct err *e)
{
	const struct zone *zone = world->local;
	struct config_node named = config_get(n, "zone");
	struct str text = { 0 };
	struct calendar *c;
	instant open;

	if (!config_is_object(n))
		return config_err(n, e, "expected a calendar: { \"zone\": …, \"hours\": … }");
	if (config_keys(n, calendar_keys, e) != 0 ||
	    condition_read(schema, config_get(n, "when"), &o->when, e) != 0 ||
	    config_text(named, &text, e) != 0)
		return -1;
	if (named.value != NULL && (zone = world->zone(world->data, text, e)) == NULL)
		return at_node(named, e);
	c = calendar_new(a, zone);
	o->calendar = c;
	if (load_hours(c, config_get(n, "hours"), e) != 0 ||
	    load_holidays(c, config_get(n, "holidays"), e) != 0 ||
	    load_file(c, zone, a, config_get(n, "holidays_file"), e) != 0)
		return -1;
	if (calendar_finish(c, e) != 0)
		return at_node(n, e);
	calendar_near(c, schema->now);
	open = calendar_next_open(c, schema->now);
	return open != INSTANT_NONE && open - schema->now <= (span)CLOSED_MOST * DAY ? 0 :
	    config_err(n, e, "is closed for more than a year from now");
}

int
sla_calendar_load(struct sla *s, struct arena *a, struct schema *schema,
    const struct sla_world *world, struct config_node list, struct err *e)
{
	struct sla_office *all = arena_array(a, config_size(list), sizeof *all);
	struct config_node one;
	struct str name;
	size_t i;

	if (list.value != NULL && !config_is_object(list))
		return config_err(list, e, "expected calendars by name");
	s->office = all;
	for (i = 0; config_member(list, i, &name, &one); i++) {
		all[i].name = arena_copy(a, name);
		if (load_office(&all[i], a, schema, world, one, e) != 0)
			return -1;
		s->offices++;
	}
	s->usual = sla_calendar_find(s, STR("default"));
	if (s->usual == NULL && s->offices == 1 && all[0].when == NULL)
		s->usual = &all[0];
	return 0;
}

const struct sla_office *
sla_calendar_find(const struct sla *s, struct str name)
{
	size_t i;

	for (i = 0; i < s->offices; i++)
		if (str_eq(s->office[i].name, name))
			return &s->office[i];
	return NULL;
}

const struct sla_office *
sla_calendar_of(const struct sla *s, const struct sla_rule *r, struct lead *l)
{
	size_t i;

	if (r->office != NULL)
		return r->office;
	for (i = 0; i < s->offices; i++)
		if (s->office[i].when != NULL && condition_test(s->office[i].when, l) == TRUTH_TRUE)
			return &s->office[i];
	return s->usual;
}
