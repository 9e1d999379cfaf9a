/*
 * domain - host names: IDNA 2008 (libidn2) and the public suffix list (libpsl).
 */
#ifndef VALUE_DOMAIN_H
#define VALUE_DOMAIN_H

#include "base/arena.h"

/* The ASCII (A-label), lower-case form, checked label by label (letters, digits, hyphen; 1 to 63
 * bytes a label, 253 in all) before and after libidn2.  False when it is no host name. */
bool	domain_ascii(struct arena *a, struct str host, struct str *ascii);
/* One label below the ICANN part of the public suffix list: example.co.uk.
 * False for a public suffix itself and for names that are no host names. */
bool	domain_registrable(struct arena *a, struct str host, struct str *registrable);
/* The host of a URL or of what people type as a web site: "https://www.Example.com/x" gives
 * "www.example.com". */
bool	domain_of_website(struct arena *a, struct str website, struct str *host);

#endif
