/*
 * match - which leads are one person.
 *
 * Each lead leaves a few hashes behind, of its id, e-mail address, phone number and website, and
 * of its name.  Sorted, equal keys lie side by side:
 *
 *	e-mail	in one mailbox there is one person, unless it is a role's (info@): then only if no
 *		names differ; or one address goes with three names: then only equal names join
 *	id	in one file one person, unless both names and addresses differ; across files, where
 *		ids of different systems meet, only if neither differs or one agrees
 *	phone	only if neither names nor addresses differ: families and firms share phones
 *	website	with the name of the person, or of the firm where there is none; only if neither names
 *		nor addresses differ
 *	alike	if asked for: see match_like.h
 *
 * A key that more leads share than MATCH_MOST says little; it joins those with equal names only.
 * Groups are compared by what is known of all their leads, so a chain cannot join what
 * contradicts.  The answer depends on the order of the leads, but not on the hashes' seed.
 */
#ifndef IMPORT_MATCH_H
#define IMPORT_MATCH_H

#include "base/arena.h"
#include "base/buf.h"
#include "import/steps.h"

enum match_key { MATCH_ID, MATCH_EMAIL, MATCH_PHONE, MATCH_WEBSITE, MATCH_KEYS };
/* What may join two leads: a key of theirs, that they are alike, that one says what the other does. */
enum match_rule { MATCH_ALIKE = MATCH_KEYS, MATCH_SAME, MATCH_NAMED, MATCH_RULES };
extern const char *const match_rule_name[MATCH_RULES];

enum { MATCH_MOST = 20 };

struct match_lead {
	uint64_t key[MATCH_KEYS];       /* 0: unknown */
	uint32_t first, last;           /* hashes of the folded name; 0: unknown */
	uint32_t company;               /* hash of its name */
	uint32_t file : 30;
	uint32_t shared : 1;            /* the e-mail address is not one person's */
	uint32_t many : 1;              /* its full name is on many */
};

/* Why a group was joined to another. */
struct match_why {
	uint32_t a, b;                  /* on account of these two */
	uint16_t rule;                  /* enum match_rule */
	int16_t score;                  /* MATCH_ALIKE: see match_like.h */
};

struct match_counts {
	uint64_t joined[MATCH_RULES];   /* groups that were joined to others, by why */
	uint64_t common[MATCH_RULES];   /* keys that more than MATCH_MOST leads share */
	uint64_t apart;                 /* joins that did not happen, as both sides are the master's */
	uint64_t cut;                   /* chains that would have joined what contradicts */
};

struct match {
	struct buf lead;                /* struct match_lead */
	uint32_t count;
	struct buf groups, nexts;
	uint32_t *group;                /* after match_group: the first lead of a lead's group … */
	uint32_t *next;                 /* … and the next one in it, or MATCH_END */
	bool alike;                     /* leads that are alike are joined, too */
	uint32_t masters;               /* so many leads, the first, are of a master file: they are
	                                 * never joined with each other */
	struct buf text;                /* what they are compared by, packed … */
	struct steps text_at;           /* … and where that of a lead begins */
	struct buf alone;               /* with a master: uint32_t per lead, its group without it */
	struct match_counts n, n_alone;
	bool keep_why;
	struct buf whys;
	struct match_why *why;          /* per lead that was the root of a group joined to another */
	uint64_t bytes;                 /* of memory that all this took, at most at a time */
};

#define MATCH_END UINT32_MAX

/* Number them from 0, in input order; fewer than two billion. */
void	match_add(struct match *m, const struct match_lead *l);
/* And what it is compared by, see match_like_pack. */
void	match_add_text(struct match *m, struct str packed);
/* That again. */
struct str match_packed(const struct match *m, uint32_t lead);
struct match_like;
void	match_text_of(const struct match *m, uint32_t lead, struct match_like *l);
/* All are there: who belongs together? */
void	match_group(struct match *m);
/* The same for a master file, after match_group, which left its leads alone so that new leads belong
 * together or not whatever is in it: which of its leads are the new groups? */
void	match_group_masters(struct match *m);
/* What another import would see: the master's leads that were added to `other`, and behind them m's new
 * ones, in the groups that they have without a master. */
void	match_begin(struct match *other, const struct match *m);
/* Is it the first of a group of new leads, whatever the master has? */
bool	match_leads_alone(const struct match *m, uint32_t lead);
/* The new leads' groups, by the first lead of each without a master: of a lead of the master, or of the
 * first lead of a group.  m->why has been set for those who have moved. */
void	match_place(struct match *m, const uint32_t *place);
/* Before that: the group whose first lead is `other` is that of a master's lead. */
void	match_same(struct match *m, uint32_t lead, uint32_t other);
/* Or that of a master's lead which has taken in a lead called like this one. */
void	match_named(struct match *m, uint32_t lead, uint32_t other);
/* Does anything else speak for that: has it its e-mail address, telephone number or full name, or is it
 * half alike? */
bool	match_speaks(const struct match *m, uint32_t lead, uint32_t other);
/* Members of a group with a master's lead, the first: are the others one person without it? */
bool	match_agreed(const struct match *m, const uint32_t *number, size_t n);
void	match_free(struct match *m);

/* For match_lead: hashes of what the names fold to, and of a key; 0 of nothing. */
uint64_t match_hash(struct str s);
uint32_t match_name(struct arena *scratch, struct str name);
uint32_t match_folded(struct str key);          /* of what a name folded to */
/* Does the name fold to one word, neither none nor several? */
bool	match_one_word(struct arena *scratch, struct str name);
/* An address that stands for none, a@a.com, test@…, none@…: it is no key. */
bool	match_placeholder(struct str local, struct str domain);

#endif
