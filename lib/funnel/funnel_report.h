/*
 * funnel_report - what a funnel's sums say, as the tables of a report.
 */
#ifndef FUNNEL_FUNNEL_REPORT_H
#define FUNNEL_FUNNEL_REPORT_H

#include "funnel/funnel.h"
#include "funnel/report.h"

/* What all parts of one report are made from. */
struct funnel_report {
	struct report *report;
	struct funnel *funnel;
	const struct funnel_plan *plan;
	const struct zone *zone;
	instant now;
	bool stages_found;              /* in the file, with their order */
	struct str control;             /* of an experiment: the arm to compare with; "": the first */
};

/* "8,000 leads by 2026-03-01", and by which evidence. */
void	funnel_report_subtitle(struct funnel_report *r);
/* All the tables that the plan asks for. */
void	funnel_report(struct funnel_report *r);

/* The arm to compare with has to be there, unless there is none at all. */
int	funnel_arm_check(const struct funnel_report *r, struct err *e);

void	funnel_report_losses(struct funnel_report *r);
void	funnel_report_times(struct funnel_report *r);
void	funnel_report_cohorts(struct funnel_report *r);
void	funnel_report_stuck(struct funnel_report *r);
void	funnel_report_money(struct funnel_report *r);
void	funnel_report_touches(struct funnel_report *r);
void	funnel_report_arms(struct funnel_report *r);

/* The columns that name a group, and a row's cells in them, from its key; what is left of the
 * key is returned. */
void	funnel_report_keys(struct funnel_report *r, struct report_table *t);
struct str funnel_report_group(struct funnel_report *r, struct report_table *t, struct str key);

#endif
