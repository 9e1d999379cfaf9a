/*
 * model_csv_json - the rows of a table, group by group, as the text of a lead-model.
 */
#include "record/cell.h"
#include "score/model_csv.h"

static void
end_line(struct csv_table *t)
{
	buf_byte(&t->out, '\n');
	buf_add(&t->lines, &t->line, sizeof t->line);
}

static void
text(struct csv_table *t, const char *key, struct str value)
{
	buf_printf(&t->out, ", \"%s\": ", key);
	cell_json_text(&t->out, value);
}

/* What is no number is a text, which is refused as no number. */
static void
number(struct csv_table *t, const char *key, struct str value)
{
	struct number n;

	if (value.n == 0)
		return;
	if (!number_parse(value, &n)) {
		text(t, key, value);
		return;
	}
	buf_printf(&t->out, ", \"%s\": ", key);
	number_print(&t->out, n);
}

/* count(TYPE), count(TYPE, LENGTH), and the same with first: a rule about activities. */
static bool
counted(struct str when, bool *first, struct str *type, struct str *within)
{
	size_t open = str_find(when, '('), close = str_find(when, ')'), comma;
	struct str call = str_trim(str_slice(when, 0, open));

	*first = str_eq_nocase(call, STR("first"));
	if ((!*first && !str_eq_nocase(call, STR("count"))) || close + 1 != when.n)
		return false;
	when = str_slice(when, open + 1, close);
	comma = str_find(when, ',');
	*type = str_trim(str_slice(when, 0, comma));
	*within = str_trim(str_slice(when, comma + 1, when.n));
	if (type->n >= 2 && (*type->p == '"' || *type->p == '\'') && type->p[type->n - 1] == *type->p)
		*type = str_slice(*type, 1, type->n - 1);
	return true;
}

static int
write_rule(struct csv_table *t, const struct csv_row *row)
{
	const struct str *cell = row->cell;
	struct str type, within;
	bool first;

	t->line = row->line;
	buf_str(&t->out, STR("{ \"name\": "));
	cell_json_text(&t->out, cell[CSV_NAME]);
	if (cell[CSV_DESCRIPTION].n != 0)
		text(t, "description", cell[CSV_DESCRIPTION]);
	if (counted(cell[CSV_WHEN], &first, &type, &within)) {
		if (type.n == 0)
			return model_csv_fail(t, row->line, CSV_WHEN,
			    "expected a type of activity in the brackets");
		text(t, "activity", type);
		if (within.n != 0)
			text(t, "within", within);
		if (first)
			buf_str(&t->out, STR(", \"first_only\": true"));
		number(t, "min", cell[CSV_MIN]);
		number(t, "max", cell[CSV_MAX]);
		if (cell[CSV_HALF_LIFE].n != 0) {
			buf_str(&t->out, STR(", \"decay\": { \"half_life\": "));
			cell_json_text(&t->out, cell[CSV_HALF_LIFE]);
			buf_str(&t->out, STR(" }"));
		}
	} else {
		text(t, "when", cell[CSV_WHEN]);
		if (cell[CSV_MIN].n + cell[CSV_MAX].n + cell[CSV_HALF_LIFE].n != 0)
			return model_csv_fail(t, row->line, cell[CSV_HALF_LIFE].n ? CSV_HALF_LIFE :
			    cell[CSV_MAX].n ? CSV_MAX : CSV_MIN,
			    "a condition has none; count(TYPE) and first(TYPE) do");
	}
	number(t, "points", cell[CSV_POINTS]);
	buf_str(&t->out, row->next != NULL ? STR(" },") : STR(" }"));
	end_line(t);
	return 0;
}

static void
write_limits(struct csv_table *t, const struct csv_group *g)
{
	if (g->limits == NULL)
		return;
	t->line = g->limits->line;
	end_line(t);
	number(t, "min", g->limits->cell[CSV_MIN]);
	end_line(t);
	number(t, "max", g->limits->cell[CSV_MAX]);
	end_line(t);
}

static int
write_group(struct csv_table *t, size_t i)
{
	const struct csv_group *g = ((struct csv_group *const *)(const void *)t->groups.p)[i];
	const struct csv_row *row = g->first != NULL ? g->first : g->limits;

	t->line = row->line;
	buf_str(&t->out, i != 0 ? STR(", { \"name\": ") : STR("{ \"name\": "));
	cell_json_text(&t->out, row->cell[CSV_GROUP]);
	write_limits(t, g);
	buf_str(&t->out, STR(", \"rules\": ["));
	end_line(t);
	for (row = g->first; row != NULL; row = row->next)
		if (write_rule(t, row) != 0)
			return -1;
	buf_str(&t->out, STR("] }"));
	end_line(t);
	return 0;
}

static void
write_grades(struct csv_table *t)
{
	const struct csv_row *row;

	if (t->grades.first == NULL)
		return;
	buf_str(&t->out, STR(", \"grades\": {"));
	for (row = t->grades.first; row != NULL; row = row->next) {
		struct number n;

		t->line = row->line;
		end_line(t);
		cell_json_text(&t->out, row->cell[CSV_NAME]);
		buf_str(&t->out, STR(": "));
		if (number_parse(row->cell[CSV_POINTS], &n))
			number_print(&t->out, n);
		else
			cell_json_text(&t->out, row->cell[CSV_POINTS]);
		buf_str(&t->out, row->next != NULL ? STR(",") : STR(""));
		end_line(t);
	}
	buf_byte(&t->out, '}');
}

int
model_csv_json(struct csv_table *t)
{
	size_t i;

	t->line = 1;
	buf_str(&t->out, STR("{ \"lead-model\": 1, \"groups\": ["));
	end_line(t);
	for (i = 0; i < t->names.count; i++)
		if (write_group(t, i) != 0)
			return -1;
	buf_byte(&t->out, ']');
	write_limits(t, &t->total);
	write_grades(t);
	buf_str(&t->out, STR(" }"));
	end_line(t);
	return 0;
}
