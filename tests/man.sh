#!/bin/sh
# man.sh - run the examples of manual pages and of the README: tests/man.sh BINDIR PAGE...
#
# In a literal display (.Bd -literal; in Markdown, ```console), a line "$ command" is run and the
# lines below it, up to
# the next "$ " or the end of the display, are what it must print on standard output.  The files
# of examples/ are at hand.  So a page becomes a transcript, and run.sh does the rest.
set -u
bin=$1; shift
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
bad=0

for page; do
	t=$work/$(basename "$page").t
	{
		echo "  \$ cp \$EXAMPLES/* ."
		awk '
			/^\.Bd -literal|^```console/ { inside = 1; next }
			/^\.Ed|^```$/ { inside = 0; on = 0; print ""; next }
			!inside { next }
			{ gsub(/\\&/, ""); gsub(/\\-/, "-"); gsub(/\\e/, "\\") }
			/^\$ / { on = 1; print "  " $0; next }
			/^> / && on { print "  " $0; next }
			on { print "  " $0 }
		' "$page"
	} >"$t"
	ANY_STATUS=1 tests/run.sh "$bin" "$t" >"$work/log" || { bad=1; sed "s|$work/||g" "$work/log"; continue; }
	echo "ok      $page"
done
exit $bad
