/*
 * contact - e-mail addresses and the names of people.
 *
 * Syntax of addresses: what WHATWG HTML accepts, with the lengths of RFC 5321 (64 + 1 + 255,
 * 254 in all) and with internationalised domains.
 */
#ifndef VALUE_CONTACT_H
#define VALUE_CONTACT_H

#include "base/arena.h"

struct email {
	struct str text;                /* domain in lower-case ASCII, local part as typed */
	struct str local;
	struct str domain;
};

/* Accepts "Ann <ann@example.com>", "mailto:ann@example.com" and blanks around.
 * False: no address. */
bool	contact_email(struct arena *a, struct str s, struct email *e);
/* The key that duplicates share: everything lower-case; with `loose`, plus-tags and the dots
 * of gmail are dropped too. */
struct str contact_email_key(struct arena *a, const struct email *e, bool loose);

enum email_kind {                       /* the first that holds */
	EMAIL_DISPOSABLE,               /* of a service that throws mail away, or below it */
	EMAIL_ROLE,                     /* info@, sales@: not one person */
	EMAIL_FREE,                     /* a mailbox anybody gets: gmail.com */
	EMAIL_VALID
};

/* By the lists in contact_table.c; facts about names, not about mailboxes. */
enum email_kind contact_email_kind(const struct email *e);
/* The same of its parts; a domain is no role. */
enum email_kind contact_email_domain(struct str domain);
bool	contact_email_role(struct str local);
/* How long the local part is that s begins with, up to its @; 0: it begins with none. */
size_t	contact_email_local(struct str s);

struct name {
	struct str prefix, first, middle, last, suffix;
};
/* Split a full name: particles (van der, de la), suffixes (Jr., III, PhD), "Last, First". */
void	contact_split_name(struct arena *a, struct str full, struct name *n);
struct str contact_join_name(struct arena *a, struct str first, struct str last);

#endif
