#!/bin/sh
# torture.sh - every fault, and abuse by size, with figures: tests/trust/torture.sh OBJECT-TREE
set -u
bad=0
for part in "faults.sh $1 all" "abuse.sh $1"; do
	# shellcheck disable=SC2086  # a list of words
	sh tests/trust/$part || bad=1
done
exit $bad
