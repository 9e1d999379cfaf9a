#!/bin/sh
# analyse.sh - static analysers over lib/ and cmd/, generated tables apart: tests/analyse.sh
#
# Each must be silent.  What is switched off has its reason beside it.
set -u
bad=0
sources=$(find lib cmd -name '*.c' ! -name '*_table.c' | sort)
# shellcheck disable=SC2089  # the quotes are the macro's
flags="-Ilib -D_POSIX_C_SOURCE=200809L -DVERSION=\"0\""

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
except="declaration-after-statement covered-switch-default switch-enum switch-default padded
	disabled-macro-expansion sign-conversion float-equal conditional-uninitialized double-promotion
	bad-function-cast comma assign-enum used-but-marked-unused format-nonliteral missing-noreturn
	atomic-implicit-seq-cst implicit-int-conversion"
# shellcheck disable=SC2046,SC2086,SC2090  # lists of words
said=$(printf '%s\n' $sources | xargs -P "$(nproc)" -n 8 clang -std=c11 $flags -fsyntax-only -Weverything \
    $(printf -- '-Wno-%s ' $except) 2>&1)
silent "clang -Weverything" "$said"

# cppcheck, but
#   internalAstError: version 2.10 cannot parse a compound literal between ? and :
#   memleak in format_json_split.c: realloc's results are kept in the struct that it fills
#   uninitvar in config_tree.c: `used` is filled through a pointer to a function
# shellcheck disable=SC2086,SC2090
said=$(cppcheck -j "$(nproc)" $flags --std=c11 --enable=warning,performance,portability --quiet \
    --suppress=internalAstError --suppress=memleak:lib/record/format_json_split.c \
    --suppress=uninitvar:lib/lead/config_tree.c -i lib/value/phone_table.c -i lib/value/contact_table.c \
    lib cmd 2>&1)
silent cppcheck "$said"

said=$(shellcheck -S warning tests/*.sh tests/*/*.sh examples/*.sh .ci/run 2>&1)
silent shellcheck "$said"
exit $bad
