#!/bin/sh
# import.sh - lead-import against DuckDB, and as the leads grow: tests/bench/import.sh OBJECT-TREE
#
# The file: an untidy export of 24 columns, one row in ten about a person who has a row already.
# DuckDB does what SQL has words for, see import.mjs; lead-import all it always does, without
# --match fuzzy.  First it is seen that both keep the same people, then they are timed: whole
# processes, input in the page cache, interleaved; medians.  Then 200 k, 2 M and 6 M leads, exact and
# fuzzy; and keys and telephone numbers by themselves, see import_parts.c.
#
#	BENCH=quick   1 M leads, and growth from 200 k to 1 M (the default)
#	BENCH=full    2 M leads, and growth to 6 M
#	PEERS=FOLDER  where node_modules has @duckdb/node-api (make bench-deps: build/bench)
set -eu
O=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${PEERS:-build/bench}" 2>/dev/null && pwd) || PEERS=
export PEERS
case ${BENCH:-quick} in
quick) rounds=3 rows=1000000 sizes="200000 1000000" ;;
full) rounds=5 rows=2000000 sizes="200000 2000000 6000000" ;;
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
export TMPDIR="$work"
for tool in leads clock; do ${CC:-cc} -O2 -o $tool "$here/$tool.c"; done
PATH=$O/bin:$PATH

have=
if [ -n "$PEERS" ] && [ -d "$PEERS/node_modules/@duckdb/node-api" ] && command -v node >/dev/null; then
	have=yes
else
	echo "DuckDB: not here, skipped (make bench-deps)"
fi

if [ -n "$have" ]; then
	./leads 20000 export > small.csv
	lead-import -q -c email small.csv | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort > ours
	node "$here/import.mjs" 2 small.csv theirs.csv
	lead-import -q --match off -c email theirs.csv | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort > theirs
	cmp -s ours theirs || { echo "DuckDB keeps other people than we do"; exit 1; }
	echo "DuckDB: the same $(($(wc -l < ours) - 1)) people from 20,000 leads"
fi

printf '\n%d leads, rounds: %d\n' $rows $rounds
./leads $rows export > big.csv
{
	printf 'cat > out\texec cat big.csv > out\n'
	for j in 1 2; do
		printf 'lead-import -j%d\texec lead-import -j%d big.csv > out\n' $j $j
		[ -z "$have" ] || printf 'DuckDB, threads: %d\texec node %s %d big.csv out\n' $j \
			"$here/import.mjs" $j
	done
} > list
./clock $rounds < list > measured
awk -F '\t' -v bytes="$(wc -c < big.csv)" '
	BEGIN { printf "%-28s %9s %7s %7s %7s\n", "", "seconds", "cpu s", "MB/s", "MiB" }
	{ printf "%-28s %9.3f %7.3f %7.0f %7.0f%s\n", $1, $2, $4, bytes / 1e6 / $2, $5 / 1024,
	    $6 ? "   FAILED" : "" }' measured
rm -f out

printf '\nas leads grow, -j2\n%-28s %9s %9s %7s %12s\n' "" seconds "ns/lead" MiB bytes/lead
: > grown
for how in exact fuzzy; do
	for n in 0 $sizes; do
		./leads "$n" export > big.csv
		printf '%s %s\texec lead-import --match %s -j2 big.csv > /dev/null\n' $how "$n" $how |
			./clock 1 >> grown
	done
done
rm -f big.csv
awk -F '\t| ' '
	$2 == 0 { none = $6; next }
	{ printf "%-28s %9.3f %9.0f %7.0f %12.0f%s\n", $1 " " $2, $3, $3 * 1e9 / $2, $6 / 1024,
	    ($6 - none) * 1024 / $2, $7 ? "   FAILED" : "" }' grown

"$O/bench/import_parts" $((rows / 1000000)) > parts
printf '\nwhat has to be reached\n'
awk -F '\t| ' '
	function bar(words, x, relation, limit) {
		printf "  %-52s %7.2f   %s %s   %s\n", words, x, relation, limit,
		    (relation == "<=" ? x <= limit : x >= limit) ? "yes" : "NO"
	}
	FILENAME == "measured" { split($0, f, "\t"); wall[f[1]] = f[2]; next }
	FILENAME == "parts" { part[$1] = $2; next }
	$2 == 0 { none = $6; next }
	{ last[$1] = ($6 - none) * 1024 / $2; if (!($1 in first)) first[$1] = $3 / $2; end[$1] = $3 / $2 }
	END {
		if (wall["DuckDB, threads: 2"])
			bar("DuckDB (2) / lead-import -j2", wall["DuckDB, threads: 2"] / wall["lead-import -j2"], ">=", 3)
		bar("bytes a lead, exact", last["exact"], "<=", 200)
		bar("bytes a lead, fuzzy", last["fuzzy"], "<=", 200)
		bar("exact: cost of a lead, most leads / least", end["exact"] / first["exact"], "<=", 1.5)
		bar("fuzzy: cost of a lead, most leads / least", end["fuzzy"] / first["fuzzy"], "<=", 1.5)
		bar("ns a key", part["keys"], "<=", 120)
		bar("millions of telephone numbers a second", part["phones"], ">=", 5)
	}' measured parts grown
