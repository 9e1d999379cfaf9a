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

say "1. A CRM's export goes in; clean, scored, qualified leads come out."
lead-import --now "$now" --activities "$here/activities.csv" --rejects "$work/rejects.csv" \
	--summary="$work/import.json" "$here/export.csv" |
	lead-score --now "$now" --explain |
	lead-qualify --now "$now" >"$work/leads.csv"

say "2. The totals of the import, and the row that could not be read:"
cat "$work/import.json"
cut -d, -f2-5 "$work/rejects.csv"

say "3. The best five:"
lead-score --now "$now" --where 'qualification in (sql, mql)' --columns first_name,last_name,company,score,grade \
	"$work/leads.csv" | { read -r header; echo "$header"; sort -t, -k4,4nr; } | head -6

say "4. The funnel, by where people came from:"
lead-funnel --now "$now" --to table "$work/leads.csv"

say "5. Who is waiting for us:"
lead-due --now "$now" --to table "$work/leads.csv" | head -20
