/*
 * measure_report - the proof of a model on leads it has not seen, for people.
 */
#ifndef SCORE_MEASURE_REPORT_H
#define SCORE_MEASURE_REPORT_H

#include "score/measure.h"
#include "score/train.h"

/* How far a rule, or the score, has moved between two sets of leads. */
struct measure_drift {
	struct str name;
	double index;                   /* population stability index */
};

struct measure_report {
	struct str outcome, split;      /* the condition; how rows were held out */
	size_t rows, came;              /* all that have an outcome */
	const struct measure *measure;  /* of the model first, then of its rivals */
	size_t measures;
	const struct train_fit *fit;    /* NULL: the model was not made here */
	double weeks;                   /* the measured rows span; 0: not known */
	bool fitted;                    /* probabilities: the model had no calibration of its own */
	double intercept, slope;        /* what was fitted */
	const struct measure_drift *drift;      /* the score first */
	size_t drifts;
};

/* From 0.1 on a shift is worth a look, from 0.25 on the model is for other leads. */
const char *measure_drift_word(double index);

void	measure_text(struct buf *out, const struct measure_report *r);
/* One page by itself, with charts, nothing loaded from elsewhere. */
void	measure_html(struct buf *out, const struct measure_report *r);

#endif
