/*
 * report - a funnel as a table for people, as CSV, as JSON.
 *
 * A row is a stage of a group: how many reached it, which share of those in the stage before
 * and which share of all that is, with Wilson's 95 % intervals, how many stand there now, were
 * lost there or skipped it, and the median time in it.  Shares are rounded to six decimals.
 */
#ifndef FUNNEL_REPORT_H
#define FUNNEL_REPORT_H

#include "base/buf.h"
#include "funnel/funnel.h"

struct report_style {
	const struct path_plan *plan;
	const struct str *by;           /* names of the columns grouped by */
	size_t bys;
	char delimiter;                 /* of CSV */
};

/* The rows of one funnel; a table and CSV begin with their header, JSON is one array. */
void	report_table(struct buf *out, struct funnel *f, const struct report_style *style);
void	report_csv(struct buf *out, struct funnel *f, const struct report_style *style);
void	report_json(struct buf *out, struct funnel *f, const struct report_style *style);

#endif
