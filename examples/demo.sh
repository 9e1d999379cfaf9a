#!/bin/sh
# demo.sh - from a CRM's export to people to call: the main job, on 37 invented leads.
#
# `make demo` runs it.  The clock is fixed, so the result is the same every day.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
now=2026-03-02T09:00:00Z

say() { printf '\n\033[1m%s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9]*m//g'; fi; }

say "1. A CRM's export goes in, dirty as it is:"
sed -n '1p;9,10p' "$here/export.csv" | cut -c 1-110
lead-import --now "$now" --activities "$here/activities.csv" --rejects "$work/rejects.csv" \
	--summary="$work/import.json" "$here/export.csv" 2>/dev/null |
	lead-score --now "$now" --explain |
	lead-qualify --now "$now" >"$work/leads.csv"

say "2. Clean, scored, qualified leads come out; every row is accounted for:"
sed 's/, "repaired".*/}/' "$work/import.json"
tail -n +2 "$work/rejects.csv" | cut -d, -f2-5 | sed 's/^/refused: line /'

say "3. The best five, and what to ask them:"
lead-score --now "$now" --top 5 --where 'qualification != disqualified' \
	-c first_name,last_name,company,score,grade,qualification,next_question "$work/leads.csv"

say "4. The funnel:"
lead-funnel --now "$now" --to table "$work/leads.csv"

say "5. Who is waiting for us:"
lead-due --now "$now" --to table "$work/leads.csv" | head -8
