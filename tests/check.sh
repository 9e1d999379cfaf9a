#!/bin/sh
# check.sh - run every test of an object tree: tests/check.sh OBJECT-TREE [name...]
#
# Units and laws are programs that exit 0 when they hold.  Fuzz targets replay their corpus.
# Transcripts come last.  With names, only the tests whose path contains one of them run.
set -u
O=$1; shift
passed=0 failed=0

wanted() {              # is this test among those asked for?
	[ -n "$names" ] || return 0
	for w in $names; do case $1 in *"$w"*) return 0 ;; esac; done
	return 1
}
names=$*

try() {                 # name, command...
	wanted "$1" || return 0
	shift_name=$1; shift
	if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED  $shift_name"; fi
}

for t in "$O"/unit/*_test "$O"/prop/*_law; do
	[ -x "$t" ] && try "$t" "$t"
done
for t in "$O"/fuzz/*_fuzz; do
	[ -x "$t" ] || continue
	corpus=tests/fuzz/corpus/$(basename "$t" _fuzz)
	[ -d "$corpus" ] && try "$t" "$t" "$corpus"
done
for t in tests/cli/*.t; do
	[ -e "$t" ] && try "$t" tests/run.sh "$O/bin" "$t"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
