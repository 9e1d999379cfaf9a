/*
 * wraps - arithmetic that is meant to go round.
 *
 * Hashes, masks over eight bytes in a word, the magnitude of the most negative number and the test
 * "c - '0' <= 9" count modulo a power of two on purpose.  WRAPS stands before a function that does,
 * so that `make check INTEGER=1` stops at all others: there a sum or a difference that goes round
 * is a size or a count gone wrong.
 */
#ifndef BASE_WRAPS_H
#define BASE_WRAPS_H

#ifdef __clang__
#define WRAPS __attribute__((no_sanitize("unsigned-integer-overflow")))
#else
#define WRAPS
#endif

#endif
