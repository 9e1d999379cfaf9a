#!/bin/sh
# check.sh - run every test of an object tree: tests/check.sh OBJECT-TREE [word...]
#
# Units and laws are programs that exit 0 when they hold.  Fuzz targets replay their corpus.
# Transcripts and the examples of the manual come last.  With words, only the tests whose path has one of them run.
# Real data is looked for in LEAD_SHARED, by default ../shared; tests that need it skip, visibly.
set -u
O=$1; shift
words=$*
passed=0 failed=0 skipped=0
: "${LEAD_SHARED:=../shared}"
LEAD_SHARED=$(cd "$LEAD_SHARED" 2>/dev/null && pwd) || LEAD_SHARED=
export LEAD_SHARED
[ -n "${LEAD_READ-}" ] || unset LEAD_READ
# ThreadSanitizer wants its addresses where they were when it was built.
calm=
case $O in *tsan) setarch -R true 2>/dev/null && calm="setarch -R" ;; esac

wanted() {
	[ -n "$words" ] || return 0
	for w in $words; do case $1 in *"$w"*) return 0 ;; esac; done
	return 1
}

try() {                 # command...: its status is the verdict, 77 is a skip
	$calm "$@"
	case $? in
	0) passed=$((passed + 1)) ;;
	77) skipped=$((skipped + 1)); echo "skipped $*" ;;
	*) failed=$((failed + 1)); echo "FAILED  $*" ;;
	esac
}

for t in "$O"/unit/*_test "$O"/prop/*_law; do
	[ -x "$t" ] && wanted "$t" && try "$t"
done
for t in tests/prop/*_law.cc; do
	b=$O/prop/$(basename "$t" .cc)
	[ -x "$b" ] || ! wanted "$b" || { skipped=$((skipped + 1)); echo "SKIPPED $b: make oracles"; }
done
for t in "$O"/fuzz/*_fuzz; do
	corpus=tests/fuzz/corpus/$(basename "$t" _fuzz)
	[ -x "$t" ] && [ -d "$corpus" ] && wanted "$t" && try "$t" "$corpus"
done
for t in tests/cli/*.t; do
	[ -e "$t" ] && wanted "$t" && try tests/run.sh "$O/bin" "$t"
done
for t in man/*.[157] README.md; do
	grep -q '^\$ ' "$t" 2>/dev/null && wanted "$t" && try tests/man.sh "$O/bin" "$t"
done
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
