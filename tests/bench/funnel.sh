#!/bin/sh
# funnel.sh - lead-funnel against DuckDB at the same job: tests/bench/funnel.sh OBJECT-TREE
#
# The job: 2 M leads of 25 columns, counted by three breakdowns: how many reached each stage,
# stand there, were lost there.  lead-funnel tells more than that, as always: what was skipped,
# how long it took, intervals.  First DuckDB's figures are compared with ours, group by group, then
# both are timed: whole processes, input in the page cache, interleaved; medians.  DuckDB is asked
# in two ways: for the grouping sets of the file's rows, and of what was counted once by all columns.
#
#	ROUNDS=5      how often each is run
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"
job="--now 2026-03-01 --by source --by campaign --by owner -T csv"

./leads 100000 staged > small.csv
if [ -n "$duckdb" ]; then
	# shellcheck disable=SC2086  # $job is several words
	lead-funnel $job small.csv | awk -F, '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ print $1 "," $2 "," $3 "," $4 "," $at["reached"] "," $at["current"] "," $at["lost"] }' |
		LC_ALL=C sort > ours
	for how in once sets; do
		node "$here/funnel.mjs" 2 "$how" small.csv theirs
		LC_ALL=C sort theirs | cmp -s - ours || { echo "DuckDB ($how): other figures than ours"; exit 1; }
	done
	echo "DuckDB: the same $(wc -l < ours) rows from 100,000 leads"
fi

./leads 2000000 staged > big.csv
put_out "cat > out" "cat big.csv"
put_out "wc -l" "wc -l big.csv"
for j in 1 2; do put_out "lead-funnel -j$j" "lead-funnel $job -j$j big.csv"; done
for how in ${duckdb:+once sets}; do
	put "DuckDB, 2 threads, $how" "node $here/funnel.mjs 2 $how big.csv out"
done
measure "${ROUNDS:-3}"

printf '\n2 M leads, 3 breakdowns\n'
table big.csv "cat > out" "lead-funnel -j2"
for how in once sets; do
	bar "DuckDB (2), $how / lead-funnel -j2" "DuckDB, 2 threads, $how" "lead-funnel -j2" ">=" 5
done
say_bars
