/*
 * sandbox - what the process gives up, for good: it and every thread it starts.
 *
 * Whoever takes the process over by a crafted input finds nothing to take: no file but what is
 * open, no network, no other program.  Where the kernel has no such thing, or refuses, nothing
 * happens and nothing is said.  Files: Landlock (Linux 5.13); calls: seccomp.
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stddef.h>

enum sandbox_use {
	SANDBOX_READ,                   /* open this file, or list this folder; not what is below */
	SANDBOX_SPOOL,                  /* make files in this folder, read and write them */
	SANDBOX_WRITE,                  /* make files in this folder and write them */
	SANDBOX_RENAME                  /* rename and remove files in this folder; open none */
};

struct sandbox_path {
	const char *path;
	enum sandbox_use use;
};

/* From here on: no socket, no process or program, no look into another process, no tricks of the
 * kernel's that get round this. */
void	sandbox_calls(void);
/* From here on no file is opened, made, renamed or removed but as listed.  A second call can only
 * take more away.  Descriptors that are open stay as they are. */
void	sandbox_files(const struct sandbox_path *list, size_t n);

#endif
