/*
 * sla_loss - what waiting costs: value times probability times how fast the odds fall.
 *
 * The response curve of the rules says how good the chances are by how late the first answer
 * comes, in straight lines between its points.  An hour more of waiting costs what the curve
 * falls in that hour.  It only ranks, so a double will do.
 */
#include "due/sla_impl.h"

enum { HOUR = 3600 };

static double
odds(const struct sla *s, span waited)
{
	const struct sla_odds *p = s->response, *end = p + s->responses;

	if (waited <= p->after)
		return p->odds;
	for (; p + 1 < end; p++)
		if (waited < p[1].after)
			return p->odds + (p[1].odds - p->odds) * (double)(waited - p->after) /
			    (double)(p[1].after - p->after);
	return p->odds;
}

/* As a share; score is out of a hundred. */
static bool
probability(const struct sla *s, struct lead *l, double *share)
{
	struct number n;
	int64_t thousandths;
	bool given = lead_number(l, s->probability, &n);

	if ((!given && !lead_number(l, s->score, &n)) || !number_scaled(n, 3, &thousandths))
		return false;
	*share = (double)thousandths / (given ? 1000 : 100 * 1000);
	*share = *share < 0 ? 0 : *share > 1 ? 1 : *share;
	return true;
}

double
sla_loss(const struct sla *s, struct lead *l, const struct sla_verdict *v)
{
	span waited = l->schema->now - v->start;
	struct money value;
	double share, amount;
	int i;

	if (s->responses == 0 || !lead_money(l, s->value, &value) || value.amount.units < 0 ||
	    (s->currency.n != 0 && !str_is(s->currency, value.code)) || !probability(s, l, &share))
		return -1;
	amount = (double)value.amount.units;
	for (i = 0; i < value.amount.scale; i++)
		amount /= 10;
	waited = waited > 0 ? waited : 0;
	return amount * share * (odds(s, waited) - odds(s, waited + HOUR)) / s->response[0].odds;
}
