#!/bin/sh
# check.sh - run every test of an object tree: tests/check.sh OBJECT-TREE [word...]
#
# Units and laws are programs that exit 0 when they hold.  Fuzz targets replay their corpus.
# The fault loops take samples (make torture takes all).  Transcripts and the examples of the manual come
# last.  With words, only the tests whose path has
# one of them run.  As many run at once as there are processors (JOBS=N says otherwise); what one
# of them prints is shown when it has ended.
# Real data is looked for in LEAD_SHARED, by default ../shared; tests that need it skip, visibly.
set -u
O=$1; shift
words=$*
: "${LEAD_SHARED:=../shared}"
LEAD_SHARED=$(cd "$LEAD_SHARED" 2>/dev/null && pwd) || LEAD_SHARED=
export LEAD_SHARED
[ -n "${LEAD_READ-}" ] || unset LEAD_READ
results=$(mktemp -d "${TMPDIR:-/tmp}/leadkit-check.XXXXXX")
: >"$results/verdicts"
trap 'rm -rf "$results"' EXIT
trap 'exit 1' HUP INT TERM
# ThreadSanitizer wants its addresses where they were when it was built.
calm=
case $O in *tsan) setarch -R true 2>/dev/null && calm="setarch -R" ;; esac

wanted() {
	[ -n "$words" ] || return 0
	for w in $words; do case $1 in *"$w"*) return 0 ;; esac; done
	return 1
}

all() {                 # a command a line
	for t in "$O"/unit/*_test "$O"/prop/*_law; do
		[ -x "$t" ] && wanted "$t" && echo "$t"
	done
	for t in "$O"/fuzz/*_fuzz; do
		corpus=tests/fuzz/corpus/$(basename "$t" _fuzz)
		[ -x "$t" ] && [ -d "$corpus" ] && wanted "$t" && echo "$t $corpus"
	done
	wanted tests/trust/faults.sh && echo "tests/trust/faults.sh $O"
	for t in tests/cli/*.t; do
		[ -e "$t" ] && wanted "$t" && echo "tests/run.sh $O/bin $t"
	done
	for t in man/*.[157] README.md; do
		grep -q '^\$ ' "$t" 2>/dev/null && wanted "$t" && echo "tests/man.sh $O/bin $t"
	done
}

# shellcheck disable=SC2016  # the shells that xargs starts expand it
all | xargs -r -d '\n' -P "${JOBS:-$(nproc)}" -n 1 sh -c '
	said=$(mktemp "$1/said.XXXXXX")
	$2 $3 >"$said" 2>&1
	case $? in
	0) verdict=passed ;;
	77) verdict=skipped; echo "skipped $3" >>"$said" ;;
	*) verdict=failed; echo "FAILED  $3" >>"$said" ;;
	esac
	flock "$1/lock" sh -c "cat \"\$1\"; echo \$2 >>\"\$3\"" - "$said" $verdict "$1/verdicts"
' - "$results" "$calm"

count() { grep -c "^$1\$" "$results/verdicts" 2>/dev/null; }
for t in tests/prop/*_law.cc; do
	b=$O/prop/$(basename "$t" .cc)
	[ -x "$b" ] || ! wanted "$b" || { echo skipped >>"$results/verdicts"; echo "SKIPPED $b: make oracles"; }
done
passed=$(count passed) failed=$(count failed)
echo "$passed passed, $failed failed, $(count skipped) skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
