/* statistic_survival - Kaplan and Meier: how many it has happened to, when some still wait. */
#include "value/statistic.h"

void
statistic_survival_fit(struct statistic_survival *rows, size_t count)
{
	uint64_t waiting = 0;
	double left = 1;
	size_t i;

	for (i = 0; i < count; i++)
		waiting += rows[i].events + rows[i].censored;
	for (i = 0; i < count; i++) {
		/* Who was last seen at this time was still at risk at this time. */
		if (rows[i].events > 0)
			left *= (double)(waiting - rows[i].events) / (double)waiting;
		rows[i].share = 1 - left;
		waiting -= rows[i].events + rows[i].censored;
	}
}

double
statistic_survival_at(const struct statistic_survival *rows, size_t count, int64_t time)
{
	size_t low = 0, high = count;

	while (low < high) {            /* rows[low - 1] is the last that is not after time */
		size_t middle = low + (high - low) / 2;

		if (rows[middle].time <= time)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? rows[low - 1].share : 0;
}

bool
statistic_survival_quantile(const struct statistic_survival *rows, size_t count, double share,
    int64_t *time)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (rows[i].share >= share) {
			*time = rows[i].time;
			return true;
		}
	return false;
}
