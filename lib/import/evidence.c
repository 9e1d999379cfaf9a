/*
 * evidence - only columns whose name could mean a typed field are read at all.
 */
#include "import/evidence.h"
#include "import/words.h"

void
evidence_init(struct evidence *e, const struct mapping *m, size_t files)
{
	size_t i;

	*e = (struct evidence){ .mapping = m, .files = files };
	e->file = arena_array(&e->arena, files, sizeof *e->file);
	for (i = 0; i < files; i++)
		e->file[i].label.arena = &e->arena;
}

void
evidence_free(struct evidence *e)
{
	size_t i;

	for (i = 0; i < e->files; i++) {
		map_free(&e->file[i].label);
		buf_free(&e->file[i].column);
	}
	arena_free(&e->arena);
}

static unsigned
look_of(enum vocab_field f)
{
	static const unsigned look[] = {
		[VOCAB_TYPE_EMAIL] = EVIDENCE_MAIL, [VOCAB_TYPE_PHONE] = EVIDENCE_PHONE,
		[VOCAB_TYPE_INT] = EVIDENCE_NUMBER, [VOCAB_TYPE_DECIMAL] = EVIDENCE_NUMBER,
		[VOCAB_TYPE_MONEY] = EVIDENCE_NUMBER, [VOCAB_TYPE_TIME] = EVIDENCE_DATE,
		[VOCAB_TYPE_WORD] = EVIDENCE_WORD, [VOCAB_TYPE_ACTIVITIES] = 0
	};

	return EVIDENCE_FILLED | look[vocab[f].type];
}

static uint32_t
add_column(struct evidence *e, struct evidence_file *f, struct str label)
{
	struct evidence_column c = { .field = VOCAB_FIELDS };
	uint32_t before = f->label.count, number = map_add(&f->label, label);
	uint64_t bits;
	unsigned field;

	if (number != before)
		return number;
	bits = mapping_candidates(e->mapping, &e->arena, label);
	for (field = 0; bits >> field != 0 && field < 64; field++)
		if (bits >> field & 1) {
			c.look |= look_of((enum vocab_field)field);
			if (field == VOCAB_EMPLOYEES)
				c.look |= EVIDENCE_RANGE;
			if (vocab[field].type == VOCAB_TYPE_WORD)
				c.field = (enum vocab_field)field;
		}
	if (mapping_converted(&e->arena, label))
		c.look |= EVIDENCE_TRUTH;
	buf_add(&f->column, &c, sizeof c);
	return number;
}

static struct evidence_column *
columns(const struct evidence_file *f)
{
	return (struct evidence_column *)(void *)f->column.p;
}

/* Is there more to find out?  Of most columns only whether there is anything in them. */
static bool
is_open(const struct evidence_column *c)
{
	return c->look != 0 && (c->look != EVIDENCE_FILLED || c->filled == 0);
}

static void
learn_shape(struct evidence *e, struct evidence_file *f, const struct shape *s)
{
	uint32_t i;

	if (s->count > f->room) {
		f->room = 2 * s->count;
		f->at = arena_array(&e->arena, f->room, sizeof *f->at);
	}
	for (f->count = i = 0; i < s->count; i++) {
		f->at[f->count] = (struct evidence_look_at){ i, add_column(e, f, s->label[i]) };
		f->count += is_open(&columns(f)[f->at[f->count].number]);
	}
	f->shape = s->id;
}

void
evidence_header(struct evidence *e, size_t file, const struct shape *s)
{
	learn_shape(e, &e->file[file], s);
}

static void
add_number(struct evidence_column *c, struct str s)
{
	struct money comma, point;
	bool ambiguous, reads_comma, reads_point;

	size_t i = 0;

	while (i < s.n && s.p[i] != ',' && s.p[i] != '.' && s.p[i] != '\'')
		i++;
	if (i == s.n)
		return;
	reads_comma = money_parse_human(s, ',', &comma, &ambiguous);
	reads_point = money_parse_human(s, '.', &point, &ambiguous);
	if (reads_comma && reads_point)
		c->either += number_cmp(comma.amount, point.amount) != 0;
	else if (reads_comma || reads_point)
		*(reads_comma ? &c->comma : &c->point) += 1;
}

/* A word of permission that nobody knows refuses its record, so it will not be kept. */
static void
add_word(struct evidence *e, struct evidence_column *c, struct str s, struct arena *scratch)
{
	if (vocab_has_word(vocab[c->field].words, s) || vocab_truth(s) >= 0)
		return;
	if (c->field != VOCAB_CONSENT ||
	    words_find(e->mapping->words, scratch, c->field, s) != NULL)
		c->foreign++;
}

/* Five digits make a number; letters, but for an extension, do not.  With an extension, or another
 * number, there is more than one. */
static void
add_phone(struct evidence_column *c, struct str s)
{
	enum { DIGIT = 1, LETTER = 1 << 8, SIGN = 1 << 16 };
#define SMALL(first) [first] = LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
	static const uint32_t what[256] = {
		['0'] = DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
		SMALL('a'), SMALL('h'), SMALL('o'), ['v'] = LETTER, LETTER, ['y'] = LETTER, LETTER,
		SMALL('A'), SMALL('H'), SMALL('O'), ['V'] = LETTER, LETTER, ['Y'] = LETTER, LETTER,
		['x'] = LETTER | SIGN, ['X'] = LETTER | SIGN,
		[';'] = SIGN, ['|'] = SIGN, [','] = SIGN, ['#'] = SIGN, [':'] = SIGN, ['\n'] = SIGN
	};
#undef SMALL
	enum { MOST = 255 };            /* of what is counted in eight bits */
	uint64_t digits = 0, letters = 0, signs = 0;
	size_t i, k;

	for (i = 0; i < s.n; i = k) {
		uint32_t sum = 0;

		for (k = i; k < s.n && k - i < MOST; k++)
			sum += what[(unsigned char)s.p[k]];
		digits += sum & 0xff;
		letters += sum >> 8 & 0xff;
		signs += sum >> 16;
	}
	*(digits >= 5 && digits > letters ? &c->like : &c->unlike) += 1;
	c->foreign += signs != 0 && (c->look & EVIDENCE_MAIL) == 0;
}

/* One address, or two. */
static void
add_mail(struct evidence_column *c, struct str s)
{
	size_t at = str_find(s, '@');

	*(at != s.n ? &c->like : &c->unlike) += 1;
	c->foreign += at != s.n && str_find(str_slice(s, at + 1, s.n), '@') != s.n - at - 1;
}

static bool
is_digits(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i == s.n;
}

static void
add_cell(struct evidence *e, struct evidence_column *c, struct str s, struct arena *scratch)
{
	enum { NUMBERS = EVIDENCE_FILLED | EVIDENCE_NUMBER | EVIDENCE_RANGE };
	struct number low;

	if (s.n != 0 && ((unsigned char)s.p[0] <= ' ' || (unsigned char)s.p[s.n - 1] <= ' '))
		s = str_trim(s);
	if (s.n == 0 || (c->look != EVIDENCE_FILLED && vocab_means_missing(s)))
		return;
	c->filled++;
	if (c->look & EVIDENCE_DATE)
		date_evidence_add(&c->date, s);
	/* Neither a decimal sign nor a range. */
	if ((c->look & ~(unsigned)NUMBERS) == 0 && is_digits(s))
		return;
	if (c->look & EVIDENCE_NUMBER)
		add_number(c, s);
	if (c->look & EVIDENCE_RANGE)
		c->foreign += number_range(s, '.', &low) || number_range(s, ',', &low);
	if (c->look & EVIDENCE_WORD)
		add_word(e, c, s, scratch);
	if (c->look & EVIDENCE_MAIL)
		add_mail(c, s);
	if (c->look & EVIDENCE_PHONE)
		add_phone(c, s);
	if (c->look & EVIDENCE_TRUTH)
		*(vocab_truth(s) >= 0 ? &c->truth : &c->other) += 1;
}

/* False: there is no more to find out. */
static bool
add_cells(struct evidence *e, struct evidence_column *c, uint32_t from, const struct record *rec,
    uint32_t n)
{
	const struct record *end = rec + n;

	for (; rec < end; rec++) {
		struct field cell = record_field(rec, from);

		if (cell.size == 0)
			continue;
		add_cell(e, c, cell.flags == 0 ? (struct str){ cell.raw, cell.size } :
		    record_field_text(rec->scratch, cell), rec->scratch);
		if (!is_open(c))
			return false;
	}
	return true;
}

void
evidence_add(struct evidence *e, size_t file, const struct record *rec, uint32_t n)
{
	struct evidence_file *f = &e->file[file];
	uint32_t i = 0;

	if (f->shape != rec->shape->id)
		learn_shape(e, f, rec->shape);
	while (i < f->count)
		if (add_cells(e, &columns(f)[f->at[i].number], f->at[i].from, rec, n))
			i++;
		else
			f->at[i] = f->at[--f->count];   /* the last takes its place */
}

void
evidence_forget(struct evidence *e, size_t file)
{
	struct evidence_file *f = &e->file[file];
	struct evidence_column *c = columns(f);
	uint32_t i;

	for (i = 0; i < f->label.count; i++)
		c[i] = (struct evidence_column){ .look = c[i].look, .field = c[i].field };
	f->shape = 0;
}

void
evidence_merge(struct evidence *into, const struct evidence *from)
{
	size_t i;
	uint32_t k;

	for (i = 0; i < from->files; i++)
		for (k = 0; k < from->file[i].label.count; k++) {
			struct evidence_file *f = &into->file[i];
			const struct evidence_column *b = &columns(&from->file[i])[k];
			uint32_t number = add_column(into, f, from->file[i].label.entry[k].key);
			struct evidence_column *a = &columns(f)[number];

			a->filled += b->filled;
			date_evidence_merge(&a->date, &b->date);
			a->comma += b->comma;
			a->point += b->point;
			a->either += b->either;
			a->truth += b->truth;
			a->other += b->other;
			a->foreign += b->foreign;
			a->like += b->like;
			a->unlike += b->unlike;
		}
}

const struct evidence_column *
evidence_of(const struct evidence *e, size_t file, struct str label)
{
	uint32_t i = map_find(&e->file[file].label, label);

	return i == MAP_NONE ? NULL : &columns(&e->file[file])[i];
}

enum date_order
evidence_order(const struct evidence *e, size_t file, const struct evidence_column *c,
    const char **from)
{
	const struct evidence_file *f = &e->file[file];
	struct date_evidence all = { 0 };
	enum date_order order = c ? date_evidence_order(&c->date) : DATE_ORDER_NONE;
	uint32_t i;

	*from = order ? "column" : NULL;
	if (order != DATE_ORDER_NONE || c == NULL || c->date.ambiguous == 0)
		return order;
	*from = "setting";
	if (e->mapping->order != DATE_ORDER_NONE)
		return e->mapping->order;
	for (i = 0; i < f->label.count; i++)
		date_evidence_merge(&all, &columns(f)[i].date);
	order = date_evidence_order(&all);
	*from = order ? "file" : NULL;
	return order;
}

static char
decimal(uint64_t comma, uint64_t point)
{
	return (comma != 0) == (point != 0) ? 0 : comma ? ',' : '.';
}

char
evidence_decimal(const struct evidence *e, size_t file, const struct evidence_column *c,
    const char **from)
{
	const struct evidence_file *f = &e->file[file];
	uint64_t comma = 0, point = 0;
	char sign = c ? decimal(c->comma, c->point) : 0;
	uint32_t i;

	*from = sign ? "column" : NULL;
	if (sign != 0 || c == NULL || c->either == 0)
		return sign;
	*from = "setting";
	if (e->mapping->decimal != 0)
		return e->mapping->decimal;
	for (i = 0; i < f->label.count; i++) {
		comma += columns(f)[i].comma;
		point += columns(f)[i].point;
	}
	sign = decimal(comma, point);
	*from = sign ? "file" : NULL;
	return sign;
}

bool
evidence_serial(const struct evidence_column *c)
{
	return c != NULL && c->date.serial != 0 && c->date.other == 0 &&
	    c->date.plain + c->date.day_first + c->date.month_first + c->date.ambiguous == 0;
}
