/*
 * state - what was reported before, so that it is reported once.
 *
 *	lead-due-state 1
 *	0f1e…32 hex digits 2		the fingerprint of a case, and the stage it was told in
 *
 * A case is a lead, a rule and a due time; it goes through stages: soon, overdue, escalated once,
 * twice …  The file holds the cases that are due and nothing of the leads, so it shrinks as
 * they are dealt with.  It is locked from state_open to the end of the process, and replaced as a
 * whole: a run that is killed leaves the old one or the new one.
 */
#ifndef DUE_STATE_H
#define DUE_STATE_H

#include "base/arena.h"
#include "base/err.h"
#include "due/fingerprint.h"
#include "value/date.h"

struct state;

enum { STATE_SOON = 1, STATE_OVERDUE = 2 };     /* and one more for each step of escalation */

/* A file that is not there is made, for its owner alone, and nothing was reported.  One that another
 * run holds is an error, as is one that is no such file. */
struct state *state_open(struct arena *a, const char *path, struct err *e);
/* This case is in that stage: was it never told, or in an earlier one only?  It is kept either way,
 * in the highest stage it was told in. */
bool	state_news(struct state *s, struct fingerprint lead, struct str rule, instant due_at,
    unsigned stage);
/* Replace the file by what was kept. */
int	state_save(struct state *s, struct err *e);

#endif
