#!/bin/sh
# faults.sh - the fault loops: tests/trust/faults.sh OBJECT-TREE [all]
#
# Every case of `cases` with a few faults of each kind; with `all`, with every one there is.  loop.c says
# what must hold.
set -u
O=$1 all=${2-} nice=
PATH=$O/bin:$PATH sh tests/trust/plain.sh || exit 77
here=tests/trust bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh $here/fixtures.sh "$O/bin" "$work/files" || exit 1
# libical, which reads holidays, does not look whether it got its memory.
grep -v holidays $here/cases >"$work/hungry"
grep -e 'w/state' -e '-m w/model' -e '-o w/out leads.csv' $here/cases >"$work/saving"

loop() {                # cases, then options and kind
	cases=$1; shift
	$nice "$O/trust/loop" -j2 "$@" "$O/bin" "$O/trust/fault.so" "$cases" "$work/files" || bad=1
}

if [ -n "$all" ]; then
	nice='nice'
	loop "$work/hungry" alloc
	loop $here/cases call
	loop $here/cases kill
	loop $here/cases -n 50 short
	loop "$work/saving" -n $((5000 / $(wc -l <"$work/saving") + 1)) random
else
	loop "$work/hungry" -n 4 alloc
	loop $here/cases -n 2 call
	loop $here/cases -n 2 kill
	loop $here/cases -n 1 short
fi
exit $bad
