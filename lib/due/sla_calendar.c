/*
 * sla_calendar - the calendars of a settings file, and which of them counts for a lead.
 */
#include "due/sla_impl.h"

static const char *const calendar_keys[] = { "zone", "when", "hours", "holidays", NULL };

/* A complaint of the calendar's own, with its place in the file. */
static int
at_node(struct config_node n, struct err *e)
{
	struct err inner = *e;

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
load_office(struct sla_office *o, struct arena *a, struct schema *schema,
    const struct sla_world *world, struct config_node n, struct err *e)
{
	const struct zone *zone = world->local;
	struct config_node named = config_get(n, "zone");
	struct str text = { 0 };
	struct calendar *c;

	if (!config_is_object(n))
		return config_err(n, e, "expected a calendar: { \"zone\": …, \"hours\": … }");
	if (config_keys(n, calendar_keys, e) != 0 ||
	    sla_load_condition(schema, config_get(n, "when"), &o->when, e) != 0 ||
	    config_text(named, &text, e) != 0)
		return -1;
	if (named.value != NULL && (zone = world->zone(world->data, text, e)) == NULL)
		return at_node(named, e);
	c = calendar_new(a, zone);
	o->calendar = c;
	if (load_hours(c, config_get(n, "hours"), e) != 0 ||
	    load_holidays(c, config_get(n, "holidays"), e) != 0)
		return -1;
	return calendar_finish(c, e) != 0 ? at_node(n, e) : 0;
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

const struct calendar *
sla_calendar_of(const struct sla *s, const struct sla_rule *r, struct lead *l)
{
	size_t i;

	if (r->office != NULL)
		return r->office->calendar;
	for (i = 0; i < s->offices; i++)
		if (s->office[i].when != NULL && condition_test(s->office[i].when, l) == TRUTH_TRUE)
			return s->office[i].calendar;
	return s->usual != NULL ? s->usual->calendar : NULL;
}
