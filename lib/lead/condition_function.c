/*
 * condition_function - the functions of the language, one row each.
 *
 * A call finds its argument behind it in the nodes.  False means unknown.
 */
#include "lead/condition_impl.h"
#include "value/contact.h"
#include "value/domain.h"
#include "value/text.h"

static bool
text_argument(struct lead *l, const struct node *call, struct str *text)
{
	struct value v;

	if (!condition_test_operand(l, call + 1, VALUE_TEXT, &v))
		return false;
	*text = v.as.text;
	return true;
}

static void
whole_number(struct value *out, int64_t n)
{
	out->as.money = (struct money){ .amount = { .units = n } };
}

/* Of a plain date the day's beginning counts. */
static bool
age(struct lead *l, const struct node *call, struct value *out)
{
	struct value v;

	if (!condition_test_operand(l, call + 1, VALUE_TIME, &v))
		return false;
	out->as.whole = l->now - v.as.moment.from;
	return true;
}

static void
ages(struct lead *l, const struct node *call, int64_t out[], bool known[])
{
	struct value v;
	uint32_t i;

	if (call[1].kind == NODE_FIELD)
		lead_time_rows(l, call[1].slot, out, known);
	for (i = 0; call[1].kind != NODE_FIELD && i < l->rows; i++) {
		lead_turn(l, i);
		known[i] = condition_test_operand(l, call + 1, VALUE_TIME, &v);
		out[i] = known[i] ? v.as.moment.from : 0;
	}
	for (i = 0; i < l->rows; i++)
		out[i] = known[i] ? l->now - out[i] : 0;
}

/* The registrable domain of an address or a web site. */
static bool
domain(struct lead *l, const struct node *call, struct value *out)
{
	struct arena *scratch = l->rec->scratch;
	struct email e;
	struct str text, host;

	if (!text_argument(l, call, &text))
		return false;
	if (contact_email(scratch, text, &e))
		host = e.domain;
	else if (!domain_of_website(scratch, text, &host))
		return false;
	return domain_registrable(scratch, host, &out->as.text);
}

static bool
length(struct lead *l, const struct node *call, struct value *out)
{
	struct str text;

	if (!text_argument(l, call, &text))
		return false;
	whole_number(out, (int64_t)text_length(text));
	return true;
}

static bool
words(struct lead *l, const struct node *call, struct value *out)
{
	struct str text;

	if (!text_argument(l, call, &text))
		return false;
	whole_number(out, (int64_t)text_words(text));
	return true;
}

static bool
lower(struct lead *l, const struct node *call, struct value *out)
{
	struct str text;

	if (!text_argument(l, call, &text))
		return false;
	out->as.text = text_lower(l->rec->scratch, text);
	return true;
}

/* Those without a time lie within no span of now. */
static bool
count(struct lead *l, const struct node *call, struct value *out)
{
	const struct activities *list = lead_activities(l, call->slot);
	instant now = l->now;
	span within = call->is.call.within;
	const struct activity *a;
	int64_t n = 0;

	if (list == NULL)
		return false;
	for (a = list->item; a < list->item + list->n; a++)
		if (str_eq(a->key, call->is.call.activity) && (within < 0 ||
		    (a->at != INSTANT_NONE && a->at <= now && a->at >= now - within)))
			n += a->count;
	whole_number(out, n);
	return true;
}

/* The earliest (sign -1) or latest (1) of its kind that has a time. */
static bool
extreme(struct lead *l, const struct node *call, int sign, struct value *out)
{
	const struct activities *list = lead_activities(l, call->slot);
	const struct activity *a;
	instant found = INSTANT_NONE;

	if (list == NULL)
		return false;
	for (a = list->item; a < list->item + list->n; a++)
		if (a->at != INSTANT_NONE && str_eq(a->key, call->is.call.activity) &&
		    (found == INSTANT_NONE || (sign > 0 ? a->at > found : a->at < found)))
			found = a->at;
	out->as.moment = (struct moment){ found, found };
	return found != INSTANT_NONE;
}

static bool
first(struct lead *l, const struct node *call, struct value *out)
{
	return extreme(l, call, -1, out);
}

static bool
last(struct lead *l, const struct node *call, struct value *out)
{
	return extreme(l, call, 1, out);
}

/* The day of the week in the schema's zone, by its English name. */
static bool
weekday(struct lead *l, const struct node *call, struct value *out)
{
	static const char *const name[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
		"saturday", "sunday" };
	struct civil local;
	struct value v;

	if (!condition_test_operand(l, call + 1, VALUE_TIME, &v))
		return false;
	zone_civil(l->schema->zone, v.as.moment.from, &local);
	out->as.text = str_of(name[date_weekday(date_days(local.year, local.month, local.day))]);
	return true;
}

static const struct function functions[] = {
	/* name     argument          result        within timed memo */
	{ "age",    VALUE_TIME,       VALUE_LENGTH, false, true,  false, age, ages },
	{ "count",  VALUE_ACTIVITIES, VALUE_NUMBER, true,  false, false, count, NULL },
	{ "domain", VALUE_TEXT,       VALUE_TEXT,   false, false, true,  domain, NULL },
	{ "first",  VALUE_ACTIVITIES, VALUE_TIME,   false, false, false, first, NULL },
	{ "last",   VALUE_ACTIVITIES, VALUE_TIME,   false, false, false, last, NULL },
	{ "length", VALUE_TEXT,       VALUE_NUMBER, false, false, true,  length, NULL },
	{ "lower",  VALUE_TEXT,       VALUE_TEXT,   false, false, true,  lower, NULL },
	{ "weekday", VALUE_TIME,      VALUE_TEXT,   false, false, true,  weekday, NULL },
	{ "words",  VALUE_TEXT,       VALUE_NUMBER, false, false, true,  words, NULL },
};
enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

const char *
condition_function(size_t i)
{
	return i < FUNCTIONS ? functions[i].name : NULL;
}

const struct function *
condition_function_find(struct str name)
{
	size_t i;

	for (i = 0; i < FUNCTIONS; i++)
		if (str_eq_nocase(name, str_of(functions[i].name)))
			return &functions[i];
	return NULL;
}

const char *
condition_function_nearest(struct str name)
{
	const char *names[FUNCTIONS + 1];
	size_t i;

	for (i = 0; i <= FUNCTIONS; i++)
		names[i] = condition_function(i);
	return str_nearest(name, names);
}
