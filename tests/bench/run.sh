#!/bin/sh
# run.sh - lead-score against other programs at the same job: tests/bench/run.sh OBJECT-TREE
#
# The job: twelve rules (score.json) over leads of 24 columns; all of them come out, and a score
# and a grade.  First every program's result is compared with ours, record by record, in any
# order, scores to three decimals.  Then they are timed: whole processes, wall
# clock, input in the page cache, output to memory, interleaved; medians.  Read the ratios: the
# seconds are the machine's.  On a busy machine threads have nothing to run on.
#
#	BENCH=quick   1 M leads for the fast, 100 k for the slow, few rounds (the default)
#	BENCH=full    200 k and 2 M, 200 k for the slow, more rounds; the memory of 10 M leads
#	PEERS=FOLDER  where node_modules has @duckdb/node-api (make bench-deps: build/bench)
# shellcheck disable=SC2086  # $job is several words
set -eu
O=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${PEERS:-build/bench}" 2>/dev/null && pwd) || PEERS=
export PEERS
case ${BENCH:-quick} in
quick) rounds=3 slow_rounds=1 sizes=1000000 small=100000 compared=20000 ;;
full) rounds=9 slow_rounds=3 sizes="200000 2000000" small=200000 compared=200000 ;;
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
for tool in leads clock cells; do ${CC:-cc} -O2 -o $tool "$here/$tool.c"; done
PATH=$O/bin:$PATH
job="-m $here/score.json --now 2026-03-01T00:00:00Z"
echo '{ "lead-model": 1, "name": "empty", "groups": [] }' > empty.json

have() {
	command -v "$1" >/dev/null || { echo "$1: not here, skipped (make bench-deps)"; return 1; }
}
duckdb='' others=''
if [ -n "$PEERS" ] && [ -d "$PEERS/node_modules/@duckdb/node-api" ]; then
	! have node || duckdb=yes
else
	echo "DuckDB: not here, skipped (make bench-deps)"
fi
for p in sqlite3 mlr mawk jq; do have $p && others="$others $p"; done
uses() { case " $others " in *" $1 "*) return 0 ;; esac; return 1; }

# The job of a program that is not ours, as a command: peer NAME FORMAT INPUT OUTPUT
peer() {
	case $1 in
	duckdb1) echo "exec node $here/duckdb.mjs 1 $2 $3 $4" ;;
	duckdb2) echo "exec node $here/duckdb.mjs 2 $2 $3 $4" ;;
	sqlite3) echo "sed 's#INPUT#$3#; s#OUTPUT#$4#' $here/score.sql | sqlite3 :memory:" ;;
	mlr) echo "exec mlr --icsv --ocsv put -f $here/score.mlr $3 > $4" ;;
	mawk) echo "exec mawk -f $here/score.awk $3 > $4" ;;
	jq) echo "exec jq -c -f $here/score.jq $3 > $4" ;;
	esac
}

same() {        # name, format, input: is its result ours?
	eval "$(peer "$1" "$2" "$3" theirs | sed 's/^exec //')"
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

# lines of clock to a table: seconds, the least processor seconds, MB a second, times the first line, times lead-score -j2
table() {       # input
	awk -F '\t' -v bytes="$(wc -c < "$1")" '
	{ name[NR] = $1; wall[NR] = $2; busy[NR] = $4; status[NR] = $6; if ($1 == "lead-score -j2") ours = $2 }
	END {
		printf "%-34s %9s %7s %7s %7s %10s\n", "", "seconds", "cpu s", "MB/s", "/ cat", "/ ours -j2"
		for (i = 1; i <= NR; i++) {
			printf "%-34s %9.3f %7.3f %7.0f %7.2f", name[i], wall[i], busy[i],
			    bytes / 1e6 / wall[i], wall[i] / wall[1]
			printf ours ? " %10.2f" : "%s", ours ? wall[i] / ours : ""
			print status[i] ? "   FAILED" : ""
		}
	}' measured
}

# What has to be reached: bar WORDS NUMERATOR DENOMINATOR RELATION LIMIT
bar() {
	awk -F '\t' -v words="$1" -v a="$2" -v b="$3" -v relation="$4" -v limit="$5" '
	$1 == a { x = $2 } $1 == b { y = $2 }
	END {
		if (!x || !y)
			exit
		met = relation == "<=" ? x / y <= limit : x / y >= limit
		printf "  %-52s %6.2f   %s %s   %s\n", words, x / y, relation, limit, met ? "yes" : "NO"
	}' measured >> bars
}

time_list() {   # rounds: run what is in `list`
	./clock "$1" < list > measured
	rm -f out out.*
}

put() { printf '%s\t%s\n' "$1" "$2" >> list; }

fast() {        # format, input
	: > list
	put "cat > out" "rm -f out; exec cat $2 > out"
	put "wc -l" "exec wc -l $2 > out.wc"
	for j in 1 2; do
		put "lead-score -j$j" "rm -f out; exec lead-score $job -j$j $2 > out"
		put "lead-score -j$j, no rules" "rm -f out; exec lead-score -m empty.json -j$j $2 > out"
		[ ! -f scored.$1 ] ||
			put "lead-score -j$j, columns replaced" "rm -f out; exec lead-score $job -j$j scored.$1 > out"
		[ -z "$duckdb" ] || put "DuckDB, threads: $j" "rm -f out; $(peer duckdb$j "$1" "$2" out)"
	done
	time_list $rounds
	table "$2"
}

same_all() {
	[ -z "$duckdb" ] || { same duckdb2 csv small.csv; same duckdb2 jsonl small.jsonl; }
	! uses sqlite3 || same sqlite3 csv small.csv
	! uses mlr || same mlr csv small.csv
	! uses mawk || same mawk csv simple.csv
	! uses jq || same jq jsonl small.jsonl
}

make_small() {  # rows
	./leads "$1" csv > small.csv
	./leads "$1" jsonl > small.jsonl
	# mawk knows no quoted cells: every row that has one is left out.
	grep -v '"' small.csv > simple.csv
}

# Threads, and everything but copying, lose on a machine that has other things to do.
awk '$1 > 0.5 { print "the machine is busy (load " $1 "): ratios to cat and of threads will be too bad" }' \
	/proc/loadavg 2>/dev/null || :

make_small $compared
same_all
make_small $small

: > bars
for rows in $sizes; do
	for format in csv jsonl; do
		printf '\n%s: %d leads, rounds: %d\n' $format "$rows" $rounds
		./leads "$rows" $format > big.$format
		[ $format = jsonl ] || lead-score $job big.$format > scored.$format
		fast $format big.$format
		[ "$rows" != 200000 ] || continue
		bar "$format: DuckDB (2) / lead-score -j2" "DuckDB, threads: 2" "lead-score -j2" ">=" \
			"$([ $format = csv ] && echo 6 || echo 4)"
		[ $format = csv ] || continue
		bar "csv: DuckDB (2) / lead-score -j1" "DuckDB, threads: 2" "lead-score -j1" ">=" 4
		bar "csv: lead-score -j2 / cat" "lead-score -j2" "cat > out" "<=" 2.5
		bar "csv: lead-score -j1 / cat" "lead-score -j1" "cat > out" "<=" 3.2
		bar "csv: no rules -j2 / cat" "lead-score -j2, no rules" "cat > out" "<=" 2
		bar "csv: columns replaced / appended, -j1" "lead-score -j1, columns replaced" \
			"lead-score -j1" "<=" 1.6
	done
	rm -f big.* scored.*
done

printf '\nthe slow: %d leads, rounds: %d\n' $small $slow_rounds
: > list
put "cat > out" "rm -f out; exec cat small.csv > out"
put "lead-score -j2" "rm -f out; exec lead-score $job -j2 small.csv > out"
for p in sqlite3 mlr; do
	! uses $p || put $p "rm -f out; $(peer $p csv small.csv out)"
done
time_list $slow_rounds
table small.csv
if uses mawk; then
	: > list
	put "cat > out" "rm -f out; exec cat simple.csv > out"
	put "lead-score -j2" "rm -f out; exec lead-score $job -j2 simple.csv > out"
	put "mawk, rows without quotes only" "rm -f out; $(peer mawk csv simple.csv out)"
	time_list $slow_rounds
	table simple.csv
fi
if uses jq; then
	: > list
	put "cat > out" "rm -f out; exec cat small.jsonl > out"
	put "lead-score -j2" "rm -f out; exec lead-score $job -j2 small.jsonl > out"
	put "jq" "rm -f out; $(peer jq jsonl small.jsonl out)"
	time_list $slow_rounds
	table small.jsonl
fi

printf '\nstart-up: one lead, milliseconds (the least of 21)\n'
head -2 small.csv > one.csv
: > list
put true "exec true"
for b in "$O"/bin/lead-*; do
	put "${b##*/}" "exec $b one.csv > out 2>&1"
done
time_list 21
awk -F '\t' '$1 == "true" { none = $3; next }
	{ printf "  %-20s %6.2f\n", $1, 1000 * ($3 - none) }' measured
awk -F '\t' '
	$1 == "true" { none = $3 }
	$1 == "lead-score" { printf "  %-52s %6.2f   <= 3   %s\n", "ms, start-up of lead-score",
	    1000 * ($3 - none), 1000 * ($3 - none) <= 3 ? "yes" : "NO" }' measured >> bars

memory() {      # what, input
	: > list
	put "$1" "exec lead-score $job -j1 $2 > /dev/null"
	time_list 1
	awk -F '\t' '{ printf "  %-52s %6.1f   <= 16   %s\n", "MiB at most, " $1, $5 / 1024,
	    $5 <= 16384 ? "yes" : "NO" }' measured >> bars
}
memory "-j1, $small leads, csv" small.csv
memory "-j1, $small leads, jsonl" small.jsonl
if [ "${BENCH:-quick}" = full ]; then
	rm -f simple.csv small.jsonl
	./leads 10000000 csv > huge.csv
	memory "-j1, 10 M leads, csv" huge.csv
fi

printf '\nwhat has to be reached\n'
cat bars
