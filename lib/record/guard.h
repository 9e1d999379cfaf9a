/*
 * guard - cells that a spreadsheet would run or mangle when it opens a CSV file.
 *
 * Guarded with a leading apostrophe, which keeps the cell text, are
 *   - what may be taken for a formula (OWASP, "CSV Injection"): = + - @ tab CR LF, and the
 *     full-width = + - @, in front; but not a plain number: -5, +4.2
 *   - numbers that would not survive as numbers: more than 11 digits (shown as 1.2E+11, and cut
 *     after 15), a leading zero (00501), a + before 7 digits or more (a phone)
 *   - cells that look guarded already, so that taking the guard off is exact
 */
#ifndef RECORD_GUARD_H
#define RECORD_GUARD_H

#include "base/str.h"

bool	guard_needed(struct str cell);
/* The cell without its guard; as it is when it has none. */
struct str guard_undo(struct str cell);
/* Without all that a spreadsheet puts around a value: '+49…, ="00501", which keeps it from making a number
 * of it, and blanks inside of that; one may stand in another, where an export was exported again. */
struct str guard_strip(struct str cell);

#endif
