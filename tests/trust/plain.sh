#!/bin/sh
# plain.sh - is lead-score, as found on the PATH, built without a sanitizer?  They do not live with little
# memory, nor with another malloc.  plain.sh release: and as it is installed, hardened and in a sandbox?
other=
[ "${1-}" != release ] || other='-e __gcov_init -e liblead.so'
# shellcheck disable=SC2086  # two options, or none
! grep -q -e __asan_init -e __tsan_init -e __ubsan_handle $other "$(command -v lead-score)"
