#!/bin/sh
# abuse.sh - input made to hurt by its size or its shape: tests/trust/abuse.sh OBJECT-TREE
#
# Each line is a case: seconds, processor seconds, MiB at most resident, status, what was said first.  A
# case fails when it takes more memory or processor time than it may (a busy machine is no fault), has
# another status, or does not grow in proportion: `twice` compares the processor seconds of a case with
# those of one of half the size.  GB=1 makes the big ones smaller (10).
set -u
top=$(pwd)
PATH=$(cd "$1/bin" && pwd):$PATH
LC_ALL=C TZ=UTC0
export PATH LC_ALL TZ
: "${GB:=10}"
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
for tool in leads clock; do ${CC:-cc} -O2 -o $tool "$top/tests/bench/$tool.c" || exit 1; done
mkfifo in

# try NAME MOST-MIB MOST-BUSY-SECONDS STATUS COMMAND: its input comes by the named pipe `in`, from `feed`
try() {
	name=$1 mib=$2 most=$3 expected=$4
	feed >in 2>/dev/null &
	printf 'x\texec %s 2>said\n' "$5" | ./clock 1 >measured
	kill $! 2>/dev/null
	wait $! 2>/dev/null
	IFS='	' read -r _ seconds _ busy resident status <measured
	status=$((status / 256)) verdict=ok
	[ "$status" -eq "$expected" ] || verdict=FAILED
	awk "BEGIN { exit !($resident <= $mib * 1024 && $busy <= $most) }" || verdict=FAILED
	[ $verdict = ok ] || bad=1
	printf '%-6s %s: %.2f s (%.2f busy), %.1f MiB, status %s: %.100s\n' "$verdict" "$name" "$seconds" "$busy" \
	    "$(awk "BEGIN { print $resident / 1024 }")" "$status" "$(head -n 1 said)"
}

# twice NAME MIB SECONDS STATUS COMMAND N: with N and 2 N; four times the time would be a square
twice() {
	n=$6
	try "$1, $n" "$2" "$3" "$4" "$5"
	before=$busy
	n=$((2 * n))
	try "$1, $n" "$2" "$3" "$4" "$5"
	awk "BEGIN { exit !($busy <= 0.05 + 3 * $before) }" || {
		echo "FAILED $1: not in proportion"
		bad=1
	}
}

# keys N: words that all have the same sum under the hashes h * 31 + c and h * 33 + c are made of pairs
keys() {
	awk -v n="$1" -v form="$2" 'BEGIN {
		for (i = 0; i < n; i++) {
			word = ""
			for (k = i + 65536; k > 1; k = int(k / 2))
				word = word (k % 2 ? "Ez" : "FY")
			printf form, word, i
		}
	}'
}

./leads 50000 csv >body
lines=$(($(wc -c <body) / 1000))
feed() { cat body; tail -n +2 body >rest; i=1; while [ $((i * lines)) -lt $((GB * 1000000)) ]; do cat rest; i=$((i + 1)); done; }
try "$GB GB of leads, -j1" 16 600 0 'lead-score -q --now 2026-03-01 -j1 in >/dev/null'
try "$GB GB of leads, -j2" 16 600 0 'lead-score -q --now 2026-03-01 -j2 in >/dev/null'

long() { head -c $((GB * 400000000)) /dev/zero | tr '\0' x; }
feed() { printf 'id,note\n1,'; long; printf '\n2,fine\n'; }
try "a cell of $((GB * 400)) MB" 16 120 3 'lead-score -j1 in >out'
grep -q '^2,fine' out || { echo "FAILED the record after it is lost"; bad=1; }
feed() { printf 'id,note\n1,"'; long; printf '"\n2,fine\n'; }
try "the same in quotes" 16 120 3 'lead-score -j1 in >out'
grep -q '^2,fine' out || { echo "FAILED the record after it is lost"; bad=1; }
feed() { printf '{"id":"'; long; printf '"}\n{"id":"2"}\n'; }
try "the same in JSON Lines" 16 120 3 'lead-score -j1 in >out'
grep -q '"id":"2"' out || { echo "FAILED the record after it is lost"; bad=1; }
feed() { long; }
try "a header of that size" 32 120 3 'lead-score in'
try "settings of that size" 48 120 3 'lead-score -m in /dev/null'
feed() { { printf 'id,note\n1,'; long; printf '\n2,fine\n'; } | gzip -1; }
try "the same in gzip" 16 240 3 'lead-score -j1 in >out'

feed() { awk 'BEGIN { printf "a"; for (i = 1; i < 1000000; i++) printf ",c%d", i; print ""; print 1 }'; }
try "a million columns" 64 10 3 'lead-score in'
feed() { awk 'BEGIN { printf "{\"a\":1"; for (i = 1; i < 1000000; i++) printf ",\"c%d\":1", i; print "}" }'; }
try "a million keys" 64 10 3 'lead-score --max-record 64M in'
feed() { awk 'BEGIN { for (i = 1; i < 1000000; i++) printf "{\"c%d\":1}\n", i }'; }
try "a million keys, one a record, to CSV" 64 20 3 'lead-score -T csv in'
feed() { awk 'BEGIN { printf "a"; for (i = 1; i < 10000; i++) printf ",c%d", i; print ""; for (i = 0; i < 400; i++) { for (k = 1; k < 10000; k++) printf ","; print "" } }'; }
try "10,000 columns, 400 rows" 64 10 0 'lead-score -q -j1 in >/dev/null'

feed() { echo id,source; keys "$n" '%s,%s\n'; }
twice "colliding ids" 64 10 0 'lead-import -q in >/dev/null' 10000
feed() { echo email,source; keys "$n" '%s@example.com,%s\n'; }
twice "colliding addresses" 64 10 0 'lead-import -q in >/dev/null' 10000
feed() { echo source,id; keys "$n" '%s,%s\n'; }
twice "a funnel by colliding words" 256 20 0 'lead-funnel --by source in >/dev/null' 10000
feed() { printf '{ "lead-model": 1'; keys "$n" ', "%s": %d'; echo ' }'; }
twice "settings of colliding keys" 64 10 2 'lead-score -m in /dev/null' 10000
feed() { keys 9000 '{"%s":%d}\n'; }
try "9,000 records, each with a colliding key of its own, to CSV" 96 30 0 'lead-score -q -T csv in >/dev/null'

feed() {
	echo first_name,last_name,company,email
	awk -v n="$n" 'BEGIN { for (i = 0; i < n; i++) printf "P%c%c%c,Smith,Smith Ltd,p%d@smith.example\n",
	    97 + i % 26, 97 + int(i / 26) % 26, 97 + int(i / 676) % 26, i }'
}
twice "everybody is a Smith at one domain, fuzzy" 256 60 0 'lead-import -q --match fuzzy in >/dev/null' 40000
feed() {
	echo first_name,last_name,company,city
	awk -v n="$n" 'BEGIN { for (i = 0; i < n; i++) print "John,Smith,Smith Ltd,London" }'
}
twice "everybody is John Smith, fuzzy" 256 60 0 'lead-import -q --match fuzzy in >/dev/null' 40000
feed() { echo email,n; awk -v n="$n" 'BEGIN { for (i = 0; i < n; i++) print "john@smith.example," i }'; }
twice "everybody has one address" 256 60 0 'lead-import -q in >/dev/null' 50000

feed() { printf 'id,note\n'; awk 'BEGIN { for (i = 0; i < 2000; i++) { printf "%d,", i; for (k = 0; k < 200; k++) printf "a"; print "!" } }'; }
try "a pattern that tries everything" 64 60 0 "lead-score -q -w 'note matches \"(a+)+\$\"' in >/dev/null"
feed() { printf '{"id":"1","activities":'; head -c 400000 /dev/zero | tr '\0' '['; echo '}'; echo '{"id":"2"}'; }
try "400,000 brackets in a record" 16 5 3 'lead-score in >out'
feed() { head -c 4000000 /dev/zero | tr '\0' '['; }
try "4 million brackets of settings" 48 5 2 'lead-score -m in /dev/null'
try "4 million brackets" 32 5 3 'lead-score in'
feed() { echo id,source; yes 1 | head -n 3000000; }
try "3 million refused records" 16 60 0 'lead-score -q -j1 --rejects /dev/null in >/dev/null'
feed() { head -c $((GB * 100000000)) /dev/zero | gzip -1; }
try "$((GB * 100)) MB of NUL in gzip" 16 60 3 'lead-score in'
feed() {
	printf 'id,stage,created_at,activities\n1,interest,2026-01-01,"['
	awk -v n="$n" 'BEGIN { for (i = 0; i < n; i++) printf "%s{\"\"type\"\":\"\"%s\"\",\"\"at\"\":\"\"2026-01-%02dT%02d:%02d:%02dZ\"\"}",
	    i ? "," : "", i % 2 ? "page_view" : "demo_request", 1 + i / 3600 % 28, i / 60 % 24, i % 60, i % 60 }'
	printf ']"\n'
}
twice "a long history scored" 64 20 0 'lead-score -q --max-record 64M --now 2026-03-01 in >/dev/null' 40000
twice "a long history qualified" 64 20 0 'lead-qualify -q --max-record 64M --now 2026-03-01 in >/dev/null' 40000
feed() {
	printf 'id,stage,created_at,activities\n1,interest,2026-01-01,"['
	awk -v n="$n" 'BEGIN { for (i = 0; i < n; i++) printf "%s{\"\"type\"\":\"\"stage\"\",\"\"stage\"\":\"\"%s\"\",\"\"at\"\":\"\"2026-01-%02dT%02d:%02d:%02dZ\"\"}",
	    i ? "," : "", i % 2 ? "awareness" : "interest", 1 + i / 3600 % 28, i / 60 % 24, i % 60, i % 60 }'
	printf ']"\n'
}
twice "a long history, reentry" 64 20 0 'lead-funnel -q --max-record 64M --now 2026-03-01 --reentry any --window 30d in >/dev/null' 40000
exit $bad
