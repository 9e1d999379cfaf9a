#!/bin/sh
# due.sh - lead-due with hours of business against programs that only know the clock:
# tests/bench/due.sh OBJECT-TREE
#
# The job: three rules (due.json) over leads of 24 columns, in one office with breaks and
# holidays.  The others have the same rules in hours and days of the clock; so have we for the
# first step, in which each lead has to get the same from all.  Then they are timed: every lead
# with its due time ("all"), and only those that are due, in order ("list"), two thirds of them here.
# Whole processes, wall clock, input and output in memory, interleaved; medians, and processor
# seconds, which a busy machine spoils less.
#
#	BENCH=quick   300 k leads, few rounds (the default)
#	BENCH=full    2 M leads, more rounds
#	PEERS=FOLDER  where node_modules has @duckdb/node-api (make bench-deps: build/bench)
set -eu
O=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${PEERS:-build/bench}" 2>/dev/null && pwd) || PEERS=
export PEERS
case ${BENCH:-quick} in
quick) rounds=3 slow=1 leads=300000 ;;
full) rounds=5 slow=3 leads=2000000 ;;
*) echo "bench: BENCH is quick or full" >&2; exit 2 ;;
esac

memory=/dev/shm
if [ ! -d $memory ] || [ ! -w $memory ]; then
	memory=${TMPDIR:-/tmp}
	echo "no /dev/shm: files are in $memory"
fi
work=$(mktemp -d "$memory/leadkit-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
for tool in leads clock; do ${CC:-cc} -O2 -o $tool "$here/$tool.c"; done
PATH=$O/bin:$PATH
now='--now 2026-03-01T00:00:00Z'
sed 's/10bd/14d/; s/\([0-9]\)b\([hd]\)"/\1\2"/g' "$here/due.json" > clock.json

duckdb='' sqlite=''
if [ -n "$PEERS" ] && [ -d "$PEERS/node_modules/@duckdb/node-api" ] && command -v node >/dev/null; then
	duckdb=yes
else
	echo "DuckDB: not here, skipped (make bench-deps)"
fi
if command -v sqlite3 >/dev/null; then sqlite=yes; else echo "sqlite3: not here, skipped (make bench-deps)"; fi

query() {       # columns, input, output: what sqlite3 is to do
	sed "s#COLUMNS#$1#; s#INPUT#$2#; s#OUTPUT#$3#" "$here/due.sql"
}

same() {        # name: is its result, in `theirs`, ours?
	tr -d '"\r' < theirs | LC_ALL=C sort > theirs.sorted
	if cmp -s ours theirs.sorted; then
		echo "$1: the same $(($(wc -l < ours) - 1)) leads"
	else
		echo "$1: another result than ours:"
		diff ours theirs.sorted | head -4
		exit 1
	fi
	rm -f theirs
}

# What has to be reached: bar WORDS NUMERATOR DENOMINATOR RELATION LIMIT
bar() {
	awk -F '\t' -v words="$1" -v a="$2" -v b="$3" -v relation="$4" -v limit="$5" '
	$1 == a { x = $2; cpu_x = $4 } $1 == b { y = $2; cpu_y = $4 }
	END {
		if (!x || !y)
			exit
		met = relation == "<=" ? x / y <= limit : x / y >= limit
		printf "  %-42s %6.2f  (cpu %6.2f)   %s %s   %s\n", words, x / y, cpu_x / cpu_y,
		    relation, limit, met ? "yes" : "NO"
	}' measured >> bars
}

put() { printf '%s\t%s\n' "$1" "rm -f out; $2" >> list; }

measure() {     # rounds: run what is in `list`
	./clock "$1" < list >> measured
	rm -f out list
}

awk '$1 > 0.5 { print "the machine is busy (load " $1 "): look at processor seconds" }' /proc/loadavg 2>/dev/null || :

short=id,due_at,due_state,due_action,due_rule
./leads 20000 csv > leads.csv
# shellcheck disable=SC2086  # $now is two words
lead-due -s clock.json $now --all -c $short leads.csv | tr -d '"' | LC_ALL=C sort > ours
[ -z "$duckdb" ] || { node "$here/due.mjs" 2 short leads.csv theirs; same DuckDB; }
[ -z "$sqlite" ] || { query $short leads.csv theirs | sqlite3 :memory:; same sqlite3; }

printf '\n%d leads, rounds: %d\n' $leads $rounds
./leads $leads csv > leads.csv
: > measured
for j in 1 2; do
	put "lead-score -j$j" "exec lead-score $now -j$j leads.csv > out"
	put "lead-due -j$j, all" "exec lead-due -s $here/due.json $now --all -T csv -j$j leads.csv > out"
	put "lead-due -j$j, list" "exec lead-due -s $here/due.json $now -j$j leads.csv > out"
	put "lead-due -j$j, all, by the clock" "exec lead-due -s clock.json $now --all -T csv -j$j leads.csv > out"
done
put "lead-due -j2, nothing is due" "exec lead-due -s $here/due.json --now 2020-01-01 -j2 leads.csv > out"
measure $rounds
for j in 1 2; do
	[ -z "$duckdb" ] || for mode in all list; do
		put "DuckDB ($j), $mode" "exec node $here/due.mjs $j $mode leads.csv out"
	done
done
if [ -n "$sqlite" ]; then
	all="$(head -n 1 leads.csv), due_at, due_state, due_action, overdue_by, due_rule, due_reason"
	query "$all" leads.csv out > all.sql
	put "sqlite3, all" "exec sqlite3 :memory: < all.sql"
fi
[ ! -s list ] || measure $slow

awk -F '\t' '
	BEGIN { printf "%-36s %9s %9s %9s\n", "", "seconds", "cpu s", "MiB" }
	{ printf "%-36s %9.3f %9.3f %9.1f%s\n", $1, $2, $4, $5 / 1024, $6 ? "   FAILED" : "" }' measured

: > bars
for j in 1 2; do
	for mode in all list; do
		bar "DuckDB ($j) / lead-due -j$j, $mode" "DuckDB ($j), $mode" "lead-due -j$j, $mode" ">=" 5
	done
	bar "lead-due / lead-score, -j$j" "lead-due -j$j, all" "lead-score -j$j" "<=" 3
done
bar "sqlite3 / lead-due -j1, all" "sqlite3, all" "lead-due -j1, all" ">=" 5
awk -F '\t' '$1 == "lead-due -j2, nothing is due" {
	printf "  %-42s %6.1f  %16s 16   %s\n", "MiB at most when nothing is due", $5 / 1024, "<=",
	    $5 <= 16384 ? "yes" : "NO" }' measured >> bars
printf '\nwhat has to be reached\n'
cat bars
