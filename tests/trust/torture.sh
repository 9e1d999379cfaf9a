#!/bin/sh
# torture.sh - all that can go wrong, with figures: tests/trust/torture.sh OBJECT-TREE [PART...]
#
#	abuse	input made to hurt by its size or its shape
#	faults	every allocation, every system call, kills, short reads
#	fuzz	ten million runs of the fuzz targets (FUZZ_RUNS); they are built first
#
# All of them, or the parts that are named; how long each took comes behind it.
set -u
O=$1 bad=0
shift
[ $# -gt 0 ] || set -- abuse faults fuzz
for part; do
	begun=$(date +%s) verdict=ok
	echo "== $part"
	case $part in
	abuse) sh tests/trust/abuse.sh "$O" ;;
	faults) sh tests/trust/faults.sh "$O" all ;;
	fuzz) "${MAKE:-make}" --no-print-directory -s fuzz FUZZ_RUNS="${FUZZ_RUNS:-10000000}" \
	    FUZZ_SECONDS="${FUZZ_SECONDS:-20}" ;;
	*) echo "torture.sh: no part $part" >&2; exit 2 ;;
	esac || verdict=FAILED bad=1
	echo "== $part: $verdict, $(($(date +%s) - begun)) s"
done
exit $bad
