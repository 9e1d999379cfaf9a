#!/bin/sh
# plain.sh - is lead-score, as found on the PATH, built without a sanitizer?  They do not live with little
# memory, nor with another malloc.
! grep -q -e __asan_init -e __tsan_init "$(command -v lead-score)"
