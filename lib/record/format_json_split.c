/*
 * format_json_split - chunks of JSON and JSON Lines: their records.
 *
 * An object nearly always has the keys of the one before, with the same blanks around them: skim
 * is told to expect them.  Otherwise the text of the keys, one behind the other, is looked up;
 * their quotes keep them apart.
 */
#include <stdlib.h>

#include "record/format_json.h"
#include "record/skim.h"

/* Shapes are forgotten all at once when they are too many: input that goes on inventing new
 * ones cannot fill the memory. */
enum { MOST_SHAPES = 4096, MOST_KEY_BYTES = 1 << 22 };

/* The fields of one of the records that are valid together. */
struct row {
	struct field *value;            /* malloc's */
	size_t room;
};

struct json_split {
	struct skim skim;               /* its values are those of a row, and become record.field */
	struct row *row;
	uint32_t rows, now;             /* the one that is filled */
	struct spot spot;               /* in the chunk */
	enum walk_state state;
	bool told;                      /* the reject of the chunk itself */
	struct arena arena;             /* of the shapes */
	struct map keys;                /* all keys of a shape as they stand, quotes included */
	const struct shape **shape;     /* by number there */
	size_t key_bytes;
	struct buf text;
	/* how the last object began its members, and what shape that was */
	const struct shape *last;
	struct skim_guess *guess;
	size_t guess_room;
	struct buf guess_text;
	struct unfold *unfold;          /* NULL: nothing is to be taken apart */
};

static void
grow(struct json_split *j, size_t room)
{
	skim_grow(&j->skim, room);
	j->row[j->now] = (struct row){ j->skim.value, room };
}

/* Fill that row from now on. */
static void
turn(struct split *s, uint32_t number)
{
	struct json_split *j = s->own;
	struct row *row;

	if (number >= j->rows) {
		row = arena_array(s->arena, 2 * (size_t)number, sizeof *row);
		memcpy(row, j->row, j->rows * sizeof *row);
		j->row = row;
		j->rows = 2 * number;
	}
	j->now = number;
	j->skim.value = j->row[number].value;
	if (j->row[number].room < j->skim.room)
		grow(j, j->skim.room);
}

void
format_json_split_new(struct split *s)
{
	struct json_split *j = arena_alloc(s->arena, sizeof *j);

	j->keys.arena = &j->arena;
	j->shape = arena_array(s->arena, MOST_SHAPES, sizeof *j->shape);
	j->row = arena_array(s->arena, j->rows = 1, sizeof *j->row);
	grow(j, 64);
	if (s->reader->options.unfold != NULL)
		j->unfold = unfold_new(s->arena, s->reader->options.unfold);
	s->own = j;
}

void
format_json_split_free(struct split *s)
{
	struct json_split *j = s->own;
	uint32_t i;

	unfold_free(j->unfold);
	map_free(&j->keys);
	arena_free(&j->arena);
	buf_free(&j->text);
	buf_free(&j->guess_text);
	free(j->guess);
	free(j->skim.key);
	for (i = 0; i < j->rows; i++)
		free(j->row[i].value);
	*j = (struct json_split){ 0 };
}

void
format_json_split_start(struct split *s)
{
	struct json_split *j = s->own;

	j->spot = (struct spot){ 0, s->chunk->line, s->chunk->column };
	j->state = (enum walk_state)s->chunk->lane;
	j->told = false;
}

static const struct shape *
make_shape(struct json_split *j)
{
	uint32_t i, n = (uint32_t)j->skim.n;
	struct str *name = arena_array(&j->arena, n, sizeof *name), text;

	for (i = 0; i < n; i++) {
		text = (struct str){ j->skim.key[i].raw, j->skim.key[i].size };
		if (j->skim.key[i].flags & FIELD_ESCAPE)
			name[i] = skim_text(&j->arena, text);
		else
			name[i] = arena_copy(&j->arena, str_slice(text, 1, text.n - 1));
	}
	return record_shape(&j->arena, name, n);
}

/* The next object will begin its members as this one did, up to their values. */
static void
guess_next(struct json_split *j)
{
	const struct skim *k = &j->skim;
	size_t i, at;

	if (j->guess_room < k->n) {
		j->guess_room = k->room;
		j->guess = arena_got(realloc(j->guess, k->room * sizeof *j->guess));
	}
	j->guess_text.n = 0;
	for (i = 0; i < k->n; i++) {
		j->guess[i] = (struct skim_guess){
			.size = (uint32_t)(k->value[i].raw - k->key[i].raw),
			.key_size = k->key[i].size, .flags = k->key[i].flags };
		buf_add(&j->guess_text, k->key[i].raw, j->guess[i].size);
	}
	for (i = at = 0; i < k->n; at += j->guess[i++].size) {
		j->guess[i].text = j->guess_text.p + at;
		skim_guess(&j->guess[i]);
	}
	j->skim.guess = k->n ? j->guess : NULL;
	j->skim.guesses = k->n;
}

/* Will new shapes be too many? */
static bool
forgets(const struct json_split *j)
{
	return j->keys.count >= MOST_SHAPES || j->key_bytes > MOST_KEY_BYTES;
}

static const struct shape *
shape_of(struct json_split *j)
{
	uint32_t known, number;
	size_t i;

	if (j->skim.guessed)
		return j->last;
	if (forgets(j)) {
		map_free(&j->keys);
		arena_free(&j->arena);
		j->key_bytes = 0;
	}
	j->text.n = 0;
	for (i = 0; i < j->skim.n; i++)
		buf_add(&j->text, j->skim.key[i].raw, j->skim.key[i].size);
	known = j->keys.count;
	number = map_add(&j->keys, buf_text(&j->text));
	if (number == known) {
		j->shape[known] = make_shape(j);
		j->key_bytes += j->text.n;
	}
	guess_next(j);
	return j->last = j->shape[number];
}

static enum skim_result
skim(struct json_split *j, struct str s, size_t *used)
{
	enum skim_result result;
	size_t more;

	while ((result = skim_object(s, &j->skim, used)) == SKIM_MEMBERS &&
	    j->skim.room < FORMAT_MAX_COLUMNS) {
		more = j->skim.room * 4;
		grow(j, more < FORMAT_MAX_COLUMNS ? more : FORMAT_MAX_COLUMNS);
	}
	return result;
}

static int
take(struct split *s, struct record *rec, const struct spot *at, struct str raw)
{
	struct json_split *j = s->own;

	rec->shape = shape_of(j);
	rec->field = j->skim.value;
	rec->base = NULL;
	rec->start = 0;
	rec->end = NULL;
	rec->raw = raw;
	rec->at = (struct place){ source_name(s->reader->source), at->line, at->column };
	rec->wrapped = false;
	if (j->unfold != NULL)
		unfold_record(j->unfold, rec);
	return 1;
}

static int
refuse(struct split *s, struct reject *why, enum reject_code code, const char *reason,
    const struct spot *at, struct str raw)
{
	while (raw.n != 0 && memchr(" \t\r\n", raw.p[raw.n - 1], 4) != NULL)
		raw.n--;
	*why = (struct reject){ .code = code, .reason = str_of(reason), .raw = raw,
		.at = { source_name(s->reader->source), at->line, at->column } };
	return -1;
}

static int
refuse_size(struct split *s, struct reject *why, const struct spot *at)
{
	return refuse(s, why, REJECT_SIZE, format_json_too_long, at, (struct str){ NULL, 0 });
}

/* What skim found wrong at `where`. */
static int
refuse_json(struct split *s, struct reject *why, enum skim_result result, const struct spot *where,
    struct str raw)
{
	static const struct {
		enum reject_code code;
		const char *reason;
	} refusal[] = {
		[SKIM_OK] = { REJECT_JSON, "text behind the object" },
		[SKIM_MORE] = { REJECT_JSON, "ends inside the object" },
		[SKIM_SYNTAX] = { REJECT_JSON, "not JSON from here on" },
		[SKIM_UTF8] = { REJECT_UTF8, "bytes that are not UTF-8" },
		[SKIM_NUL] = { REJECT_NUL, "a NUL byte" },
		[SKIM_DEPTH] = { REJECT_DEPTH, "nested more than 64 levels deep" },
		[SKIM_MEMBERS] = { REJECT_COLUMNS, "more than 10,000 members" },
	};

	return refuse(s, why, refusal[result].code, refusal[result].reason, where, raw);
}

/* JSON Lines: the line that begins at the spot. */
static int
next_line(struct split *s, struct record *rec, struct reject *why)
{
	struct json_split *j = s->own;
	struct str text = { s->chunk->text, s->chunk->size }, line, front;
	struct spot at, bad;
	enum skim_result result;
	size_t used;

	do {
		if (j->spot.at == text.n)
			return 0;
		at = j->spot;
		line = str_slice(text, at.at, text.n);
		line.n = str_find(line, '\n');
		j->spot.at = at.at + line.n + (at.at + line.n != text.n);
		j->spot.line++;
		front = format_json_front(line);
		s->blank += front.n == 0;
	} while (front.n == 0);
	if (line.n > s->reader->options.max_record)
		return refuse_size(s, why, &at);
	result = skim(j, line, &used);
	bad = at;
	if (result == SKIM_OK) {
		front = format_json_front(str_slice(line, used, line.n));
		if (front.n == 0)
			return take(s, rec, &at, line);
		used = line.n - front.n;
	} else if (front.p[0] != '{' && front.p[0] != '\0') {
		bad.column += line.n - front.n;
		return refuse(s, why, REJECT_JSON, "expected a JSON object", &bad, line);
	}
	bad.column += used;
	return refuse_json(s, why, result, &bad, line);
}

/* JSON: the object at item->from, whose end is still to be found. */
static int
next_object(struct split *s, const struct walk_item *item, struct record *rec, struct reject *why)
{
	struct json_split *j = s->own;
	struct str text = { s->chunk->text, s->chunk->size };
	struct str raw = str_slice(text, item->from, text.n);
	struct extent x = { .indent = ((const struct json_input *)s->reader->own)->indent };
	struct spot at = j->spot, bad = j->spot;
	enum skim_result result;
	size_t used;

	result = skim(j, raw, &used);
	raw.n = result == SKIM_OK ? used : format_json_walk_extent(&x, raw);
	j->state = format_json_walk_after(j->state, result != SKIM_OK && (x.lost || !x.done));
	spot_move(&j->spot, text.p, item->from + raw.n);
	if (raw.n > s->reader->options.max_record)
		return refuse_size(s, why, &at);
	if (item->reason != NULL)
		return refuse(s, why, REJECT_JSON, item->reason, &at, raw);
	if (result == SKIM_OK)
		return take(s, rec, &at, raw);
	spot_move(&bad, text.p, item->from + used);
	return refuse_json(s, why, result, &bad, raw);
}

static int
next_item(struct split *s, struct record *rec, struct reject *why)
{
	struct json_split *j = s->own;
	uint32_t indent = ((const struct json_input *)s->reader->own)->indent;
	struct str text = { s->chunk->text, s->chunk->size };
	struct walk_item item = format_json_walk(&j->state, text, j->spot.at, indent);
	struct spot at;

	spot_move(&j->spot, text.p, item.from);
	if (item.kind == WALK_END)
		return 0;
	if (item.kind == WALK_OBJECT)
		return next_object(s, &item, rec, why);
	at = j->spot;
	j->state = item.next;
	spot_move(&j->spot, text.p, item.to);
	if (item.to - item.from > s->reader->options.max_record)
		return refuse_size(s, why, &at);
	return refuse(s, why, REJECT_JSON, item.reason, &at, str_slice(text, item.from, item.to));
}

static int
next(struct split *s, struct record *rec, struct reject *why)
{
	struct json_split *j = s->own;

	if (s->chunk->lane == LANE_REJECT) {
		if (j->told)
			return 0;
		j->told = true;
		*why = s->chunk->reject;
		return -1;
	}
	if (s->chunk->size == 0)
		return 0;
	return s->reader->format == FORMAT_JSONL ? next_line(s, rec, why) : next_item(s, rec, why);
}

int
format_json_split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n,
    struct reject *why)
{
	struct json_split *j = s->own;
	int got = 1;

	/* Shapes of records in hand are not to be forgotten; what is unfolded lives in one place. */
	for (*n = 0; *n < most && got > 0 && (*n == 0 || (j->unfold == NULL && !forgets(j)));) {
		turn(s, *n);
		got = next(s, &rec[*n], why);
		*n += got > 0;
	}
	return got;
}
