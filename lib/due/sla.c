/*
 * sla - one lead under the rules: which fits, from when, until when, and how things stand.
 */
#include "due/sla_impl.h"
#include "lead/activity.h"

enum { SHARE_WHOLE = 1000, UNKNOWN_MOST = 4 };

const char *const sla_outcome_name[SLA_OUTCOMES] = {
	"no_rule", "undecided", "no_start", "unreadable", "ok", "soon", "overdue"
};

struct str
sla_name(const struct sla_rule *r)
{
	return r->name;
}

const struct sla_rule *
sla_rule_at(const struct sla *s, size_t i)
{
	return i < s->rules ? &s->rule[i] : NULL;
}

bool
sla_has_calendar(const struct sla *s)
{
	return s->usual != NULL;
}

static bool
unreadable(struct sla_verdict *v, const struct lead *l, uint32_t slot, const char *wrong)
{
	v->outcome = SLA_UNREADABLE;
	v->column = l->schema->wanted[slot].name.p;
	v->wrong = wrong;
	return false;
}

/* Was it done at or after the time it was promised for?  Only what is certain counts. */
static bool
is_done(const struct sla_rule *r, struct lead *l, const struct moment *start)
{
	struct moment done;

	return r->done != UINT32_MAX && lead_time(l, r->done, &done) && done.from >= start->from;
}

/* The first rule that fits, and when its clock starts.  False: *v says why there is none. */
static bool
find_rule(const struct sla *s, struct lead *l, struct sla_verdict *v)
{
	const struct sla_rule *r, *end = s->rule + s->rules;
	struct moment start;
	enum truth fits;

	for (r = s->rule; r < end; r++) {
		fits = r->when != NULL ? condition_test(r->when, l) : TRUTH_TRUE;
		if (fits == TRUTH_UNKNOWN && v->maybe == NULL)
			v->maybe = r;
		if (fits != TRUTH_TRUE)
			continue;
		if (lead_time(l, r->from, &start)) {
			if (is_done(r, l, &start))
				continue;
			v->rule = r;
			v->start = start.until;
			return true;
		}
		if (lead_known(l, r->from))
			return unreadable(v, l, r->from, "not a time");
		v->rule = r;
		v->outcome = SLA_NO_START;
		return false;
	}
	v->outcome = v->maybe != NULL ? SLA_UNDECIDED : SLA_NO_RULE;
	return false;
}

/* The rule's clock, for one lead. */
struct watch {
	const struct calendar *calendar;
	size_t office;                  /* whose it is */
	struct sla_pause *pause;
	size_t pauses;
};

/* Calls since the clock started, where nobody keeps count. */
static uint64_t
count_calls(const struct activities *all, instant start)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; all != NULL && i < all->n; i++)
		if (all->item[i].at >= start && (str_is(all->item[i].key, "call_attempt") ||
		    str_is(all->item[i].key, "call_connected")))
			n += (uint64_t)all->item[i].count;
	return n;
}

static bool
count_tries(const struct sla *s, const struct sla_rule *r, struct lead *l, struct sla_verdict *v)
{
	struct number n;
	int64_t whole = 0;

	if (r->tries == 0)
		return true;
	if (!lead_known(l, s->attempts)) {
		v->tries = count_calls(lead_activities(l, s->activities), v->start);
		return true;
	}
	if (!lead_number(l, s->attempts, &n) || !number_scaled(n, 0, &whole) || whole < 0)
		return unreadable(v, l, s->attempts, "not a number of attempts");
	v->tries = (uint64_t)whole;
	return true;
}

/* The time allowed for what comes next, from one instant to the other, pauses not yet counted:
 * tries are spread evenly. */
static void
allow(const struct sla_rule *r, const struct watch *w, const struct sla_verdict *v, instant *from,
    instant *until)
{
	int64_t tried = (int64_t)v->tries;

	*from = v->start;
	if (r->tries == 0 || tried >= r->tries) {
		*until = sla_clock_add(w->calendar, v->start, r->within);
		return;
	}
	if (tried > 0)
		*from = sla_clock_share(w->calendar, v->start, r->within, tried, r->tries);
	*until = sla_clock_share(w->calendar, v->start, r->within, tried + 1, r->tries);
}

/* Is it due before so much time from now is over? */
static bool
is_within(const struct watch *w, instant due, struct length l, instant now)
{
	instant at = sla_clock_add(w->calendar, now, l);

	return at == INSTANT_NONE || due <= at;
}

/* Has the warning come? */
static bool
is_warned(const struct sla_rule *r, const struct watch *w, const struct sla_verdict *v,
    instant from, instant until, instant now)
{
	enum span_unit unit = r->within.unit;
	struct length all = { 0, unit == SPAN_WALL ? SPAN_WALL : SPAN_BUSINESS_HOURS };
	instant at;

	if (r->warn.n != 0 && is_within(w, v->due_at, r->warn, now))
		return true;
	if (r->warn_share < 0 || from == INSTANT_NONE || until == INSTANT_NONE)
		return false;
	all.n = unit == SPAN_WALL ? until - from : calendar_between(w->calendar, from, until);
	at = sla_clock_share(w->calendar, from, all, r->warn_share, SHARE_WHOLE);
	at = sla_clock_pause(w->calendar, unit, v->start, at, w->pause, w->pauses);
	return at != INSTANT_NONE && now >= at;
}

bool
sla_may_call(const struct sla *s, struct lead *l)
{
	return sla_action_forbidden(s, l, SLA_PHONE) == NULL;
}

bool
sla_may_write(const struct sla *s, struct lead *l)
{
	return sla_action_forbidden(s, l, SLA_EMAIL) == NULL;
}

static void
choose_action(const struct sla *s, const struct sla_rule *r, struct lead *l, struct sla_verdict *v)
{
	bool last = r->tries != 0 && v->tries >= (uint64_t)r->tries && r->then.name.n != 0;
	const struct sla_action *a = last ? &r->then : r->action;
	size_t i, n = last ? 1 : r->actions;

	for (i = 0; i < n; i++) {
		const char *who = sla_action_forbidden(s, l, a[i].channels);

		if (who == NULL) {
			v->action = a[i].name;
			return;
		}
		if (v->forbidden == NULL) {
			v->forbidden = who;
			v->denied = a[i].name;
		}
	}
}

static void
escalate(const struct sla_rule *r, const struct watch *w, struct sla_verdict *v, instant now)
{
	size_t i;

	for (i = 0; i < r->escalate.n; i++) {
		const struct sla_step *step = &r->escalate.item[i];

		if (sla_clock_passed(w->calendar, v->due_at, step->after, now,
		    step->horizon != NULL ? &step->horizon[w->office] : NULL)) {
			v->level = i + 1;
			v->escalate = step->to;
		}
	}
}

void
sla_judge(const struct sla *s, struct lead *l, struct length upcoming, struct sla_verdict *v)
{
	instant now = l->schema->now, from, until;
	const struct sla_office *office;
	struct watch w = { 0 };

	*v = (struct sla_verdict){ .due_at = INSTANT_NONE };
	if (!find_rule(s, l, v) || !count_tries(s, v->rule, l, v))
		return;
	if (!sla_clock_pauses(l, s->on_hold, &w.pause, &w.pauses)) {
		unreadable(v, l, s->on_hold, "not a range of times");
		return;
	}
	if ((office = sla_calendar_of(s, v->rule, l)) != NULL) {
		w.calendar = office->calendar;
		w.office = (size_t)(office - s->office);
	}
	allow(v->rule, &w, v, &from, &until);
	v->due_at = sla_clock_pause(w.calendar, v->rule->within.unit, v->start, until, w.pause,
	    w.pauses);
	v->outcome = SLA_OK;
	v->held = v->due_at == INSTANT_NONE && until != INSTANT_NONE;
	if (v->due_at == INSTANT_NONE)
		return;
	v->paused = v->due_at - until;
	if (now > v->due_at) {
		v->outcome = SLA_OVERDUE;
		escalate(v->rule, &w, v, now);
	} else if (now == v->due_at || (upcoming.n != 0 &&
	    (upcoming.unit == SPAN_WALL || w.calendar != NULL) &&
	    is_within(&w, v->due_at, upcoming, now)) ||
	    is_warned(v->rule, &w, v, from, until, now)) {
		v->outcome = SLA_SOON;
	}
	choose_action(s, v->rule, l, v);
}

/* Which fields stand in the way of knowing whether it fits. */
static void
tell_unknown(const struct sla_rule *r, struct lead *l, struct buf *b)
{
	uint32_t slot[UNKNOWN_MOST];
	size_t n = condition_unknown(r->when, l, slot, UNKNOWN_MOST), i;

	for (i = 0; i < n; i++) {
		buf_str(b, i ? STR(", ") : STR(""));
		buf_str(b, l->schema->wanted[slot[i]].name);
	}
}

static void
tell_rule(struct lead *l, const struct sla_verdict *v, struct buf *b)
{
	const struct sla_rule *r = v->rule;

	buf_str(b, r->because);
	buf_str(b, lead_text(l, r->from));
	if (r->tries != 0)
		buf_printf(b, "; %llu of %lld attempts made", (unsigned long long)v->tries,
		    (long long)r->tries);
	if (v->due_at == INSTANT_NONE)
		buf_str(b, v->held ? STR("; on hold") : STR("; not before the year 10000"));
	if (v->paused > 0) {
		buf_str(b, STR("; on hold moved it by "));
		date_print_span(b, v->paused);
	}
	if (v->forbidden != NULL) {
		buf_str(b, STR("; "));
		buf_str(b, v->denied);
		buf_str(b, STR(" is not permitted: "));
		buf_str(b, str_of(v->forbidden));
	}
	if (v->level != 0) {
		buf_str(b, STR("; escalate to "));
		buf_str(b, v->escalate);
	}
}

void
sla_reason(struct lead *l, const struct sla_verdict *v, struct buf *b)
{
	if (v->outcome == SLA_NO_START)
		buf_printf(b, "%.*s is unknown", STR_ARG(l->schema->wanted[v->rule->from].name));
	else if (v->outcome == SLA_NO_RULE)
		buf_str(b, STR("no rule fits"));
	else if (v->outcome >= SLA_OK)
		tell_rule(l, v, b);
	if (v->maybe == NULL || v->outcome == SLA_UNREADABLE)
		return;
	buf_str(b, v->outcome == SLA_UNDECIDED ? STR("") : STR("; "));
	buf_byte(b, '"');
	buf_str(b, v->maybe->name);
	buf_str(b, STR("\" might fit if "));
	tell_unknown(v->maybe, l, b);
	buf_str(b, STR(" were known"));
}

void
sla_trace(const struct sla *s, struct lead *l, const struct sla_verdict *v, struct buf *b)
{
	const struct sla_rule *r, *end = s->rule + s->rules;

	for (r = s->rule; r < end; r++) {
		enum truth fits = r->when != NULL ? condition_test(r->when, l) : TRUTH_TRUE;

		buf_printf(b, "  %.*s: ", STR_ARG(r->name));
		if (fits == TRUTH_UNKNOWN) {
			buf_str(b, STR("cannot tell: "));
			tell_unknown(r, l, b);
			buf_str(b, STR(" is unknown"));
		} else {
			buf_str(b, fits == TRUTH_FALSE ? STR("does not fit") :
			    r == v->rule ? STR("fits") : STR("fits, and is done"));
		}
		buf_byte(b, '\n');
		if (r == v->rule)
			break;
	}
	buf_str(b, STR("  "));
	buf_str(b, str_of(sla_outcome_name[v->outcome]));
	if (v->due_at != INSTANT_NONE) {
		buf_str(b, STR(", due "));
		date_print(b, v->due_at);
	}
	buf_str(b, STR(": "));
	sla_reason(l, v, b);
	buf_byte(b, '\n');
}
