#!/bin/sh
# run.sh - lead-score against other programs at the same job: tests/bench/run.sh OBJECT-TREE
#
# The job: twelve rules (score.json) over leads of 24 columns; all of them come out, and a score
# and a grade.  First every program's result is compared with ours, record by record, in any
# order, scores to three decimals.  Then they are timed: whole processes, wall
# clock, input on disk and in the page cache, output to memory (so cat copies the bytes itself, as all
# do), interleaved; medians.  Read the ratios: the seconds are the machine's.  On a busy machine
# threads have nothing to run on.
#
#	BENCH=quick   1 M leads for the fast, 100 k for the slow, few rounds (the default)
#	BENCH=full    200 k and 2 M, 200 k for the slow, more rounds; the memory of 10 M leads
# shellcheck disable=SC2086  # $job is several words
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"
case $BENCH in
quick) rounds=9 duckdb_rounds=3 slow_rounds=1 sizes=1000000 small=100000 compared=20000 ;;
full) rounds=15 duckdb_rounds=9 slow_rounds=3 sizes="200000 2000000" small=200000 compared=200000 ;;
esac
job="-m $here/score.json --now 2026-03-01T00:00:00Z"
echo '{ "lead-model": 1, "name": "empty", "groups": [] }' > empty.json

others=
for p in sqlite3 mlr mawk jq; do have $p && others="$others $p"; done
uses() { case " $others " in *" $1 "*) return 0 ;; esac; return 1; }

# The job of a program that is not ours, as a command: peer NAME FORMAT INPUT OUTPUT
peer() {
	case $1 in
	duckdb[12]) echo "node $here/score.mjs ${1#duckdb} $2 $3 $4" ;;
	sqlite3) echo "sed 's#INPUT#$3#; s#OUTPUT#$4#' $here/score.sql | sqlite3 :memory:" ;;
	mlr) echo "mlr --icsv --ocsv put -f $here/score.mlr $3 > $4" ;;
	mawk) echo "mawk -f $here/score.awk $3 > $4" ;;
	jq) echo "jq -c -f $here/score.jq $3 > $4" ;;
	esac
}

same() {        # name, format, input: is its result ours?
	eval "$(peer "$1" "$2" "$3" theirs)"
	lead-score $job "$3" > ours
	for r in ours theirs; do ./cells "$2" < $r | LC_ALL=C sort > $r.cells; done
	if [ -s ours.cells ] && cmp -s ours.cells theirs.cells; then
		echo "$1: the same $(wc -l < ours.cells) leads from $3"
	else
		echo "$1: another result than ours from $3:"
		diff ours.cells theirs.cells | head -4
		exit 1
	fi
	rm -f ours theirs ours.cells theirs.cells
}

fast() {        # format, input
	: > measured
	put_out "cat > out" "cat $2"
	put_out "wc -l" "wc -l $2"
	for j in 1 2; do
		put_out "lead-score -j$j" "lead-score $job -j$j $2"
		[ $1 = jsonl ] || put_out "lead-score -j$j, --explain" "lead-score $job --explain -j$j $2"
		put_out "lead-score -j$j, no rules" "lead-score -m empty.json -j$j $2"
		[ ! -f scored.$1 ] || put_out "lead-score -j$j, columns replaced" "lead-score $job -j$j scored.$1"
	done
	measure $rounds
	for j in 1 2; do
		[ -z "$duckdb" ] || put "DuckDB, threads: $j" "$(peer duckdb$j "$1" "$2" out)"
	done
	[ -z "$duckdb" ] || measure $duckdb_rounds
	table "$2" "cat > out" "lead-score -j2"
}

slow() {        # input, format, programs
	input=$1 format=$2
	shift 2
	: > measured
	put_out "cat > out" "cat $input"
	put_out "lead-score -j2" "lead-score $job -j2 $input"
	for p; do ! uses $p || put "$p" "$(peer $p $format $input out)"; done
	measure $slow_rounds
	table $input "cat > out" "lead-score -j2"
}

on_disk() {     # files still to be written
	for name; do ln -s "$disk/$name" "$name"; done
}

on_disk small.csv small.jsonl simple.csv big.csv big.jsonl scored.csv huge.csv

make_small() {  # rows
	./leads "$1" csv > small.csv
	./leads "$1" jsonl > small.jsonl
	# mawk knows no quoted cells: every row that has one is left out.
	grep -v '"' small.csv > simple.csv
}

make_small $compared
[ -z "$duckdb" ] || { same duckdb2 csv small.csv; same duckdb2 jsonl small.jsonl; }
! uses sqlite3 || same sqlite3 csv small.csv
! uses mlr || same mlr csv small.csv
! uses mawk || same mawk csv simple.csv
! uses jq || same jq jsonl small.jsonl
make_small $small

for rows in $sizes; do
	for format in csv jsonl; do
		printf '\n%s: %d leads, rounds: %d\n' $format "$rows" $rounds
		./leads "$rows" $format > big.$format
		[ $format = jsonl ] || lead-score $job big.$format > scored.$format
		sync big.$format
		fast $format big.$format
		[ "$rows" != 200000 ] || continue
		bar "$format: DuckDB (2) / lead-score -j2" "DuckDB, threads: 2" "lead-score -j2" ">=" \
			"$([ $format = csv ] && echo 6 || echo 4)"
		[ $format = csv ] || continue
		bar "csv: DuckDB (2) / lead-score -j1" "DuckDB, threads: 2" "lead-score -j1" ">=" 4
		bar "csv: lead-score -j2 / cat" "lead-score -j2" "cat > out" "<=" 2.5
		bar "csv: lead-score -j1 / cat" "lead-score -j1" "cat > out" "<=" 3.2
		bar "csv: no rules -j2 / cat" "lead-score -j2, no rules" "cat > out" "<=" 2
		for j in 1 2; do
			bar "csv: --explain / plain, -j$j" "lead-score -j$j, --explain" "lead-score -j$j" "<=" 2
		done
		bar "csv: columns replaced / appended, -j1" "lead-score -j1, columns replaced" \
			"lead-score -j1" "<=" 1.6
	done
	rm -f "$disk"/big.* "$disk"/scored.*
done

printf '\nthe slow: %d leads, rounds: %d\n' $small $slow_rounds
slow small.csv csv sqlite3 mlr
slow simple.csv csv mawk
slow small.jsonl jsonl jq

printf '\nstart-up: one lead, milliseconds (the least of 21)\n'
head -2 small.csv > one.csv
: > measured
add true "exec true"
for b in "$O"/bin/lead-*; do add "${b##*/}" "exec $b one.csv > out 2>&1"; done
measure 21
awk -F '\t' '$1 == "true" { none = $3; next }
	{ printf "  %-20s %6.2f\n", $1, 1000 * ($3 - none) }' measured | tee start-up
for tool in score import; do
	must "ms, start-up of lead-$tool" "$(awk -v t="lead-$tool" '$1 == t { print $2 }' start-up)" "<=" 3
done

memory() {      # what, input
	: > measured
	put "$1" "lead-score $job -j1 $2 > /dev/null"
	measure 1
	must "MiB at most, $1" "$(mib "$1")" "<=" 16
}
memory "-j1, $small leads, csv" small.csv
memory "-j1, $small leads, jsonl" small.jsonl
if [ $BENCH = full ]; then
	rm -f simple.csv small.jsonl
	./leads 10000000 csv > huge.csv
	memory "-j1, 10 M leads, csv" huge.csv
fi
say_bars
