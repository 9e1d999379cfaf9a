#!/bin/sh
# audit.sh - was a lead lost on the way?  audit.sh SUMMARY...
#
# The files of --summary=FILE, in the order of the pipe.  Of each tool: what it read is what it wrote,
# merged, filtered and rejected.  Between two: what one wrote is what the next read, to the row, the
# line, the byte, and the sum over all rows, which no order changes.  (Something of your own may
# stand between them, sort say; then put -- between their files, and only rows and sums are compared.)
# What lead-import --against took from its master file comes out besides, as "already there".  Files of
# lead-qualify --split are where a pipe ends: each of them goes its own way, with an audit of its own.
# Status 1 when it does not add up.
set -eu
[ $# -gt 0 ] || { echo "usage: audit.sh SUMMARY..." >&2; exit 2; }
for file; do
	if [ "$file" = -- ]; then echo --; else cat -- "$file"; fi
done | awk '
function of(key) {                      # the value of a member, as text
	if (!match($0, "\"" key "\": (\"[^\"]*\"|[0-9]+)"))
		return "missing"
	value = substr($0, RSTART + length(key) + 4, RLENGTH - length(key) - 4)
	gsub("\"", "", value)
	return value
}
function grouped(n,    text) {          # 9240: 9,240
	for (n += 0; n >= 1000; n = int(n / 1000))
		text = sprintf(",%03d", n % 1000) text
	return n text
}
function wrong(what) {
	print "audit: " what
	bad = 1
}
function same(what, wrote, reads) {
	if (wrote != reads)
		wrong(before " wrote " wrote " " what ", " tool " read " reads)
}
$0 == "--" {
	apart = 1
	next
}
{
	tool = of("tool")
	master = match($0, "\"master\": {\"leads\": [0-9]+") ? substr($0, RSTART + 20, RLENGTH - 20) : 0
	if (of("read") != of("written") + of("merged") + of("filtered") + of("rejected"))
		wrong(tool " read " of("read") " and does not say where all of them went")
	if (before == "")
		first = of("read")
	else {
		same("records", rows, of("read"))
		if (!master)            # whose rows it has read, too
			same("as sum of rows", sum, of("row_sum"))
		if (!apart && !master) {
			same("lines", lines, of("lines"))
			same("bytes", bytes, of("bytes"))
		}
	}
	before = tool
	rows = of("written") + master
	there += master
	sum = of("row_sum_written")
	lines = of("lines_written")
	bytes = of("bytes_written")
	merged += of("merged")
	filtered += of("filtered")
	named += of("rejected")
	apart = 0
}
END {
	text = grouped(first) " in, " grouped(rows) " out"
	if (there)
		text = text ", " grouped(there) " already there"
	if (merged)
		text = text ", " grouped(merged) " merged"
	if (filtered)
		text = text ", " grouped(filtered) " filtered"
	if (named)
		text = text ", " grouped(named) " named"
	print text ", " (bad ? "and it does not add up" : "none lost")
	exit bad
}'
