/* chunk - a chunk's bytes are its own; who cuts into it reuses them. */
#include <stdlib.h>

#include "record/format.h"

void
chunk_free(struct chunk *c)
{
	free(c->text);
	*c = (struct chunk){ 0 };
}
