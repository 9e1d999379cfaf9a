/*
 * notice - the leads that are due, written for people and for other programs.
 *
 *	table	people at a terminal		text	a mail, by owner if wanted
 *	html	a page of its own		ics	to-dos for a calendar
 *	nagios	one line for monitoring		prom	a textfile for node_exporter
 *
 * Whatever a lead says is shown safely: no control code, no markup, no label gets through.
 * nagios and prom hold numbers and names of rules, nothing of a lead.
 */
#ifndef DUE_NOTICE_H
#define DUE_NOTICE_H

#include "due/listing.h"
#include "due/range.h"
#include "due/sla.h"

struct notice {
	instant now;
	const struct listing *due;      /* in order */
	const struct sla *sla;
	const uint64_t *outcome;        /* leads by enum sla_outcome */
	unsigned width;                 /* of the table; 0: as wide as it takes */
	bool colour;
	bool by_owner;                  /* text: a part for each; the listing is sorted so */
	instant next;                   /* what falls due next; INSTANT_NONE: nothing */
	struct range warning, critical; /* nagios: of how many are overdue */
};

/* In the format of that name, one of those below.  Silent: nothing at all when nothing is due. */
void	notice_print(struct buf *b, struct str name, const struct notice *n, bool silent);

/* How many are due and not shown again, having been told before. */
uint64_t notice_told(const struct notice *n);

/* A column that does not fit is left out, from the right; a cell that is too long is cut,
 * with an ellipsis. */
void	notice_table(struct buf *b, const struct notice *n);
void	notice_text(struct buf *b, const struct notice *n);
void	notice_html(struct buf *b, const struct notice *n);
/* A VTODO for each lead.  Its UID follows from the lead alone, so the next one replaces it. */
void	notice_ics(struct buf *b, const struct notice *n);
void	notice_prom(struct buf *b, const struct notice *n);

/* The line, and the status of the plugin: 0 fine, 1 warning, 2 critical, 3: no lead tells. */
int	notice_nagios(struct buf *b, const struct notice *n);
/* Does a command line ask for it?  Even one that is refused has to be answered so. */
bool	notice_nagios_asked(int argc, char **argv);

#endif
