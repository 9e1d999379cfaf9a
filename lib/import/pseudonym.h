/*
 * pseudonym - names, addresses and numbers that stand for others, for leads that are shared.
 *
 * HMAC-SHA256 (RFC 2104, FIPS 180-4) of each value under a secret salt: the same value and salt
 * give the same pseudonym in every file, and who lacks the salt can neither go back nor try
 * values out.  It is a value of the same kind, so the other tools work on it as before:
 *
 *	name		each word another word; case does not count
 *	e-mail		another local part, and a domain under .example; what says the class
 *			stays: info@ and the like, domains of free and of disposable mail
 *	phone		another number that is valid in the same country, or as invalid
 *
 * Whoever has the salt can try values out: pseudonymous is not anonymous.
 */
#ifndef IMPORT_PSEUDONYM_H
#define IMPORT_PSEUDONYM_H

#include "import/layout.h"
#include "record/record.h"

enum { PSEUDONYM_SALT_LEAST = 16, PSEUDONYM_SALT_MOST = 4096 };

struct pseudonym;

/* With the bytes of that file as the key; a shorter or longer one is refused. */
struct pseudonym *pseudonym_new(struct arena *a, const char *salt_path, struct err *e);
/* Give the record new fields, in its scratch arena; all other columns stay.  Nothing for NULL. */
void	pseudonym_put(const struct pseudonym *p, const struct layout *l, struct record *rec);
/* One value. */
struct str pseudonym_name(const struct pseudonym *p, struct arena *a, struct str s);
struct str pseudonym_email(const struct pseudonym *p, struct arena *a, struct str s);
struct str pseudonym_phone(const struct pseudonym *p, struct arena *a, struct str s);

#endif
