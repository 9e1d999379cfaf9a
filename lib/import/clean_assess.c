/* clean_assess - what the quality of a lead is, into the columns that say it. */
#include "import/clean_impl.h"

/* 0 to 100 as text. */
static struct str
percent(int n)
{
	static const char digits[] = "0123456789101112131415161718192021222324252627282930313233343536"
	    "3738394041424344454647484950515253545556575859606162636465666768697071727374757677787980"
	    "81828384858687888990919293949596979899100";

	return (struct str){ digits + (n < 10 ? n : 2 * n - 10), n < 10 ? 1 : n < 100 ? 2 : 3 };
}

void
clean_assess(const struct clean_plan *p, struct quality_memory *m, struct arena *scratch,
    const struct str value[VOCAB_FIELDS], struct field *field)
{
	uint32_t quality = p->layout->at[VOCAB_QUALITY], at = p->layout->at[VOCAB_FLAGS];
	uint32_t trial = p->layout->trial, flags;
	struct str list, points;

	if (quality == LAYOUT_NONE || at == LAYOUT_NONE)
		return;
	flags = quality_flags(scratch, m, value);
	if (trial != LAYOUT_NONE && vocab_truth(record_field_text(scratch, field[trial])) > 0)
		flags |= UINT32_C(1) << QUALITY_TEST_DATA;
	points = percent(m == NULL ? quality_points(&p->quality, flags, scratch, &list) :
	    quality_points_again(&p->quality, m, flags, scratch, &list));
	/* A number, also in JSON. */
	field[quality] = (struct field){ points.p, (uint32_t)points.n, FIELD_JSON | FIELD_PLAIN };
	field[at] = (struct field){ list.p, (uint32_t)list.n, FIELD_TEXT | FIELD_PLAIN };
}
