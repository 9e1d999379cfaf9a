/*
 * clean_derive - what follows from the fields that were mapped.
 */
#include "import/clean_impl.h"
#include "record/guard.h"
#include "value/contact.h"
#include "value/text.h"

/* Of what is remembered of words: no field's. */
enum { SAID_BY_SOURCE = VOCAB_FIELDS };

static void
derive_direction(struct clean *c)
{
	struct str source = c->lead->value[VOCAB_SOURCE];
	int64_t *known = clean_memo(c, CLEAN_MEMO_WORD, source, SAID_BY_SOURCE);
	const char *direction;

	if (known != NULL && *known != MEMO_NEW)
		direction = (const char *)(intptr_t)*known;
	else
		direction = vocab_direction(source);
	if (known != NULL)
		*known = (intptr_t)direction;
	if (direction != NULL && c->lead->value[VOCAB_DIRECTION].n == 0)
		clean_set_plain(c, VOCAB_DIRECTION, str_of(direction));
}

/* Converted is won; not converted is open, not lost, unless the status says more. */
static void
derive_status(struct clean *c, size_t file)
{
	uint32_t column = c->plan->layout->file[file].mapping.converted, at;
	int truth;

	at = column == LAYOUT_NONE ? LAYOUT_NONE : c->place[column];
	if (at == LAYOUT_NONE)
		return;
	truth = vocab_truth(record_text(c->lead->rec, at));
	if (truth > 0) {
		clean_set(c, VOCAB_STATUS, STR("won"));
		clean_set(c, VOCAB_STAGE, STR("conversion"));
	} else if (truth == 0 && c->lead->value[VOCAB_STATUS].n == 0) {
		clean_set(c, VOCAB_STATUS, STR("open"));
	}
}

/* A part as it would be read by itself. */
static inline struct str
bare(struct str part)
{
	return guard_strip(text_trim(part));
}

/* The whole from its parts, or the parts from the whole, where the lead has only one. */
static void
derive_names(struct clean *c)
{
	const uint32_t *at = c->plan->layout->at;
	struct str first = c->lead->value[VOCAB_FIRST_NAME], last = c->lead->value[VOCAB_LAST_NAME];
	struct str full = c->lead->value[VOCAB_FULL_NAME];
	struct name n;

	if (full.n != 0 && first.n + last.n == 0) {
		contact_split_name(c->scratch, full, &n);
		clean_set(c, VOCAB_FIRST_NAME, bare(n.first));
		clean_set(c, VOCAB_LAST_NAME, bare(n.last));
	} else if (full.n == 0 && first.n + last.n != 0 && at[VOCAB_FULL_NAME] != LAYOUT_NONE) {
		clean_set(c, VOCAB_FULL_NAME, contact_join_name(c->scratch, first, last));
	}
}

void
clean_derive(struct clean *c, size_t file)
{
	derive_direction(c);
	derive_status(c, file);
	derive_names(c);
}
