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
#	PEERS=FOLDER  where node_modules has @duckdb/node-api (make bench-deps: build/bench)
set -eu
O=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${PEERS:-build/bench}" 2>/dev/null && pwd) || PEERS=
export PEERS
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
job="--now 2026-03-01 --by source --by campaign --by owner -T csv"
duckdb="node $here/duckdb_funnel.mjs 2"         # and how, input, output

have=
if [ -n "$PEERS" ] && [ -d "$PEERS/node_modules/@duckdb/node-api" ] && command -v node >/dev/null; then
	have=yes
else
	echo "DuckDB: not here, skipped (make bench-deps)"
fi

./leads 100000 staged > small.csv
if [ -n "$have" ]; then
	# shellcheck disable=SC2086  # $job is several words
	lead-funnel $job small.csv | awk -F, '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ print $1 "," $2 "," $3 "," $4 "," $at["reached"] "," $at["current"] "," $at["lost"] }' |
		LC_ALL=C sort > ours
	for how in once sets; do
		$duckdb "$how" small.csv theirs
		LC_ALL=C sort theirs | cmp -s - ours || { echo "DuckDB ($how): other figures than ours"; exit 1; }
	done
	echo "DuckDB: the same $(wc -l < ours) rows from 100,000 leads"
fi

./leads 2000000 staged > big.csv
{
	printf 'cat > out\texec cat big.csv > out\n'
	printf 'wc -l\texec wc -l big.csv > out\n'
	for j in 1 2; do printf 'lead-funnel -j%d\texec lead-funnel %s -j%d big.csv > out\n' $j "$job" $j; done
	for how in ${have:+once sets}; do
		printf 'DuckDB, 2 threads, %s\texec %s\n' "$how" "$duckdb $how big.csv out"
	done
} > list
./clock "${ROUNDS:-3}" < list > measured

awk -F '\t' -v bytes="$(wc -c < big.csv)" '
{ name[NR] = $1; wall[NR] = $2; busy[NR] = $4; kib[NR] = $5; at[$1] = NR; if ($6) { print $1 ": FAILED"; bad = 1 } }
END {
	printf "%-28s %9s %7s %7s %7s\n", "2 M leads, 3 breakdowns", "seconds", "cpu s", "MB/s", "MiB"
	for (i = 1; i <= NR; i++)
		printf "%-28s %9.3f %7.3f %7.0f %7.1f\n", name[i], wall[i], busy[i],
		    bytes / 1e6 / wall[i], kib[i] / 1024
	print "\nwhat has to be reached"
	ours = at["lead-funnel -j2"]
	for (i = 1; i <= NR; i++)
		if (name[i] ~ /^DuckDB/)
			printf "  %-44s %6.2f   at least 5   %s\n", name[i] " / ours -j2", wall[i] / wall[ours],
			    (wall[i] >= 5 * wall[ours]) ? "yes" : "NO"
	exit bad
}' measured
