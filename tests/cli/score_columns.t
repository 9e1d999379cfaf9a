The points of any group as a column: --columns=+group.NAME.

  $ cat > m.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "max": 25, "rules": [
  >     { "name": "chief", "when": "title contains chief", "points": 20 },
  >     { "name": "boss", "when": "title contains chief", "points": 10 } ] },
  >   { "name": "buying intent", "rules": [
  >     { "name": "size", "field": "employees", "bins": [ ["..9", -5], ["10..", 7.5] ] } ] },
  >   { "name": "where, from", "rules": [
  >     { "name": "source", "field": "source", "map": { "webinar": 3 } } ] } ] }
  > .
  $ printf 'id,title,employees,source\n1,Chief,60,webinar\n2,Clerk,3,\n' > l.csv

Nobody who does not ask gets it.  A group is worth what its limits leave: 20 + 10 is held at 25.

  $ lead-score -m m.json l.csv
  id,title,employees,source,score,fit
  1,Chief,60,webinar,35.5,25
  2,Clerk,3,,-5,0
  $ lead-score -m m.json -c +group.fit l.csv
  id,title,employees,source,score,fit,group.fit
  1,Chief,60,webinar,35.5,25,25
  2,Clerk,3,,-5,0,0

Several, with blanks or `_` for them, in any case; with a comma, in backquotes; in a list as well.

  $ lead-score -m m.json -c '+group.buying intent,+`group.where, from`,-fit' l.csv
  id,title,employees,source,score,group.buying intent,"group.where, from"
  1,Chief,60,webinar,35.5,7.5,3
  2,Clerk,3,,-5,-5,0
  $ lead-score -m m.json -c 'Group.Buying_Intent,id,`group.where, from`' l.csv
  group.buying intent,id,"group.where, from"
  7.5,1,3
  -5,2,0
  $ lead-score -m m.json -c 'id,group.buying intent,grade' l.csv
  ! lead-score: --columns: no column "grade"
  [2]

JSON: a number.  With --top, --compare and --explain it is a column like any other.

  $ lead-score -m m.json -T jsonl l.csv > l.jsonl
  $ lead-score -m m.json -c 'id,group.buying intent' l.jsonl
  {"id":"1","group.buying intent":7.5}
  {"id":"2","group.buying intent":-5}
  $ lead-score -m m.json -T json --top 1 --explain -c 'id,group.buying intent,score_reasons' l.csv
  [
  {"id":"1","group.buying intent":7.5,"score_reasons":["chief +20","boss +10","fit capped -5","size +7.5","source +3"]}
  ]
  $ lead-score -m m.json -T csv -c 'id,group.fit' l.jsonl
  id,group.fit
  1,25
  2,0

Scoring what was scored replaces it where it stands; who does not ask keeps what is there.

  $ lead-score -m m.json -c +group.fit l.csv | sed 's/,25$/,99/' > old.csv
  $ lead-score -m m.json -c +group.fit old.csv
  id,title,employees,source,score,fit,group.fit
  1,Chief,60,webinar,35.5,25,25
  2,Clerk,3,,-5,0,0
  $ lead-score -m m.json -c +score old.csv
  id,title,employees,source,score,fit,group.fit
  1,Chief,60,webinar,35.5,25,99
  2,Clerk,3,,-5,0,0

There is no such group.  The keys of JSON are not known beforehand: it is told at the end, like any
other name that was in no record.

  $ lead-score -m m.json -c +group.byuing_intent l.csv
  ! lead-score: --columns: no column "group.byuing_intent"; did you mean "group.buying intent"?
  [2]
  $ lead-score -m m.json -c '+groups.fit' l.csv
  ! lead-score: --columns: no column "groups.fit"; did you mean "group.fit"?
  [2]
  $ lead-score -m m.json -c 'id,group.byuing intent' l.jsonl
  {"id":"1"}
  {"id":"2"}
  ! lead-score: --columns: no column "group.byuing intent" in any record written; did you mean "group.buying intent"?
  $ printf '{"id":3}\n' | lead-score -m m.json -c id,titel,colour l.jsonl -
  {"id":"1"}
  {"id":"2"}
  {"id":3}
  ! lead-score: --columns: no column "titel" in any record written
  ! lead-score: --columns: no column "colour" in any record written
  $ printf '{"id":4,"colour":"red"}\n' > more.jsonl; lead-score -m m.json -c id,colour l.jsonl more.jsonl
  {"id":"1"}
  {"id":"2"}
  {"id":4,"colour":"red"}
  $ lead-score -m m.json -c id,colour -w 'id = 9' l.jsonl

The built-in model has two groups, and both are columns of their own anyway.

  $ lead-score --now 2026-03-01 -c id,fit,group.fit,group.engagement $EXAMPLES/small.csv
  id,fit,group.fit,group.engagement
  1,60,60,30.254
  2,-30,-30,-15
