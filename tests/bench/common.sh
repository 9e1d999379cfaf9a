# shellcheck shell=sh disable=SC2034
# common.sh - what the benches share.  Sourced by each, with its arguments, it sets
#
#	O         the object tree, the first argument; its programs are in PATH
#	here      this folder
#	BENCH     quick, unless it was given as full
#	duckdb    yes when node has DuckDB, by PEERS (make bench-deps: build/bench), else empty
#
# and goes to a folder of its own in memory, where ./leads, ./clock and ./cells are; $disk is one
# that is not.
set -eu
O=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${PEERS:-build/bench}" 2>/dev/null && pwd) || PEERS=
export PEERS
case ${BENCH:=quick} in
quick | full) ;;
*) echo "bench: BENCH is quick or full" >&2; exit 2 ;;
esac

memory=/dev/shm
if [ ! -d $memory ] || [ ! -w $memory ]; then
	memory=${TMPDIR:-/tmp}
	echo "no /dev/shm: files are in $memory"
fi
work=$(mktemp -d "$memory/leadkit-bench.XXXXXX")
disk=$(mktemp -d "$O/bench.XXXXXX")
trap 'rm -rf "$work" "$disk"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
for tool in leads clock cells; do ${CC:-cc} -O2 -o $tool "$here/$tool.c"; done
PATH=$O/bin:$PATH

have() {
	command -v "$1" >/dev/null || { echo "$1: not here, skipped (make bench-deps)"; return 1; }
}
duckdb=
if [ -n "$PEERS" ] && [ -d "$PEERS/node_modules/@duckdb/node-api" ]; then
	! have node || duckdb=yes
else
	echo "DuckDB: not here, skipped (make bench-deps)"
fi

# Threads, and everything but copying, lose on a machine that has other things to do.
awk '$1 > 0.5 { print "the machine is busy (load " $1 "): look at processor seconds" }' \
	/proc/loadavg 2>/dev/null || :

# What is to be timed: a name, and a line for sh; put: a command that makes `out`; put_out: one that
# writes to standard output.
add() { printf '%s\t%s\n' "$1" "$2" >> list; }
put() { add "$1" "rm -f out; exec $2"; }
put_out() { put "$1" "$2 > out"; }

measure() {     # rounds: run what was put; added to `measured`
	./clock "$1" < list >> measured
	rm -f out list
}

# What was measured; a column of ratios to each of the names.
table() {       # input, name...
	bytes=$(wc -c < "$1")
	shift
	awk -F '\t' -v bytes="$bytes" -v others="$(printf '%s\t' "$@")" '
	{ line[NR] = $0; wall[$1] = $2 }
	END {
		n = split(others, other) - 1
		printf "%-34s %9s %9s %7s %7s", "", "seconds", "cpu s", "MB/s", "MiB"
		for (k = 1; k <= n; k++)
			printf "  / %s", other[k]
		print ""
		for (i = 1; i <= NR; i++) {
			split(line[i], f)
			printf "%-34s %9.3f %9.3f %7.0f %7.1f", f[1], f[2], f[4], bytes / 1e6 / f[2], f[5] / 1024
			for (k = 1; k <= n; k++)
				printf "  %*.2f", length(other[k]) + 2, f[2] / wall[other[k]]
			print f[6] ? "   FAILED" : ""
		}
	}' measured
}

# What has to be reached, said at the end: a figure against its limit; a ratio of two that were
# measured, if both were, by the clock and by processor seconds.
must() {        # words, figure, relation, limit
	awk -v words="$1" -v x="$2" -v relation="$3" -v limit="$4" 'BEGIN {
		met = relation == "<=" ? x + 0 <= limit + 0 : x + 0 >= limit + 0
		printf "  %-56s %8.2f   %s %s   %s\n", words, x, relation, limit, met ? "yes" : "NO"
	}' >> bars
}
bar() {         # words, numerator, denominator, relation, limit
	awk -F '\t' -v a="$2" -v b="$3" '
		$1 == a { x = $2; busy = $4 } $1 == b { y = $2; cpu = $4 }
		END { if (x && y && cpu) printf "%f %.2f\n", x / y, busy / cpu }' measured |
		while read -r ratio cpu; do must "$1 (cpu $cpu)" "$ratio" "$4" "$5"; done
}
mib() {         # name: the most memory it had
	awk -F '\t' -v name="$1" '$1 == name { print $5 / 1024 }' measured
}
say_bars() {
	printf '\nwhat has to be reached\n'
	cat bars
}
: > bars
: > measured
