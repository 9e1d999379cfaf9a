/*
 * column - a verdict as cells.
 */
#include "due/column.h"

enum { DUE_AT, DUE_STATE, DUE_ACTION, OVERDUE_BY, DUE_RULE, DUE_REASON, COLUMNS };

const char *const column_name[COLUMNS + 1] = { "due_at", "due_state", "due_action", "overdue_by",
	"due_rule", "due_reason" };

void
column_set(struct record *rec, struct lead *l, const struct sla_verdict *v, struct buf *b)
{
	size_t reason;

	b->n = 0;
	sla_reason(l, v, b);
	reason = b->n;
	if (v->outcome == SLA_OVERDUE)
		date_print_span(b, l->schema->now - v->due_at);
	record_set_text(rec, DUE_REASON, str_slice(buf_text(b), 0, reason));
	if (v->rule != NULL)
		record_set_text(rec, DUE_RULE, sla_name(v->rule));
	if (v->outcome < SLA_OK)
		return;
	record_set_text(rec, DUE_STATE, str_of(sla_outcome_name[v->outcome]));
	record_set_text(rec, DUE_ACTION, v->action);
	if (v->due_at != INSTANT_NONE)
		record_set_number(rec, DUE_AT, CELL_TIME, v->due_at);
	if (v->outcome == SLA_OVERDUE)
		record_set_text(rec, OVERDUE_BY, str_slice(buf_text(b), reason, b->n));
}
