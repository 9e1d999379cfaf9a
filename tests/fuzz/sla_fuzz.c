/* Rules, and a lead held against them: a complaint or a verdict that is sound. */
#include "due/sla.h"
#include "settings_fuzz.h"

static const char *const columns[] = { "created_at", "next_follow_up_at", "last_contacted_at", "on_hold",
	"attempts", "consent", "do_not_call", "status", NULL };

static const struct zone *
no_zone(void *data, struct str name, struct err *e)
{
	(void)data;
	(void)name;
	err_set(e, ERR_CONFIG, PLACE_NONE, "no zones here");
	return NULL;
}

static void
check(const struct sla *s, struct lead *l)
{
	struct sla_verdict v;
	struct buf b = { 0 };
	instant now = l->schema->now;

	sla_judge(s, l, (struct length){ 0, SPAN_WALL }, &v);
	if ((v.outcome == SLA_OVERDUE) != (v.outcome >= SLA_OK && v.due_at != INSTANT_NONE &&
	    now > v.due_at))
		abort();
	if (v.outcome >= SLA_OK && v.due_at != INSTANT_NONE && v.due_at < v.start)
		abort();
	if (v.outcome == SLA_UNREADABLE && (v.wrong == NULL || v.column == NULL))
		abort();
	if (v.outcome != SLA_UNREADABLE) {
		sla_reason(l, &v, &b);
		sla_trace(s, l, &v, &b);
	}
	if (v.outcome >= SLA_OK && v.rule == NULL)
		abort();
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sla_world world = { NULL, no_zone, &zone_utc };
	struct settings_case c;
	struct err e;
	struct sla *s;

	/* Files that it names are not read. */
	if (!settings_begin(&c, data, size) || str_search(c.settings, STR("_file")) != SIZE_MAX)
		return 0;
	if ((s = sla_load_json(&c.a, &c.schema, c.settings, "fuzz", &world, &e)) != NULL)
		check(s, settings_lead(&c, columns));
	settings_end(&c);
	return 0;
}
