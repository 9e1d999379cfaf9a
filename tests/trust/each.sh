#!/bin/sh
# each.sh - one command, with every tool: each.sh 'COMMAND', where $T is the tool and $IN its input.
#
# Shows the status, how what came out on standard output (and in the file "named") compares with
# that of a calm run (whole, its beginning, nothing, other), what was said, and what was left lying
# about.  Tools that did the same are shown together, under the names of all: TOOL is its name.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
IN=leads.csv
export IN T
[ -e $IN ] || { sh "$top/tests/trust/leads.sh" >$IN; mkdir calm; }

compare() {             # file
	size=$(wc -c <"$1")
	if cmp -s calm/"$tool" "$1"; then echo whole
	elif [ "$size" -eq 0 ]; then echo nothing
	elif head -c "$size" calm/"$tool" | cmp -s - "$1"; then echo its beginning
	else echo other; fi
}

show() {
	echo "$status $(compare out)"
	[ ! -e named ] || echo "  in the file: $(compare named)"
	sed "s/$tool/TOOL/g; s/^/  /" err
	find . -name '.*~' -o -name 'leadkit-*' | sed 's/^/  LEFT /'
}

rm -rf said; mkdir said
command -v lead-score >/dev/null || exit 2
for path in "$top"/cmd/*.c; do
	tool=$(basename "$path" .c)
	T="$tool --now 2026-03-02T09:00:00Z -j1 -q"
	[ -e calm/"$tool" ] || $T $IN >calm/"$tool" 2>/dev/null </dev/null
	rm -f out err named
	sh -c "$1" >out 2>err
	status=$?
	show >said/"$tool"
done
names=$(cd said && echo *)
for tool in $names; do
	[ -e said/"$tool" ] || continue
	same=
	mv said/"$tool" said.now
	for other in $names; do
		if [ "$other" = "$tool" ] || cmp -s said.now said/"$other"; then
			same="$same $other"
			rm -f said/"$other"
		fi
	done
	[ "$same" != " $names" ] || same=" every tool"
	sed "1s/^/${same# }: /" said.now
done
rm -rf said said.now
