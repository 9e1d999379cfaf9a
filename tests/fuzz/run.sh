#!/bin/sh
# run.sh - drive every fuzz target with libFuzzer: tests/fuzz/run.sh OBJECT-TREE SECONDS
#
# New inputs go to a scratch corpus in the build; what breaks a target is left in
# build/fuzz/finds, to become a seed in tests/fuzz/corpus and a test.
set -u
O=$1 seconds=$2 bad=0
mkdir -p "$O/finds"
for t in "$O"/fuzz/*_fuzz; do
	name=$(basename "$t" _fuzz)
	mkdir -p "$O/corpus/$name" "tests/fuzz/corpus/$name"
	if "$t" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix="$O/finds/$name-" "$O/corpus/$name" "tests/fuzz/corpus/$name" >"$O/$name.log" 2>&1; then
		echo "ok      $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$O/$name.log") runs"
	else
		bad=1
		echo "FAILED  $name: see $O/$name.log"
	fi
done
exit $bad
