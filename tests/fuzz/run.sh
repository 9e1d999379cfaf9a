#!/bin/sh
# run.sh - drive every fuzz target with libFuzzer: tests/fuzz/run.sh OBJECT-TREE SECONDS [RUNS]
#
# Each target runs for so many seconds, or so many times if RUNS is given.  New inputs go to a scratch
# corpus in the build; what breaks a target is left in build/fuzz/finds, to become a seed in
# tests/fuzz/corpus and a test.
set -u
O=$1 seconds=$2 runs=${3-} bad=0 total=0
limit=-max_total_time=$seconds
[ -z "$runs" ] || limit=-runs=$runs
mkdir -p "$O/finds"
for t in "$O"/fuzz/*_fuzz; do
	name=$(basename "$t" _fuzz)
	mkdir -p "$O/corpus/$name" "tests/fuzz/corpus/$name"
	if "$t" "$limit" -timeout=10 -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix="$O/finds/$name-" "$O/corpus/$name" "tests/fuzz/corpus/$name" >"$O/$name.log" 2>&1; then
		verdict="ok     "
	else
		bad=1 verdict="FAILED "
	fi
	ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$O/$name.log")
	total=$((total + ${ran:-0}))
	echo "$verdict $name: ${ran:-?} runs, see $O/$name.log"
done
echo "$total runs in all"
exit $bad
