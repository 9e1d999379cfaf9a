/*
 * pseudonym - everything we know of nettle is here.
 *
 * What is hashed begins with what kind of thing it is, so that a word is not the same as a
 * name and as a domain, and with the number of the attempt: numbers are drawn until one is valid.
 */
#include <errno.h>
#include <fcntl.h>
#include <nettle/hmac.h>
#include <unistd.h>

#include "base/buf.h"
#include "import/pseudonym.h"
#include "value/contact.h"
#include "value/phone.h"
#include "value/text.h"

enum { ATTEMPTS = 32, SYLLABLES = 6, SHORTEST_REST = 4 };

struct pseudonym {
	struct hmac_sha256_ctx keyed;
};

struct digest {
	uint8_t byte[SHA256_DIGEST_SIZE];
};

/* All of it, or as much as is too much: how many bytes, or -1 and errno. */
static ssize_t
slurp(const char *path, uint8_t *p, size_t n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), why;
	ssize_t got = fd < 0 ? -1 : 1;
	size_t all = 0;

	while (fd >= 0 && all < n && got != 0) {
		if ((got = read(fd, p + all, n - all)) > 0)
			all += (size_t)got;
		else if (got < 0 && errno != EINTR)
			break;
	}
	why = errno;
	if (fd >= 0)
		close(fd);
	errno = why;
	return got < 0 ? -1 : (ssize_t)all;
}

struct pseudonym *
pseudonym_new(struct arena *a, const char *salt_path, struct err *e)
{
	struct pseudonym *p = arena_alloc(a, sizeof *p);
	const struct place at = { .file = salt_path };
	uint8_t salt[PSEUDONYM_SALT_MOST + 1];
	ssize_t n = slurp(salt_path, salt, sizeof salt);

	if (n < 0) {
		err_system(e, salt_path, "read");
		return NULL;
	}
	if (n < PSEUDONYM_SALT_LEAST || n > PSEUDONYM_SALT_MOST) {
		err_set(e, ERR_CONFIG, at, "a salt has %d to %d bytes, not %s (head -c 32 "
		    "/dev/urandom makes one)", PSEUDONYM_SALT_LEAST, PSEUDONYM_SALT_MOST,
		    n < PSEUDONYM_SALT_LEAST ? "fewer" : "more");
		return NULL;
	}
	hmac_sha256_set_key(&p->keyed, (size_t)n, salt);
	return p;
}

static struct digest
digest(const struct pseudonym *p, char kind, unsigned attempt, struct str s)
{
	const uint8_t head[2] = { (uint8_t)kind, (uint8_t)attempt };
	struct hmac_sha256_ctx c = p->keyed;
	struct digest d;

	hmac_sha256_update(&c, sizeof head, head);
	hmac_sha256_update(&c, s.n, (const uint8_t *)s.p);
	hmac_sha256_digest(&c, sizeof d.byte, d.byte);
	return d;
}

/* Something that can be read out: a consonant and a vowel in turn, 10^12 of them. */
static struct str
word(struct arena *a, const struct digest *d)
{
	static const char consonant[] = "bcdfghjklmnprstvwxyz", vowel[] = "aeiou";
	char *text = arena_text(a, 2 * SYLLABLES);
	size_t i;

	for (i = 0; i < SYLLABLES; i++) {
		unsigned n = (d->byte[2 * i] * 256u + d->byte[2 * i + 1]) % 100;

		text[2 * i] = consonant[n / 5];
		text[2 * i + 1] = vowel[n % 5];
	}
	return (struct str){ text, 2 * SYLLABLES };
}

struct str
pseudonym_name(const struct pseudonym *p, struct arena *a, struct str s)
{
	struct str rest = s, part, out = STR("");
	struct digest d;

	while (str_split(&rest, ' ', &part)) {
		if (part.n == 0)
			continue;
		d = digest(p, 'n', 0, text_fold(a, part));
		part = word(a, &d);
		out = arena_printf(a, "%.*s%s%c%.*s", STR_ARG(out), out.n != 0 ? " " : "",
		    part.p[0] - 'a' + 'A', (int)part.n - 1, part.p + 1);
	}
	return out;
}

struct str
pseudonym_email(const struct pseudonym *p, struct arena *a, struct str s)
{
	struct email e;
	enum email_kind kind;
	struct digest d;
	struct str domain;

	if (!contact_email(a, s, &e)) {
		d = digest(p, 'e', 0, s);
		return arena_printf(a, "no-address-%.*s", STR_ARG(word(a, &d)));
	}
	kind = contact_email_kind(&e);
	d = digest(p, 'd', 0, e.domain);
	domain = kind == EMAIL_FREE || kind == EMAIL_DISPOSABLE ? e.domain :
	    arena_printf(a, "%.*s.example", STR_ARG(word(a, &d)));
	d = digest(p, 'e', 0, contact_email_key(a, &e, false));
	return arena_printf(a, "%.*s@%.*s", STR_ARG(kind == EMAIL_ROLE ? e.local : word(a, &d)),
	    STR_ARG(domain));
}

/* Other digits and letters from the `kept`th byte on; what is no ASCII is nothing to keep. */
static struct str
redraw(const struct pseudonym *p, struct arena *a, struct str s, size_t kept, unsigned attempt)
{
	char *text = arena_text(a, s.n);
	struct digest d = { { 0 } };
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		size_t at = i % sizeof d.byte;

		if (at == 0)
			d = digest(p, 'p', attempt + (unsigned)(i / sizeof d.byte) * ATTEMPTS, s);
		text[i] = (char)c;
		if (i < kept)
			continue;
		if (c >= '0' && c <= '9')
			text[i] = (char)('0' + d.byte[at] % 10);
		else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80)
			text[i] = (char)('a' + d.byte[at] % 26);
	}
	return (struct str){ text, s.n };
}

/* What is kept of a number is a plus and as many digits as it takes to stay in the country. */
struct str
pseudonym_phone(const struct pseudonym *p, struct arena *a, struct str s)
{
	struct phone was, is;
	enum phone_status status = phone_parse(a, s, STR(""), &was), now;
	struct str out;
	unsigned i;
	size_t kept;

	if (status == PHONE_VALID)
		s = was.e164;
	for (kept = 2; kept + SHORTEST_REST <= s.n; kept++)
		for (i = 0; i < ATTEMPTS; i++) {
			out = redraw(p, a, s, status == PHONE_VALID ? kept : 0, i);
			now = phone_parse(a, out, STR(""), &is);
			if (now == status && (status != PHONE_VALID || (strcmp(is.region,
			    was.region) == 0 && str_eq(is.e164, out))))
				return out;
		}
	return STR("0");
}

static const struct {
	enum vocab_field field;
	struct str (*pseudonym)(const struct pseudonym *, struct arena *, struct str);
} person[] = {
	{ VOCAB_FIRST_NAME, pseudonym_name }, { VOCAB_LAST_NAME, pseudonym_name },
	{ VOCAB_FULL_NAME, pseudonym_name }, { VOCAB_EMAIL, pseudonym_email },
	{ VOCAB_PHONE, pseudonym_phone }
};

enum { PERSON = sizeof person / sizeof *person };

void
pseudonym_put(const struct pseudonym *p, const struct layout *l, struct record *rec)
{
	struct arena *a = rec->scratch;
	struct field *f;
	struct str text;
	size_t i;

	if (p == NULL)
		return;
	f = arena_array(a, (size_t)l->shape->count + 1, sizeof *f);
	memcpy(f, rec->field, l->shape->count * sizeof *f);
	for (i = 0; i < PERSON; i++) {
		uint32_t at = l->at[person[i].field];

		if (at == LAYOUT_NONE || (text = record_field_text(a, f[at])).n == 0)
			continue;
		text = person[i].pseudonym(p, a, text);
		f[at] = (struct field){ text.p, (uint32_t)text.n, FIELD_TEXT };
	}
	rec->field = f;
}
