/*
 * train_odoo - the predictive lead scoring of Odoo, as the rival in a report.
 *
 * Naive Bayes on counts that start at 0.1, one for each value of each column of words; a value
 * that was never seen is skipped, and so is what is unknown; two decimals of a per cent, held
 * within 0.01 and 99.99.  After addons/crm/models/crm_lead.py, whose own test is one of ours.
 */
#ifndef SCORE_TRAIN_ODOO_H
#define SCORE_TRAIN_ODOO_H

#include "score/train.h"

struct train_odoo_value {
	double won, lost;               /* leads with this value, and 0.1 */
	double won_total, lost_total;   /* the sums over all values of the column */
};

struct train_odoo_column {
	const struct train_column *column;
	struct train_odoo_value *value; /* by code; won_total 0: not a value */
};

struct train_odoo {
	struct train_odoo_column *column;
	size_t columns;
	double won, lost;               /* all leads, and 0.1 */
};

/* From the rows that are not held out, and the columns of words that `fit` uses; NULL: from all. */
void	train_odoo_learn(struct arena *a, const struct train_plan *p, const struct train_fit *fit,
    struct train_odoo *out);
/* What it knows of this row's values: fills up to o->columns, returns how many. */
size_t	train_odoo_values(const struct train_odoo *o, size_t row, struct train_odoo_value *out);
double	train_odoo_probability(const struct train_odoo *o, const struct train_odoo_value *value,
    size_t n);

#endif
