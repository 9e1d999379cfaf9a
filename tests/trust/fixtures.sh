#!/bin/sh
# fixtures.sh - the files that the cases of trust/ read: tests/trust/fixtures.sh BINDIR FOLDER
#
# FOLDER is made anew.  The clock of all of them is 2 March 2026.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../examples
PATH=$(cd "$1" && pwd):$PATH
LC_ALL=C TZ=UTC0
export PATH LC_ALL TZ
now=2026-03-02T09:00:00Z
rm -rf "$2"
mkdir -p "$2/w"
cd "$2"

cp "$examples"/*.csv "$examples"/*.json .
lead-import -q --now $now -a activities.csv --rejects refused.csv export.csv |
	lead-score --now $now | lead-qualify --now $now >leads.csv
head -n 1 export.csv >header.csv
: >empty.csv
lead-score --now $now -T jsonl leads.csv >leads.jsonl
lead-score --now $now -T json leads.csv >leads.json
lead-score --now $now -T tsv leads.csv >leads.tsv
sed 's/,/;/g' small.csv | sed 's/"//g' | cut -d';' -f1-12 >semicolon.csv
gzip -9 <leads.csv >leads.csv.gz
gzip -9 <export.csv >export.csv.gz
head -c 900 leads.csv.gz >cut.csv.gz
cut -d, -f1-9 export.csv | iconv -f UTF-8 -t UTF-16 >utf16.csv
cut -d, -f1-9 export.csv | iconv -c -f UTF-8 -t WINDOWS-1252 >windows.csv
printf 'id,name,company\n1,"broken" row,x\n2,ragged\n3,"never\n4,fine,y\n5,a\0b,z\n6,\377,z\n' >broken.csv
printf 'Email,First Name,Last Name,Phone,Company\n' >twice.csv
printf '%s\n' ann@x.example,Ann,Smith,+4930123456,X 'ANN@x.example,,Smith,,X Ltd' \
	bob@y.example,Bob,Jones,,Y bob@y.example,Robert,Jones,,Y 'eve@z.example,Eve,Hill,,Z' >>twice.csv
sh "$here/leads.sh" >train.csv
lead-train -q train.csv >model.json 2>/dev/null
lead-score --print-default >b2b.json
lead-qualify --print-default >policy.json
lead-due --print-default >rules.json
lead-import -q --save-mapping mapping.json --rejects /dev/null export.csv >/dev/null
lead-funnel --partial funnel.csv >partial.csv
lead-due -q --now 2026-01-15 --state state.old leads.csv >/dev/null
cat >holidays.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//fixtures//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20260101
SUMMARY:New Year
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
ICS
cat >holidays.json <<'JSON'
{ "lead-sla": 1, "calendars": { "default": { "zone": "Europe/Berlin", "hours": { "mon-fri": "09:00-17:00" },
  "holidays_file": "holidays.ics" } },
  "rules": [ { "name": "a", "from": "created_at", "within": "1bd", "action": "call" } ] }
JSON
