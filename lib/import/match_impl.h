/*
 * match_impl - what the files of match share; private to lib/import.
 *
 * Groups are trees over lead numbers whose root is the group's first lead.  The root of several
 * leads says in place of its own number where what is known of them is.
 */
#ifndef IMPORT_MATCH_IMPL_H
#define IMPORT_MATCH_IMPL_H

#include "import/match.h"
#include "import/match_sort.h"

/* What is known of a group. */
struct match_facts {
	uint64_t email;
	uint32_t first, last;
};

struct match_work {
	struct match *m;
	const struct match_lead *lead;
	struct buf facts;               /* struct match_facts, of groups of several leads */
	uint32_t *parent;
	struct match_entry *entry;      /* room for one a lead */
	struct arena *arena;            /* as long as this work */
	struct buf split;               /* struct match_entry, of addresses that are on several sides */
	unsigned char *idle;            /* NULL, or a bit a lead: nothing joins two who are idle */
	size_t most;                    /* bytes that match_run took at most */
	enum match_key kind;
	uint32_t from;                  /* leads before this one are left out */
	bool across;                    /* only a lead of the master and a new one may be joined */
};

/* Its full name; 0: a part of it is unknown. */
static inline uint64_t
match_full_name(const struct match_lead *l)
{
	return l->first != 0 && l->last != 0 ? (uint64_t)l->first << 32 | l->last : 0;
}

typedef void match_run(struct match_work *, struct match_entry *, size_t);

/* Every run of equal hashes of which something may follow, in the order of their first rows. */
void	match_each_run(struct match_work *w, struct match_entry *e, size_t n, match_run *each);
uint32_t match_root(struct match_work *w, uint32_t lead);
/* Two roots become one, on account of leads a and b. */
void	match_join(struct match_work *w, uint32_t x, uint32_t y, const struct match_why *why);
/* Two groups with or without a master's lead: may they be joined now?  Two of the master's that might
 * are counted. */
bool	match_may_join(struct match_work *w, uint32_t x, uint32_t y);
/* Too many share a key for it to say much: of the master or of the new leads, so that what was
 * imported once is not counted twice. */
bool	match_is_common(const struct match_work *w, const struct match_entry *e, size_t n);
/* Along every kind of key, in the groups that m->group says; see match_work. */
void	match_join_groups(struct match *m, uint32_t from, bool across);
/* The leads of each group one behind the other, from the first on. */
void	match_chain(struct match *m);
/* match_block.c: leads that are alike. */
void	match_block(struct match_work *w);

#endif
