#!/bin/sh
# prove.sh - no run-time error is possible: tests/prove.sh [NAME...]
#
# Frama-C's Eva runs a driver of tests/prove/ on all of its inputs at once: any bytes, any numbers.  What
# it cannot exclude (a read outside of an object or of what nobody wrote, a signed overflow, a shift, a
# division or a comparison of pointers without a meaning) is an alarm, and an alarm is a failure.  A driver
# says in its head which files it is about, and how finely Eva has to tell cases apart.
#
# Not here, as Eva knows no relation between two variables: what moves a struct str (a pointer and a size
# that change together: human dates and numbers, money, the end of an ISO date), and the index of regular
# CSV (as many offsets as a mask has bits).  Fuzzing and the sanitizers have to do for them.
set -u
cd "$(dirname "$0")/.." || exit 2
bad=0
# shellcheck disable=SC2046  # a list of words
[ $# -gt 0 ] || set -- $(basename -s .c tests/prove/*.c)
for name; do
	driver=tests/prove/$name.c
	head_says() { sed -n "s/^ \* $1: \([^*]*[^* ]\).*/\1/p" "$driver"; }
	splits=$(head_says splits | paste -sd ,)        # what functions return, told apart
	# shellcheck disable=SC2046  # lists of words
	said=$(frama-c -no-unicode -cpp-extra-args="-Ilib -Itests/prove -DSCAN_WORDS -include tests/prove/any.h" \
	    -eva -eva-verbose 0 $(head_says options) ${splits:+-eva-split-return-function "$splits"} \
	    "$driver" $(head_says files) 2>&1)
	status=$?
	alarms=$(printf '%s\n' "$said" | grep -A 3 -E 'eva:alarm|[Ii]nvalid|[Ee]rror|missing-spec')
	if [ $status -ne 0 ] || [ -n "$alarms" ]; then
		printf 'prove: %s\n%s\n' "$name" "${alarms:-$said}"
		bad=1
	else
		echo "prove: $name: no alarms"
	fi
done
exit $bad
