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
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"
case $BENCH in
quick) rounds=3 slow=1 leads=300000 ;;
full) rounds=5 slow=3 leads=2000000 ;;
esac
now='--now 2026-03-01T00:00:00Z'
sed 's/10bd/14d/; s/\([0-9]\)b\([hd]\)"/\1\2"/g' "$here/due.json" > clock.json

sqlite=
! have sqlite3 || sqlite=yes

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

short=id,due_at,due_state,due_action,due_rule
./leads 20000 csv > leads.csv
# shellcheck disable=SC2086  # $now is two words
lead-due -s clock.json $now --all -c $short leads.csv | tr -d '"' | LC_ALL=C sort > ours
[ -z "$duckdb" ] || { node "$here/due.mjs" 2 short leads.csv theirs; same DuckDB; }
[ -z "$sqlite" ] || { query $short leads.csv theirs | sqlite3 :memory:; same sqlite3; }

printf '\n%d leads, rounds: %d\n' $leads $rounds
./leads $leads csv > leads.csv
for j in 1 2; do
	put_out "lead-score -j$j" "lead-score $now -j$j leads.csv"
	put_out "lead-due -j$j, all" "lead-due -s $here/due.json $now --all -T csv -j$j leads.csv"
	put_out "lead-due -j$j, list" "lead-due -s $here/due.json $now -j$j leads.csv"
	put_out "lead-due -j$j, all, by the clock" "lead-due -s clock.json $now --all -T csv -j$j leads.csv"
done
put_out "lead-due -j2, nothing is due" "lead-due -s $here/due.json --now 2020-01-01 -j2 leads.csv"
measure $rounds
if [ -n "$duckdb" ]; then
	for j in 1 2; do
		for mode in all list; do
			put "DuckDB ($j), $mode" "node $here/due.mjs $j $mode leads.csv out"
		done
	done
	measure $slow
fi
if [ -n "$sqlite" ]; then
	all="$(head -n 1 leads.csv), due_at, due_state, due_action, overdue_by, due_rule, due_reason"
	query "$all" leads.csv out > all.sql
	put "sqlite3, all" "sqlite3 :memory: < all.sql"
	measure $slow
fi
table leads.csv "lead-score -j2"

for j in 1 2; do
	for mode in all list; do
		bar "DuckDB ($j) / lead-due -j$j, $mode" "DuckDB ($j), $mode" "lead-due -j$j, $mode" ">=" 5
	done
	bar "lead-due / lead-score, -j$j" "lead-due -j$j, all" "lead-score -j$j" "<=" 3
done
bar "sqlite3 / lead-due -j1, all" "sqlite3, all" "lead-due -j1, all" ">=" 5
must "MiB at most when nothing is due" "$(mib "lead-due -j2, nothing is due")" "<=" 16
say_bars
