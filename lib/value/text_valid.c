/*
 * text_valid - is it well-formed UTF-8?
 *
 * Every byte of every input passes here, and nearly all of it is ASCII: 32 bytes
 * are looked at together, and only a byte with its high bit set is decoded.
 */
#include "value/text.h"

static const uint64_t HIGH = 0x8080808080808080;

static inline uint64_t
load(const unsigned char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* The first byte from `at` on that is not ASCII, or `end`. */
static inline const unsigned char *
skip_ascii(const unsigned char *at, const unsigned char *end)
{
	while (end - at >= 32 &&
	    ((load(at) | load(at + 8) | load(at + 16) | load(at + 24)) & HIGH) == 0)
		at += 32;
	while (end - at >= 8 && (load(at) & HIGH) == 0)
		at += 8;
	while (at < end && *at < 0x80)
		at++;
	return at;
}

static inline bool
is_tail(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* The size of the well-formed sequence at p, 0 when there is none.
 * The ranges are those of table 3-7 of the Unicode Standard. */
static inline size_t
sequence(const unsigned char *p, size_t room)
{
	unsigned lead = p[0], second;

	if (lead < 0xC2 || lead > 0xF4 || room < 2)
		return 0;
	second = p[1];
	if (lead < 0xE0)
		return is_tail(p[1]) ? 2 : 0;
	if (lead < 0xF0) {
		if (room < 3 || !is_tail(p[1]) || !is_tail(p[2]) ||
		    (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F))
			return 0;
		return 3;
	}
	if (room < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]) ||
	    (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
		return 0;
	return 4;
}

bool
text_valid(struct str s, size_t *bad)
{
	const unsigned char *start = (const unsigned char *)s.p, *at = start, *end = at + s.n;

	while ((at = skip_ascii(at, end)) < end) {
		/* Text that is not Latin comes in runs. */
		do {
			size_t size = sequence(at, (size_t)(end - at));

			if (size == 0) {
				if (bad != NULL)
					*bad = (size_t)(at - start);
				return false;
			}
			at += size;
		} while (at < end && *at >= 0x80);
	}
	return true;
}

size_t
text_valid_ascii(struct str s)
{
	const unsigned char *start = (const unsigned char *)s.p;

	return (size_t)(skip_ascii(start, start + s.n) - start);
}
