/*
 * sla_impl - what an sla is made of; private to lib/due.
 */
#ifndef DUE_SLA_IMPL_H
#define DUE_SLA_IMPL_H

#include "due/sla.h"

/* What somebody needs to be reached by, and who may forbid it. */
enum sla_channel { SLA_PHONE = 1, SLA_EMAIL = 2, SLA_SOMEHOW = 4 };

struct sla_action {
	struct str name;
	unsigned channels;              /* of enum sla_channel; 0: it is no contact */
};

/* What is due before `passed` has been so for longer than some length, from `open` on it has not;
 * in between it has to be counted. */
struct sla_horizon {
	instant passed, open;
};

struct sla_step {                       /* of escalation */
	struct length after;
	struct str to;
	const struct sla_horizon *horizon;      /* by office; NULL: by the clock */
};

struct sla_steps {
	const struct sla_step *item;
	size_t n;
};

struct sla_office {                     /* a calendar, and whose it is */
	struct str name;
	const struct condition *when;   /* NULL: only by name, or as the default */
	const struct calendar *calendar;
};

struct sla_rule {
	struct str name;
	const struct condition *when;   /* NULL: always */
	uint32_t from;                  /* slot */
	uint32_t done;                  /* slot, or UINT32_MAX */
	struct length within;
	struct str because;             /* as reasons begin: "4bh from created_at " */
	int64_t warn_share;             /* thousandths of the time, -1: none */
	struct length warn;             /* before it is due; n 0: none */
	const struct sla_action *action;
	size_t actions;
	int64_t tries;                  /* so many within that time; 0: they are not counted */
	struct sla_action then;         /* after the last try; name "": as before */
	const struct sla_office *office;        /* NULL: the lead's */
	struct sla_steps escalate;
};

struct sla_odds {                       /* of winning a lead that is answered so late */
	span after;
	double odds;
};

struct sla_flag {                       /* a column that says yes or no */
	uint32_t slot, memo;
};

struct sla {
	struct str name;
	const struct sla_office *office;
	size_t offices;
	const struct sla_office *usual; /* for leads that no calendar asks for; NULL: none */
	const struct sla_rule *rule;
	size_t rules;
	const struct sla_odds *response;        /* falling; after rising */
	size_t responses;
	struct str currency;            /* of values that are compared; "": whatever they are in */
	/* Slots. */
	struct sla_flag email_opt_out, do_not_call;
	uint32_t consent, on_hold, attempts, activities, value, score,
	    probability;
};

/* sla_calendar.c: the calendars of a settings file. */
int	sla_calendar_load(struct sla *s, struct arena *a, struct schema *schema,
    const struct sla_world *world, struct config_node list, struct err *e);
const struct sla_office *sla_calendar_find(const struct sla *s, struct str name);
/* Which one counts for this lead under this rule; NULL: none was made. */
const struct sla_office *sla_calendar_of(const struct sla *s, const struct sla_rule *r,
    struct lead *l);

/* sla_action.c: actions and permissions. */
struct sla_action sla_action_of(struct str name);
/* Who forbids it: "do_not_call", "email_opt_out", "consent"; NULL: nobody. */
const char *sla_action_forbidden(const struct sla *s, struct lead *l, unsigned channels);

/* sla_clock.c: lengths of time in one calendar, and pauses of the clock. */
struct sla_pause {
	instant from, until;            /* until INSTANT_NONE: without end */
};
instant	sla_clock_add(const struct calendar *c, instant t, struct length l);
/* Is now behind t + l?  Where the horizon of l in that calendar tells, nothing is counted. */
void	sla_clock_horizon(const struct calendar *c, struct length l, instant now,
    struct sla_horizon *h);
bool	sla_clock_passed(const struct calendar *c, instant t, struct length l, instant now,
    const struct sla_horizon *h);
/* A share of it, num / den of what is allowed. */
instant	sla_clock_share(const struct calendar *c, instant t, struct length l, int64_t num,
    int64_t den);
/* t, moved by what the pauses take of the time from start to it; INSTANT_NONE: one never ends. */
instant	sla_clock_pause(const struct calendar *c, enum span_unit unit, instant start, instant t,
    const struct sla_pause *pause, size_t pauses);
/* The pauses of a cell, in order and apart, in scratch.  False: one is no range of times. */
bool	sla_clock_pauses(struct lead *l, uint32_t slot, struct sla_pause **pause, size_t *pauses);

/* sla_load.c */
int	sla_load_text(struct arena *a, struct config_node n, struct str *out, struct err *e);

#endif
