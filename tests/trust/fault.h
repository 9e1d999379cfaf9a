/* fault.h - calls that fail, for unit tests that fault.c is linked into. */
#ifndef TESTS_TRUST_FAULT_H
#define TESTS_TRUST_FAULT_H

/* Call number N from now on of that function ("write": not to standard error; "alloc": any that
 * allocates, but not under sanitizers) fails, once, with errno `why`; of "allocs" all that follow fail,
 * too, until fault_pending.  Four may be said at a time. */
void	fault_call(const char *name, unsigned long n, int why);
/* Right before call number N, which is made, this is done: by somebody else, as it were. */
void	fault_before(const char *name, unsigned long n, void (*act)(void));
/* How many of them did not come to pass; they are forgotten. */
int	fault_pending(void);
/* From here on nothing fails: for what ends a program and is not its own (counts.c). */
void	fault_over(void);

#endif
