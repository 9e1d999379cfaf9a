/* number and money: what is read prints as something that reads back the same. */
#include "fuzz.h"
#include "value/money.h"

static void
round_trip(const struct money *m)
{
	struct buf b = { 0 };
	struct money back;

	require(m->amount.scale <= 18 && (m->amount.scale == 0 || m->amount.units % 10 != 0));
	require(m->amount.units < 1000000000000000000 && m->amount.units > -1000000000000000000);
	money_print(&b, m);
	require(money_parse(buf_text(&b), &back));
	require(number_cmp(back.amount, m->amount) == 0 && back.amount.scale == m->amount.scale);
	require(str_eq(str_of(back.code), str_of(m->code)));
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char decimals[] = { 0, '.', ',' };
	char *copy = malloc(size ? size : 1);
	struct str s = { copy, size };
	struct money canonical, human[3];
	bool ambiguous[3], ok[3], is;
	size_t i;

	if (size)
		memcpy(copy, data, size);
	is = money_parse(s, &canonical);
	if (is)
		round_trip(&canonical);
	for (i = 0; i < 3; i++) {
		ok[i] = money_parse_human(s, decimals[i], &human[i], &ambiguous[i]);
		require(!ok[i] || !ambiguous[i]);
		if (ok[i])
			round_trip(&human[i]);
	}
	/* Ambiguous is: each separator gives a number, and not the same one. */
	require(!ambiguous[1] && !ambiguous[2]);
	if (ambiguous[0])
		require(ok[1] && ok[2] && number_cmp(human[1].amount, human[2].amount) != 0);
	/* What is clear without a hint is not read otherwise with one. */
	for (i = 1; i < 3; i++)
		if (ok[0] && ok[i])
			require(number_cmp(human[0].amount, human[i].amount) == 0);
	if (is && size < 64)
		require(ok[1] && number_cmp(canonical.amount, human[1].amount) == 0);
	free(copy);
	return 0;
}
