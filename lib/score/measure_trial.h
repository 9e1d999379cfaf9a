/*
 * measure_trial - a model that is there already, on leads whose outcome is known.
 *
 * With drift the same rules are counted on a second set of leads, whatever became of those.
 */
#ifndef SCORE_MEASURE_TRIAL_H
#define SCORE_MEASURE_TRIAL_H

#include "score/measure_drift.h"
#include "score/model.h"

struct measure_trial {
	const struct model *model;
	bool drift;
	struct buf cases;               /* struct measure_case */
	struct measure_drifts drifts;
};

void	measure_trial_init(struct measure_trial *t, const struct model *m, bool drift);
void	measure_trial_free(struct measure_trial *t);
/* Any thread: what a scored lead says, for take.  Score and probability of `one` are filled in. */
void	measure_trial_note(const struct measure_trial *t, struct buf *notes,
    struct measure_case *one, const struct model_score *score, bool is_new);
void	measure_trial_take(struct measure_trial *t, struct str notes);
/* Rows and came of the report. */
void	measure_trial_count(const struct measure_trial *t, struct measure_report *r);
/* Measures, drifts; and a calibration, where the model has none. */
void	measure_trial_report(struct measure_trial *t, struct arena *a, struct measure *m,
    struct measure_report *r);

#endif
