/*
 * quality_impl - private to quality*.c.
 */
#ifndef IMPORT_QUALITY_IMPL_H
#define IMPORT_QUALITY_IMPL_H

#include "base/buf.h"
#include "import/quality.h"

uint32_t quality_legitimacy(struct arena *scratch, struct quality_memory *m,
    const struct str value[VOCAB_FIELDS]);

#endif
