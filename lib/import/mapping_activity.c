/*
 * mapping_activity - the columns of a file of activities.
 */
#include "import/mapping.h"

/* Usual names of the columns of activity files. */
static const char *const activity_synonyms[MAPPING_ACTIVITY_FIELDS] = {
	[MAPPING_LEAD_ID] = "leadid|contact id|prospect id|lead|record id|who id|person id",
	[MAPPING_EMAIL] = "e-mail|email address|recipient|contact email",
	[MAPPING_TYPE] = "activity type|event|event type|event name|activity|action|interaction",
	[MAPPING_AT] = "timestamp|time|date|activity date|event time|occurred at|created at|created_time",
	[MAPPING_CHANNEL] = "medium", [MAPPING_VALUE] = "amount", [MAPPING_CAMPAIGN] = "campaign name",
	[MAPPING_COUNT] = "number", [MAPPING_STAGE] = "",
};

static int32_t
find(struct arena *a, const struct str *label, uint32_t labels, struct str name)
{
	struct str key = mapping_key(a, name);
	uint32_t i;

	for (i = 0; i < labels; i++)
		if (str_eq(label[i], name))
			return (int32_t)i;
	for (i = 0; i < labels && key.n != 0; i++)
		if (str_eq(mapping_key(a, label[i]), key))
			return (int32_t)i;
	return -1;
}

static int32_t
find_synonym(struct arena *a, const struct str *label, uint32_t labels, unsigned field)
{
	struct str rest = str_of(activity_synonyms[field]), name;
	int32_t at = find(a, label, labels, str_of(mapping_activity_name[field]));

	while (at < 0 && rest.n != 0 && str_split(&rest, '|', &name))
		at = find(a, label, labels, name);
	return at;
}

WRAPS void
mapping_activities(struct mapping *m, const struct str *label, uint32_t labels,
    struct mapping_cell cell[MAPPING_ACTIVITY_FIELDS])
{
	struct arena a = { 0 };
	unsigned field, by;
	size_t k;

	for (field = 0; field < MAPPING_ACTIVITY_FIELDS; field++)
		cell[field] = (struct mapping_cell){ .column = find_synonym(&a, label, labels, field) };
	for (by = MAPPING_FILE + 1; by-- > MAPPING_OPTION;)
		for (k = 0; k < m->rules; k++) {
			struct mapping_rule *r = &m->rule[k];

			if (!r->activity || r->by != by)
				continue;
			cell[r->field] = (struct mapping_cell){ .column = -1 };
			if (r->text.p[0] == ':')
				cell[r->field].constant = str_slice(r->text, 1, r->text.n);
			else
				cell[r->field].column = find(&a, label, labels, r->text);
			r->used = true;
		}
	arena_free(&a);
}
