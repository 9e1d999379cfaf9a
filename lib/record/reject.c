/* reject - the names that programs see. */
#include "record/reject.h"

const char *const reject_name[REJECT_COUNT] = {
#define X(id, name, text) name,
	REJECT_CODES(X)
#undef X
};
