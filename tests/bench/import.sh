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
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"
case $BENCH in
quick) rounds=3 rows=1000000 sizes="200000 1000000" ;;
full) rounds=5 rows=2000000 sizes="200000 2000000 6000000" ;;
esac
export TMPDIR="$work"

if [ -n "$duckdb" ]; then
	./leads 20000 export > small.csv
	lead-import -q -c email small.csv | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort > ours
	node "$here/import.mjs" 2 small.csv theirs.csv
	lead-import -q --match off -c email theirs.csv | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort > theirs
	cmp -s ours theirs || { echo "DuckDB keeps other people than we do"; exit 1; }
	echo "DuckDB: the same $(($(wc -l < ours) - 1)) people from 20,000 leads"
fi

printf '\n%d leads, rounds: %d\n' $rows $rounds
./leads $rows export > big.csv
put_out "cat > out" "cat big.csv"
for j in 1 2; do
	put_out "lead-import -j$j" "lead-import -j$j big.csv"
	[ -z "$duckdb" ] || put "DuckDB, threads: $j" "node $here/import.mjs $j big.csv out"
done
measure $rounds
table big.csv "cat > out" "lead-import -j2"
bar "DuckDB (2) / lead-import -j2" "DuckDB, threads: 2" "lead-import -j2" ">=" 3

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

grown() {       # how: bytes a lead where they are most; its cost there against where they are least
	awk -F '\t| ' -v how="$1" '
		$1 != how { next }
		$2 == 0 { none = $6; next }
		{ bytes = ($6 - none) * 1024 / $2; cost = $3 / $2; if (!least) least = cost }
		END { print bytes, cost / least }' grown
}
for how in exact fuzzy; do
	grown $how | while read -r bytes cost; do
		must "bytes a lead, $how" "$bytes" "<=" 200
		must "$how: cost of a lead, most leads / least" "$cost" "<=" 1.5
	done
done
"$O/bench/import_parts" $((rows / 1000000)) > parts
must "ns a key" "$(awk '$1 == "keys" { print $2 }' parts)" "<=" 120
must "millions of telephone numbers a second" "$(awk '$1 == "phones" { print $2 }' parts)" ">=" 5
say_bars
