/*
 * clean - one record: what is passed on, what is cleaned, what follows.
 *
 * A cell that nobody maps, or that is canonical already, leaves as the bytes it came as.
 */
#include "import/clean_impl.h"
#include "record/guard.h"
#include "value/text.h"

const char *const clean_kind_name[CLEAN_KIND_COUNT] = {
#define X(id, name) name,
	CLEAN_KINDS(X)
#undef X
};

static int64_t *
find_name(void *with, struct str name)
{
	return clean_memo(with, CLEAN_MEMO_PERSON, name, 0);
}

struct clean *
clean_new(struct arena *a, const struct clean_plan *p)
{
	struct clean *c = arena_alloc(a, sizeof *c);

	c->plan = p;
	c->arena = a;
	c->all = arena_array(a, LEAD_ROWS, sizeof *c->all);
	c->memory.memo = arena_array(a, CLEAN_MEMOS, sizeof *c->memory.memo);
	c->known = (struct quality_memory){ .find = find_name, .with = c, .arena = a,
		.said = arena_array(a, QUALITY_SAID, sizeof *c->known.said) };
	return c;
}

void
clean_free(struct clean *c)
{
	struct schema s = { .memos = CLEAN_MEMOS };

	c->memory.schema = &s;
	memo_free(&c->memory);
	buf_free(&c->text);
}

static inline void
set(struct clean *c, enum vocab_field f, struct str value, uint32_t flags)
{
	c->lead->value[f] = value;
	if (c->plan->layout->at[f] != LAYOUT_NONE)
		c->lead->field[c->plan->layout->at[f]] =
		    (struct field){ value.p, (uint32_t)value.n, flags };
}

void
clean_set(struct clean *c, enum vocab_field f, struct str value)
{
	set(c, f, value, FIELD_TEXT);
}

void
clean_set_plain(struct clean *c, enum vocab_field f, struct str value)
{
	set(c, f, value, FIELD_TEXT | FIELD_PLAIN);
}

/* As it stands, when CSV output of this delimiter can hold it so. */
static struct field
portable(struct clean *c, struct field f)
{
	struct str text;

	if (c->portable || f.flags & (FIELD_TEXT | FIELD_JSON | FIELD_ABSENT))
		return f;
	text = record_field_text(c->scratch, f);
	return (struct field){ text.p, (uint32_t)text.n, FIELD_TEXT };
}

static inline struct field
field_of(const struct clean *c, uint32_t column)
{
	uint32_t at = c->place[column];

	return at == LAYOUT_NONE ? CLEAN_ABSENT : record_field(c->lead->rec, at);
}

/* Several columns, joined by blanks; *one is the field when it is only one. */
static struct str
gather(struct clean *c, const struct mapping_source *s, struct field *one)
{
	struct buf b = { 0 };
	struct str text = s->constant;
	struct field f;
	uint32_t i;

	if (s->columns == 1) {
		f = field_of(c, s->column[0]);
		*one = portable(c, f);
		return record_field_text(c->scratch, f);
	}
	*one = (struct field){ text.p, (uint32_t)text.n, FIELD_TEXT };
	for (i = 0; i < s->columns; i++) {
		text = text_trim(record_field_text(c->scratch, field_of(c, s->column[i])));
		if (b.n != 0 && text.n != 0)
			buf_byte(&b, ' ');
		buf_str(&b, text);
	}
	if (s->columns > 1) {
		text = arena_copy(c->scratch, buf_text(&b));
		*one = (struct field){ text.p, (uint32_t)text.n, FIELD_TEXT };
	}
	buf_free(&b);
	return text;
}

/* The field's own columns, or the first other one that has something. */
static struct str
choose(struct clean *c, const struct mapping_source *s, struct field *one)
{
	struct str text = gather(c, s, one), other;
	struct field f;
	uint32_t i;

	for (i = 0; i < s->seconds && vocab_means_missing(text); i++) {
		struct mapping_source next = { .column = &s->second[i], .columns = 1 };

		other = gather(c, &next, &f);
		if (vocab_means_missing(other))
			continue;
		*one = f;
		text = other;
	}
	return text;
}

void
clean_keep(struct clean *c, enum vocab_field f, struct str in)
{
	const struct layout *l = c->plan->layout;
	uint32_t at = l->original[f];

	if (f == VOCAB_SOURCE && !l->file[c->file].mapping.field[VOCAB_SOURCE_DETAIL].mapped)
		clean_set(c, VOCAB_SOURCE_DETAIL, in);
	else if (at != LAYOUT_NONE)
		c->lead->field[at] = (struct field){ in.p, (uint32_t)in.n, FIELD_TEXT };
}

/* "Cold Call" is cold_call in other letters, yes is granted: nothing is lost. */
static bool
says_the_same(struct clean *c, struct str in, struct str word)
{
	return str_eq(text_key(c->scratch, in), word) || vocab_truth(in) >= 0;
}

/* Neither blanks nor what spreadsheets put around, at either end. */
static inline bool
is_bare(struct str s)
{
	static const char plain[256] = {
#define ROW 1, 1, 1, 1, 1, 1, 1, 1
		['0'] = ROW, 1, 1, ['A'] = ROW, ROW, ROW, 1, 1, ['a'] = ROW, ROW, ROW, 1, 1,
		['+'] = 1, ['('] = 1, [')'] = 1
#undef ROW
	};

	return s.n != 0 && plain[(unsigned char)s.p[0]] && plain[(unsigned char)s.p[s.n - 1]];
}

/* The field's only column, where there is nothing around the value, or nothing at all. */
static bool
take_bare(struct clean *c, const struct clean_step *step, struct str *text)
{
	struct field f;

	if (!step->simple)
		return false;
	f = step->from == LAYOUT_NONE ? CLEAN_ABSENT : record_field(c->lead->rec, step->from);
	*text = record_field_text(c->scratch, f);
	if (text->n != 0 && !is_bare(*text))
		return false;
	c->lead->value[step->field] = *text;
	c->lead->field[step->to] = portable(c, f);
	return true;
}

/* Without what stands around; the cell it is of, or is made of. */
static struct str
uncover(struct clean *c, enum vocab_field f, const struct mapping_source *s)
{
	struct field one;
	struct str in = choose(c, s, &one), trimmed = text_trim(in), plain = guard_strip(trimmed);
	struct str prefix = c->plan->layout->file[c->file].mapping.strip[f];

	c->n.repaired[CLEAN_SPACE] += trimmed.n != in.n;
	if (prefix.n != 0 && str_starts(trimmed, prefix)) {
		c->n.repaired[CLEAN_PREFIX]++;
		trimmed = text_trim(str_slice(trimmed, prefix.n, trimmed.n));
		plain = guard_strip(trimmed);
	}
	c->n.repaired[CLEAN_EXCEL] += plain.n != trimmed.n;
	c->lead->value[f] = plain;
	c->lead->field[c->plan->layout->at[f]] = one;
	if (plain.n != in.n)
		clean_set(c, f, plain);
	return plain;
}

/* What is in it, without what stands around, as the field has it. */
static int
clean_known(struct clean *c, enum vocab_field f, struct str trimmed)
{
	struct str out;
	enum clean_kind kind;

	switch (clean_value(c, f, trimmed, &out, &kind)) {
	case CLEAN_SAME:
		break;
	case CLEAN_REPAIRED:
		c->n.repaired[kind]++;
		set(c, f, out, kind == CLEAN_PHONE || kind == CLEAN_DATE || kind == CLEAN_COUNTRY ?
		    FIELD_TEXT | FIELD_PLAIN : FIELD_TEXT);
		if (vocab[f].type == VOCAB_TYPE_WORD && !says_the_same(c, trimmed, out))
			clean_keep(c, f, trimmed);
		break;
	case CLEAN_BLANK:
		c->n.repaired[kind]++;
		clean_set(c, f, (struct str){ 0 });
		if (kind == CLEAN_WORD)
			clean_keep(c, f, trimmed);
		break;
	case CLEAN_UNREAD:
		c->n.unread[f]++;
		break;
	case CLEAN_UNDECIDED:
		c->n.undecided[f]++;
		break;
	case CLEAN_UNKNOWN:
		c->n.unknown[f]++;
		clean_set(c, f, f == VOCAB_SOURCE ? STR("other") : (struct str){ 0 });
		clean_keep(c, f, trimmed);
		break;
	case CLEAN_REFUSED:
		return -1;
	}
	return 0;
}

/* Nothing is known of them. */
static void
begin(struct clean *c, struct record *rec, uint32_t n)
{
	size_t count = c->plan->layout->shape->count;
	struct clean_lead *l = c->all, *end = l + n;
	struct field *field = c->field;

	memset(l, 0, n * sizeof *l);
	for (; l < end; l++, field += count) {
		l->rec = rec++;
		l->refused = VOCAB_FIELDS;
		l->field = memcpy(field, c->none, count * sizeof *field);
	}
}

static void
take_field(struct clean *c, const struct clean_step *step, struct str text)
{
	if (text.n != 0 && !step->text && clean_known(c, step->field, text) < 0)
		c->lead->refused = step->field;
}

/* One field of all of them. */
static void
take_fields(struct clean *c, const struct clean_step *of, struct clean_lead *end)
{
	const struct clean_step step = *of;
	bool quick = step.simple && step.from != LAYOUT_NONE && c->portable;
	struct clean_lead *l;
	struct str text;
	struct field f;

	for (l = c->all; l < end; l++) {
		if (l->refused != VOCAB_FIELDS)
			continue;
		c->lead = l;
		f = quick ? record_field(l->rec, step.from) : CLEAN_ABSENT;
		text = (struct str){ f.raw, f.size };
		/* Most cells. */
		if (f.flags == 0 && (f.size == 0 || is_bare(text))) {
			l->value[step.field] = text;
			l->field[step.to] = f;
		} else if (!take_bare(c, &step, &text)) {
			text = uncover(c, step.field, step.source);
		}
		take_field(c, &step, text);
	}
}

static void
finish(struct clean *c, size_t file)
{
	c->n.repaired[CLEAN_WRAPPED] += c->lead->rec->wrapped;
	clean_derive(c, file);
	c->known.lead = &c->lead->known;
	clean_assess(c->plan, &c->known, c->scratch, c->lead->value, c->lead->field);
}

/* Field by field: what is done to one lead is done to the next just so. */
void
clean_records(struct clean *c, size_t file, struct record *rec, uint32_t n)
{
	struct clean_lead *all = c->all, *end = all + n;
	uint32_t i;

	c->scratch = rec->scratch;
	c->memory.generation += n;
	if (c->shape != rec->shape->id || c->file != file)
		clean_steps(c, file, rec->shape);
	begin(c, rec, n);
	for (i = 0; i < c->passes; i++)
		for (c->lead = all; c->lead < end; c->lead++)
			c->lead->field[c->pass[i].to] = portable(c,
			    record_field(c->lead->rec, c->pass[i].from));
	for (i = 0; i < c->steps; i++)
		take_fields(c, &c->step[i], end);
	for (c->lead = all; c->lead < end; c->lead++)
		if (c->lead->refused == VOCAB_FIELDS)
			finish(c, file);
	c->lead = all;
}

void
clean_phone(const struct clean_plan *p, struct arena *scratch, struct str value[VOCAB_FIELDS],
    struct field *field)
{
	struct clean_lead lead = { .field = field };
	struct clean c = { .plan = p, .scratch = scratch, .lead = &lead };
	struct str phone = text_trim(value[VOCAB_PHONE]), out;
	enum clean_kind kind;

	if (phone.n == 0 || str_is(value[VOCAB_PHONE_STATUS], "valid"))
		return;
	memcpy(lead.value, value, sizeof lead.value);
	if (clean_value(&c, VOCAB_PHONE, phone, &out, &kind) == CLEAN_REPAIRED)
		clean_set(&c, VOCAB_PHONE, out);
	memcpy(value, lead.value, sizeof lead.value);
}

void
clean_add(struct clean_counts *into, const struct clean_counts *from)
{
	unsigned i;

	for (i = 0; i < CLEAN_KIND_COUNT; i++)
		into->repaired[i] += from->repaired[i];
	for (i = 0; i < VOCAB_FIELDS; i++) {
		into->unread[i] += from->unread[i];
		into->undecided[i] += from->undecided[i];
		into->unknown[i] += from->unknown[i];
	}
}
