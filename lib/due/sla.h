/*
 * sla - by when a lead has to hear from us, and what is to be done.
 *
 *	rules, from the top ─► start ─► + within, less pauses ─► due ─► ok, soon or overdue
 *
 * The first rule whose condition is true is the lead's.  A rule that would be if an unknown were
 * known is kept in mind, never acted upon.  A plain date is a whole day, and a clock that
 * starts with one starts when it is over: nothing is called overdue that may still be in time.
 *
 * An sla is read-only once loaded and may be used by any number of threads.  See lead-sla(5).
 */
#ifndef DUE_SLA_H
#define DUE_SLA_H

#include "base/buf.h"
#include "due/calendar.h"
#include "lead/condition.h"
#include "lead/config.h"

struct sla;
struct sla_rule;

extern const char sla_json[];           /* the built-in rules, as text */
extern const char sla_schema_json[];    /* JSON Schema of such files */

/* What the core cannot get by itself. */
struct sla_world {
	void *data;
	const struct zone *(*zone)(void *data, struct str name, struct err *e);
	const struct zone *local;       /* of calendars that name none */
};

/* Everything is copied into *a; conditions are compiled against *s.  `path` NULL: the built-in
 * rules.  NULL and *e on failure. */
struct sla *sla_load(struct arena *a, struct schema *s, const char *path,
    const struct sla_world *world, struct err *e);
/* The same of a text; files that it names are beside `name`. */
struct sla *sla_load_json(struct arena *a, struct schema *s, struct str text, const char *name,
    const struct sla_world *world, struct err *e);

enum sla_outcome {
	SLA_NO_RULE,
	SLA_UNDECIDED,                  /* none fits, but one would if an unknown were known */
	SLA_NO_START,                   /* the time its rule starts from is unknown */
	SLA_UNREADABLE,                 /* a cell holds what it should not: see `wrong` */
	SLA_OK, SLA_SOON, SLA_OVERDUE,
	SLA_OUTCOMES
};
extern const char *const sla_outcome_name[SLA_OUTCOMES];

struct sla_verdict {
	enum sla_outcome outcome;
	const struct sla_rule *rule;    /* the one that fits; NULL */
	const struct sla_rule *maybe;   /* the first before it that might; NULL */
	instant start, due_at;          /* due_at INSTANT_NONE: not before year 10000 */
	bool held;                      /* … for being on hold without end */
	uint64_t tries;                 /* that were made, for a rule that counts them */
	span paused;                    /* by how much the due time moved */
	struct str action;              /* the first that is permitted; "" when none is */
	const char *forbidden;          /* who forbids what was to be done first, or NULL … */
	struct str denied;              /* … and what that was */
	size_t level;                   /* of escalation that was reached, 0: none */
	struct str escalate;            /* to whom, "" */
	const char *wrong;              /* UNREADABLE: what is wrong */
	const char *column;             /* … and where */
};

/* `soon` too: what falls due within this of now (n 0: what the rules say alone).  Pure; scratch
 * is the record's. */
void	sla_judge(const struct sla *s, struct lead *l, struct length upcoming,
    struct sla_verdict *v);

/* In the order of the file; NULL behind the last. */
const struct sla_rule *sla_rule_at(const struct sla *s, size_t i);
struct str sla_name(const struct sla_rule *r);
/* A sentence: why it is due then, which rule might fit instead. */
void	sla_reason(struct lead *l, const struct sla_verdict *v, struct buf *b);
/* Line by line how each rule came out, for --why. */
void	sla_trace(const struct sla *s, struct lead *l, const struct sla_verdict *v, struct buf *b);
/* May this lead be called, written to?  Unknown is yes. */
bool	sla_may_call(const struct sla *s, struct lead *l);
bool	sla_may_write(const struct sla *s, struct lead *l);
/* What another hour of waiting costs, in units of the lead's value; below 0: it cannot be told. */
double	sla_loss(const struct sla *s, struct lead *l, const struct sla_verdict *v);
/* Does any length count business time, so that an upcoming one can be measured in it? */
bool	sla_has_calendar(const struct sla *s);

#endif
