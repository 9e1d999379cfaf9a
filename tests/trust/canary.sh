#!/bin/sh
# canary.sh - personal data in messages: every tool, with a word in every cell that nobody may repeat.
#
# Prints each line of standard error, of the summary and of a state file with that word in it, and
# how many runs there were.  With an argument, it is one more option of every run.
set -u
word=Xyzzyqx
more=${1-} runs=0
now="--now 2026-03-02T09:00:00Z"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# Every canonical field and a foreign one; then the ways in which a row, a cell, a file can be bad.
fields=$(echo id,email,phone,first_name,last_name,full_name,birth_date,\
title,company,website,street,city,region,postal_code,country,industry,employees,annual_revenue,source,\
source_detail,medium,campaign,direction,magnet,referred_by,variant,stage,status,lost_reason,owner,value,\
on_hold,attempts,budget,authority,need,timeframe,consent,email_opt_out,do_not_call,created_at,updated_at,\
first_contacted_at,last_contacted_at,last_activity_at,next_follow_up_at,closed_at,awareness_at,activities,\
score,grade,qualification,notes)
row() { echo "$fields" | sed "s/[^,]*/$1/g"; }
sound="1,$word@$word.example,,$word,$word"
{ echo "$fields"; row $word; row "$word 12"; row "-$word"; row "\"$word, $word\""; } >cells.csv
{ echo id,email,phone,first_name,last_name; echo "$sound"; echo "$sound,$word"; echo "$word"; } >ragged.csv
{ echo id,email,phone,first_name,last_name; echo "$sound"; echo "2,\"$word\"$word,,,"; echo "$sound"; } >behind.csv
{ echo id,email,phone,first_name,last_name; echo "$sound"; echo "2,\"$word,,,"; echo "$word"; } >open.csv
{ echo id,email,phone,first_name,last_name; printf '1,%s\0%s,,,\n2,%s\377,,,\n3,\033[1m%s,,,\n' $word $word $word $word; } >bytes.csv
{ echo '{"id": "1", "email": "'$word'", "created_at": "'$word'", "activities": "'$word'"}'
	echo '{"id": "2", "email": "'$word'" '$word'}'
	echo '{"id": "3", "email": {"'$word'": "'$word'"}, "activities": [{"'$word'": "'$word'", "at": "'$word'"}]}'
	echo '["'$word'"]'; echo '"'$word; echo $word; echo '{"id": "4", "employees": "'$word; } >bad.jsonl
{ printf '[{"id": "1", "email": "%s"}, {"id": "%s" "%s"}, %s' $word $word $word $word; } >bad.json
{ echo id,email,activities,created_at
	echo "1,$word,\"[{\"\"type\"\": \"\"$word\"\", \"\"at\"\": \"\"$word\"\"}]\",2026-02-30"
	echo "2,$word,\"[{\"\"type\"\": \"\"$word\",$word"; echo "3,$word,$word,$word"; } >history.csv
{ echo id,email; awk -v w=$word 'BEGIN { printf "1,"; for (i = 0; i < 200000; i++) printf "%s", w; print "" }'; } >long.csv
gzip -c cells.csv | head -c 200 >cut.csv.gz
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE cells.csv | head -c 301; } >half.csv
{ echo lead_id,email,type,at; echo "$word,$word,$word,$word"; } >log.csv

run() {                 # a tool and its options: what it says is looked through
	runs=$((runs + 1))
	# shellcheck disable=SC2086  # an option or none
	"$@" $now $more --summary=sum >out 2>err </dev/null
	for said in err sum state; do
		if [ -e $said ] && grep -a -i -q $word $said; then
			echo "$*: $said: $(grep -a -i -m 1 $word $said | cut -c1-200)"
		fi
	done
	rm -f sum state
}

for f in cells ragged behind open bytes history long half; do mv $f.csv $f; done
for f in cells ragged behind open bytes history long half bad.jsonl bad.json cut.csv.gz; do
	for how in -v '--lenient -T json --rejects r'; do
		for tool in import score train qualify funnel due; do
			# shellcheck disable=SC2086
			run lead-$tool $how $f
		done
	done
	run lead-import --match fuzzy --nicknames -a log.csv --check $f
	run lead-import -a $f cells
	run lead-import --strict-mapping --encoding UTF-16 $f
	run lead-score --explain --why 1 --compare b2c $f
	run lead-qualify --explain -w 'employees > 5 and created_at > 2026-01-01' $f
	run lead-due --state state --all -T csv --explain $f
	run lead-due --state state -T text $f
	run lead-funnel --ab variant --money -T json $f
	run lead-train --outcome 'status = won' --weight value $f
done
echo "$runs runs"
