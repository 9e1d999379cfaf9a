#!/bin/sh
# deps.sh - install what is missing, by Debian's package names: tests/deps.sh SET...
#
# Sets: build (compile, test and demo), fuzz, oracles, locales, extras, analysis, prove, bench, readers.
# Says what it does; does nothing, silently, when everything is there.
set -eu

packages() {
	case $1 in
	build) echo gcc make libc6-dev pkg-config libcsv-dev libjansson-dev check zlib1g-dev \
		libutf8proc-dev libidn2-dev libpsl-dev libpcre2-dev libxxhash-dev nettle-dev libical-dev \
		tzdata mandoc jq ;;
	fuzz) echo clang libclang-rt-14-dev ;;
	oracles) echo g++ libphonenumber-dev liblinear-dev ;;
	locales) echo locales ;;
	extras) echo chromium fonts-dejavu-core parallel sqlite3 cron msmtp python3-icalendar \
		libmonitoring-plugin-perl ;;
	analysis) echo python3-jsonschema clang-format clang-tidy clang-tools cppcheck shellcheck valgrind gcovr strace ;;
	prove) echo frama-c-base ;;
	bench) echo miller sqlite3 mawk jq nodejs npm ;;
	readers) echo nodejs npm ;;
	*) echo "deps.sh: no set called $1" >&2; exit 2 ;;
	esac
}

missing=
for set in "$@"; do
	for p in $(packages "$set"); do
		# A program that is there in another package's clothes (nodejs, say) will do.
		dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok installed' ||
			command -v "$p" >/dev/null 2>&1 || missing="$missing $p"
	done
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null 2>&1 || {
		echo "deps: missing:$missing" >&2
		echo "deps: install them as root: apt-get install$missing" >&2
		exit 1
	}
	as_root=sudo
fi
echo "deps: installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
