/*
 * column - what lead-due adds: due_at, due_state, due_action, overdue_by, due_rule, due_reason.
 */
#ifndef DUE_COLUMN_H
#define DUE_COLUMN_H

#include "due/sla.h"

extern const char *const column_name[];         /* NULL-ended */

/* Give the record's cells what the verdict says.  They borrow from *b, which is emptied first. */
void	column_set(struct record *rec, struct lead *l, const struct sla_verdict *v, struct buf *b);

#endif
