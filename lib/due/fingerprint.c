/*
 * fingerprint - SipHash-2-4 with 128 bits, after Aumasson and Bernstein (2012).
 */
#include "due/fingerprint.h"

struct sip {
	uint64_t a, b, c, d;
};

static uint64_t
rotate(uint64_t x, unsigned n)
{
	return x << n | x >> (64 - n);
}

WRAPS static void
turn(struct sip *v, unsigned rounds)
{
	while (rounds-- > 0) {
		v->a += v->b;
		v->b = rotate(v->b, 13) ^ v->a;
		v->a = rotate(v->a, 32);
		v->c += v->d;
		v->d = rotate(v->d, 16) ^ v->c;
		v->a += v->d;
		v->d = rotate(v->d, 21) ^ v->a;
		v->c += v->b;
		v->b = rotate(v->b, 17) ^ v->c;
		v->c = rotate(v->c, 32);
	}
}

static void
take(struct sip *v, uint64_t word)
{
	v->d ^= word;
	turn(v, 2);
	v->a ^= word;
}

/* Little-endian, at most eight bytes. */
static uint64_t
word_of(const char *p, size_t n)
{
	uint64_t word = 0;
	size_t i;

	for (i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)p[i] << (8 * i);
	return word;
}

struct fingerprint
fingerprint_sip(const uint64_t key[static 2], struct str s)
{
	struct sip v = {
		key[0] ^ UINT64_C(0x736f6d6570736575), key[1] ^ UINT64_C(0x646f72616e646f6d),
		key[0] ^ UINT64_C(0x6c7967656e657261), key[1] ^ UINT64_C(0x7465646279746573)
	};
	struct fingerprint f;
	size_t i;

	v.b ^= 0xee;
	for (i = 0; i + 8 <= s.n; i += 8)
		take(&v, word_of(s.p + i, 8));
	take(&v, word_of(s.n > i ? s.p + i : NULL, s.n - i) | (uint64_t)s.n << 56);
	v.c ^= 0xee;
	turn(&v, 4);
	f.half[0] = v.a ^ v.b ^ v.c ^ v.d;
	v.b ^= 0xdd;
	turn(&v, 4);
	f.half[1] = v.a ^ v.b ^ v.c ^ v.d;
	return f;
}

/* Each part's fingerprint is the key of the next. */
struct fingerprint
fingerprint_of(const struct str *part, size_t parts)
{
	struct fingerprint f = { { UINT64_C(0x6c6561642d647565), 1 } };
	size_t i;

	for (i = 0; i < parts; i++)
		f = fingerprint_sip(f.half, part[i]);
	return f;
}

void
fingerprint_print(struct fingerprint f, char hex[static FINGERPRINT_HEX])
{
	size_t i;

	for (i = 0; i < FINGERPRINT_HEX; i++)
		hex[i] = "0123456789abcdef"[f.half[i / 16] >> (60 - 4 * (i % 16)) & 15];
}

bool
fingerprint_parse(struct str hex, struct fingerprint *f)
{
	size_t i;

	*f = (struct fingerprint){ { 0 } };
	for (i = 0; i < hex.n && hex.n == FINGERPRINT_HEX; i++) {
		char c = hex.p[i];
		unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0') :
		    c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;

		if (digit == 16)
			return false;
		f->half[i / 16] = f->half[i / 16] << 4 | digit;
	}
	return hex.n == FINGERPRINT_HEX;
}
