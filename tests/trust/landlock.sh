#!/bin/sh
# landlock.sh - has this kernel what the sandbox is made of?
work=$(mktemp -d) || exit 1
cat >"$work/a.c" <<'.'
#include <sys/syscall.h>
#include <unistd.h>
int main(void) { return syscall(SYS_landlock_create_ruleset, 0, 0, 1) < 1; }
.
cc -o "$work/a" "$work/a.c" && "$work/a"
status=$?
rm -rf "$work"
exit $status
