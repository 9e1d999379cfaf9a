#!/bin/sh
# analyse.sh - analysers over lib/ and cmd/, generated tables apart: tests/analyse.sh [NAME...]
#
# Names: clang gcc tidy scan cppcheck shellcheck valgrind; without one, all of them.  Each must be silent, or the
# status is 1.  What is switched off has its reason beside it (clang-tidy's is in .clang-tidy).
set -u
bad=0
sources=$(find lib cmd -name '*.c' ! -name '*_table.c' | sort)
# shellcheck disable=SC2089  # the quotes are the macro's
flags='-std=c11 -Ilib -D_POSIX_C_SOURCE=200809L -DVERSION="0"'

each() {                # a command: for some sources at a time, on all processors
	# shellcheck disable=SC2086  # a list of words
	printf '%s\n' $sources | xargs -P "$(nproc)" -n 8 "$@" 2>&1
}

silent() {              # the name of an analyser, what it said
	if [ -n "$2" ]; then
		printf 'analyse: %s\n%s\n' "$1" "$2"
		bad=1
	else
		echo "analyse: $1: clean"
	fi
}

# clang, everything but
#   declaration-after-statement, covered-switch-default, switch-enum, switch-default, padded: taste
#   disabled-macro-expansion: of the C library's own macros
#   sign-conversion: sizes into flags and shifts; -Wconversion's other halves stand
#   float-equal: exact comparisons with 0 and 1, and of what was computed the same way
#   conditional-uninitialized: sees no further than the function; gcc's -Wmaybe-uninitialized stands
#   double-promotion: NAN is a float
#   bad-function-cast: whole numbers from and to enums and doubles, written as casts on purpose
#   comma: two assignments in one branch of a ladder, a step in a loop's condition
#   assign-enum: flags of utf8proc, or-ed;  used-but-marked-unused: in xxhash's header
#   format-nonliteral: one table of constant formats;  missing-noreturn: handlers called by pointer
#   atomic-implicit-seq-cst: the strongest order is what is wanted
#   implicit-int-conversion: enums into the small members of packed structs
#   reserved-macro-identifier: _DEFAULT_SOURCE, which asks the C library for more
except="declaration-after-statement covered-switch-default switch-enum switch-default padded
	disabled-macro-expansion sign-conversion float-equal conditional-uninitialized double-promotion
	bad-function-cast comma assign-enum used-but-marked-unused format-nonliteral missing-noreturn
	atomic-implicit-seq-cst implicit-int-conversion reserved-macro-identifier"

check_clang() {
	# shellcheck disable=SC2046,SC2086,SC2090  # lists of words
	silent "clang -Weverything" "$(each clang $flags -fsyntax-only -Weverything \
	    $(printf -- '-Wno-%s ' $except))"
}

# gcc's warnings that clang has not, and its analyser, which is wrong at
#   malloc-leak in arena.c, memo.c, encoding.c, format_json_split.c: what is kept in a struct that is
#     known by a pointer; ASan looks for leaks in every test
#   null-argument in buf.h: there is room for n > 0 bytes, so there is a buffer
#   null-dereference in fingerprint.c: of no bytes, in a loop over none
#   use-of-uninitialized-value in text.c and text_fold.c: one turn at least
strict="all extra pedantic shadow strict-prototypes missing-prototypes old-style-definition vla alloca
	undef format=2 no-format-nonliteral write-strings cast-align=strict cast-qual pointer-arith logical-op
	duplicated-cond duplicated-branches jump-misses-init redundant-decls nested-externs conversion
	no-sign-conversion float-conversion unused-macros trampolines strict-overflow=2"
known='lib/(base/(arena|err)|lead/memo|record/(encoding|format_json_split))\.[ch]:.*-malloc-leak
lib/base/buf\.h:.*-null-argument
lib/due/fingerprint\.c:.*-null-dereference
lib/value/text(_fold)?\.c:.*-use-of-uninitialized-value'

check_gcc() {
	# shellcheck disable=SC2016,SC2046,SC2086,SC2090
	silent "gcc -fanalyzer" "$(each sh -c 'flags=$1; shift; for f; do gcc $flags -S -o /dev/null $f; done' - \
	    "$flags -fanalyzer -fdiagnostics-plain-output -fanalyzer-verbosity=0 $(printf -- '-W%s ' $strict)" |
	    grep -E '(warning|error):' | grep -vE "$known")"
}

check_tidy() {
	# shellcheck disable=SC2016,SC2090
	silent clang-tidy "$(each sh -c 'flags=$1; shift; clang-tidy --quiet "$@" -- $flags' - "$flags" |
	    grep -E '(warning|error):')"
}

# clang's analyser with the checkers that scan-build runs, without a build around it.
check_scan() {
	# shellcheck disable=SC2086,SC2090
	silent "clang --analyze" "$(each clang $flags --analyze --analyzer-output text \
	    -Xclang -analyzer-checker=optin.portability)"
}

# cppcheck, but
#   internalAstError: version 2.10 cannot parse a compound literal between ? and :
#   memleak in format_json_split.c: realloc's results are kept in the struct that it fills
#   uninitvar in config_tree.c: `used` is filled through a pointer to a function; in funnel.c: `ahead`
#     is filled through a pointer; in stages.c: no places are sorted
#   uninitStructMember in delivery.c: `row` is filled where store_alone says 1
check_cppcheck() {
	# shellcheck disable=SC2086,SC2090
	silent cppcheck "$(cppcheck -j "$(nproc)" ${flags#-std=c11} --std=c11 --enable=warning,performance,portability --quiet \
	    --suppress=internalAstError --suppress=memleak:lib/record/format_json_split.c \
	    --suppress=uninitvar:lib/lead/config_tree.c --suppress=uninitvar:lib/funnel/funnel.c \
	    --suppress=uninitvar:lib/funnel/stages.c --suppress=uninitStructMember:lib/import/delivery.c \
	    -i lib/value/phone_table.c \
	    -i lib/value/contact_table.c lib cmd 2>&1)"
}

check_shellcheck() {
	silent shellcheck "$(shellcheck -x -S warning tests/*.sh tests/*/*.sh examples/*.sh .ci/run 2>&1)"
}

# What is read without having been written, which no sanitizer of gcc sees: every tool over the examples,
# in every format, and over what is broken.
valgrind_jobs() {
	cat <<-'JOBS'
		lead-import --activities examples/activities.csv examples/export.csv
		lead-import --match fuzzy --merge-log merged.csv examples/export.csv
		lead-import --to jsonl examples/export.csv
		lead-score --explain -j2 leads.csv
		lead-score --what-if --to jsonl leads.csv
		lead-score --top 3 leads.jsonl
		lead-score --why 100001 broken.csv
		lead-qualify --explain leads.csv
		lead-qualify leads.jsonl
		lead-funnel --by source,owner --times --money --attribution leads.csv
		lead-funnel -T html --cohort month leads.csv
		lead-due -T table leads.csv
		lead-due -T ics leads.jsonl
		lead-train --outcome status=won leads.csv
	JOBS
}

check_valgrind() {
	make -s all || return
	dir=$(mktemp -d) bin=$PWD/build/release/bin
	trap 'rm -rf "$dir"' EXIT
	cp -r examples "$dir"
	said=$(cd "$dir" && {
		"$bin/lead-import" -q --activities examples/activities.csv examples/export.csv >leads.csv 2>/dev/null
		"$bin/lead-score" -q --to jsonl leads.csv >leads.jsonl
		printf 'id,email\n1,"broken\n2,x@y.example\n3,\377\n4,a,b' >broken.csv
		valgrind_jobs | while read -r tool args; do
			# shellcheck disable=SC2086  # a list of words
			valgrind -q "$bin/$tool" -q $args </dev/null >/dev/null 2>said
			[ $? -ne 2 ] || echo "$tool $args: cannot be run"
			grep '^==' said && echo "in $tool $args"
		done
	})
	silent valgrind "$said"
}

[ $# -gt 0 ] || set -- clang gcc tidy scan cppcheck shellcheck valgrind
for name; do
	case $name in
	clang | gcc | tidy | scan | cppcheck | shellcheck | valgrind) "check_$name" ;;
	*) echo "analyse: no analyser called $name" >&2; exit 2 ;;
	esac
done
exit $bad
