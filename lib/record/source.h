/*
 * source - the bytes of one input, unpacked and decoded to UTF-8.
 *
 * gzip (several members too) is recognised by its first bytes.  A BOM is dropped.  What the
 * bytes are in is decided by `encoding`:
 *   SOURCE_UTF8    UTF-8 is taken as it is (invalid bytes are the splitter's business);
 *                  a UTF-16 or UTF-32 BOM is an error that names --encoding
 *   SOURCE_LADDER  BOM, then the NUL pattern of UTF-16, then valid UTF-8 over the whole input,
 *                  then Windows-1252; needs to see the whole input, so it is spooled
 *   SOURCE_NAMED   whatever iconv calls `charset`
 */
#ifndef RECORD_SOURCE_H
#define RECORD_SOURCE_H

#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"

enum source_encoding { SOURCE_UTF8, SOURCE_LADDER, SOURCE_NAMED };

struct source_options {
	enum source_encoding encoding;
	const char *charset;            /* SOURCE_NAMED */
	/* SOURCE_LADDER: where only the whole of it could tell, it is taken for UTF-8; who reads it
	 * sees whether that is so, and calls source_decide when he is not sure. */
	bool later;
	size_t read_size;               /* bytes a read(2) may take; 0: as many as fit */
	const char *spool_dir;          /* for temporary files: TMPDIR or /tmp */
};

struct source;

/* `path` NULL or "-": standard input, called "(stdin)" in messages. */
struct source *source_open(struct arena *a, const char *path, const struct source_options *,
    struct err *e);
const char *source_name(const struct source *s);

/* The first bytes, decoded: some hundreds, or all there are.  Before the first source_read. */
struct str source_head(const struct source *s);
/* Up to n decoded bytes into p: how many, 0 at the end, -1 with *e. */
ssize_t	source_read(struct source *s, char *p, size_t n, struct err *e);

/* Read the input from its beginning once more.  A pipe has to be spooled before the
 * first source_read: an unlinked 0600 file takes what is read. */
int	source_spool(struct source *s, struct err *e);
/* Not going to be read again after all. */
void	source_unspool(struct source *s);
int	source_rewind(struct source *s, struct err *e);

bool	source_is_doubtful(const struct source *s);
/* Look at all of it now, then read it from its beginning. */
int	source_decide(struct source *s, struct err *e);

/* What the ladder found: "UTF-8", "UTF-16LE", "windows-1252" …; known after source_open. */
const char *source_charset(const struct source *s);
/* Device and inode, to see that the output is the input. */
bool	source_is_file(const struct source *s, uint64_t *device, uint64_t *inode);
int	source_close(struct source *s, struct err *e);

#endif
