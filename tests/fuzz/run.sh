#!/bin/sh
# run.sh - drive every fuzz target with libFuzzer: tests/fuzz/run.sh OBJECT-TREE SECONDS [RUNS [TARGET...]]
#
# Each target runs for so many seconds; with RUNS that goes round and round, the same time for each
# target, until they have run so often, all together.  A line for each says how often, in how many
# seconds.  New inputs go to a scratch corpus in the build, or to FUZZ_CORPUS; what breaks a target is left
# in build/fuzz/finds, to become a seed in tests/fuzz/corpus and a test; it is not run any more.
set -u
O=$1 seconds=$2 runs=${3:-1} total=0
shift $(($# > 3 ? 3 : $#))
: "${FUZZ_CORPUS:=$O/corpus}"
mkdir -p "$O/finds"
sums=$(mktemp)
trap 'rm -f "$sums"' EXIT
[ $# -gt 0 ] || for t in "$O"/fuzz/*_fuzz; do set -- "$@" "$(basename "$t" _fuzz)"; done
targets=$*

# once NAME: the line "NAME RUNS SECONDS VERDICT" in $sums
once() {
	dictionary=
	[ ! -f "tests/fuzz/$1.dict" ] || dictionary=-dict=tests/fuzz/$1.dict
	mkdir -p "$FUZZ_CORPUS/$1" "tests/fuzz/corpus/$1"
	begun=$(date +%s)
	verdict=ok
	# shellcheck disable=SC2086  # one word or none
	"$O/fuzz/$1_fuzz" $dictionary -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -verbosity=0 \
	    -print_final_stats=1 -artifact_prefix="$O/finds/$1-" "$FUZZ_CORPUS/$1" "tests/fuzz/corpus/$1" \
	    >"$O/$1.log" 2>&1 || verdict=FAILED
	ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$O/$1.log")
	slowest=$(sed -n 's/^stat::slowest_unit_time_sec: *//p' "$O/$1.log")
	echo "$1 ${ran:-0} $(($(date +%s) - begun)) $verdict ${slowest:-0}" >>"$sums"
	total=$((total + ${ran:-0}))
	[ $verdict = ok ]
}

while [ "$total" -lt "$runs" ] && [ -n "$targets" ]; do
	sound=
	for name in $targets; do
		! once "$name" || sound="$sound $name"
	done
	targets=$sound
done
awk -v O="$O" '{
	if (!($1 in runs)) name[++n] = $1
	runs[$1] += $2; seconds[$1] += $3; all += $2; took += $3
	if ($5 > slow[$1]) slow[$1] = $5
	if ($4 != "ok") bad = failed[$1] = 1
}
END {
	for (i = 1; i <= n; i++) {
		t = name[i]
		printf "%-7s%-12s %10d runs in %5d s, %6d a second%s%s\n", failed[t] ? "FAILED" : "ok", t,
		    runs[t], seconds[t], runs[t] / (seconds[t] + !seconds[t]),
		    slow[t] ? ", the slowest " slow[t] " s" : "", failed[t] ? ": see " O "/" t ".log" : ""
	}
	printf "%-7s%-12s %10d runs in %5d s\n", bad ? "FAILED" : "ok", "all", all, took
	exit bad
}' "$sums"
