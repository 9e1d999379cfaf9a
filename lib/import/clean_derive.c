/*
 * clean_derive - what follows from the fields that were mapped.
 */
#include "import/clean_impl.h"
#include "value/contact.h"

static void
derive_direction(struct clean *c)
{
	const char *direction = vocab_direction(c->value[VOCAB_SOURCE]);

	if (direction != NULL && c->value[VOCAB_DIRECTION].n == 0)
		clean_set(c, VOCAB_DIRECTION, str_of(direction));
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
	truth = vocab_truth(record_text(c->rec, at));
	if (truth > 0) {
		clean_set(c, VOCAB_STATUS, STR("won"));
		clean_set(c, VOCAB_STAGE, STR("conversion"));
	} else if (truth == 0 && c->value[VOCAB_STATUS].n == 0) {
		clean_set(c, VOCAB_STATUS, STR("open"));
	}
}

/* Only where no column of any file has the parts. */
static void
derive_names(struct clean *c)
{
	const struct layout *l = c->plan->layout;
	struct name n;
	size_t i;

	if (c->value[VOCAB_FULL_NAME].n == 0 || c->value[VOCAB_FIRST_NAME].n != 0 ||
	    c->value[VOCAB_LAST_NAME].n != 0)
		return;
	for (i = 0; i < l->files; i++)
		if (l->file[i].mapping.field[VOCAB_FIRST_NAME].mapped ||
		    l->file[i].mapping.field[VOCAB_LAST_NAME].mapped)
			return;
	contact_split_name(c->scratch, c->value[VOCAB_FULL_NAME], &n);
	clean_set(c, VOCAB_FIRST_NAME, n.first);
	clean_set(c, VOCAB_LAST_NAME, n.last);
}

void
clean_derive(struct clean *c, size_t file)
{
	derive_direction(c);
	derive_status(c, file);
	derive_names(c);
}
