/* err - filling in why something failed. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

int
err_set(struct err *e, enum err_kind kind, struct place at, const char *fmt, ...)
{
	va_list args;
	int n;

	e->kind = kind;
	e->at = at;
	va_start(args, fmt);
	n = vsnprintf(e->text, sizeof e->text, fmt, args);
	va_end(args);
	if (n >= (int)sizeof e->text) {
		n = sizeof e->text - 4;
		while (n > 0 && (e->text[n] & 0xC0) == 0x80)
			n--;            /* never half a character */
		memcpy(e->text + n, "...", 4);
	}
	return -1;
}

int
err_system(struct err *e, const char *file, const char *what)
{
	char reason[128];

	if (strerror_r(errno, reason, sizeof reason) != 0)
		snprintf(reason, sizeof reason, "error %d", errno);
	return err_set(e, ERR_SYSTEM, (struct place){ .file = file }, "%s: %s", what, reason);
}
