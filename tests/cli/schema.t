Settings are what --schema says: those that are built in, and what --save-mapping writes.
needs: jsonschema

  $ for t in import score due funnel; do lead-$t --schema > $t.json; jq -r .title $t.json; done
  lead-mapping
  lead-model
  lead-sla
  lead
  $ check() { PYTHONWARNINGS=ignore jsonschema -i $2 $1; }
  > for t in score due; do lead-$t --print-default > own.json; check $t.json own.json; done
  > for f in $DATA/../../lib/import/preset_*.json; do check import.json $f; done
  > check score.json $DATA/../../lib/score/b2c.json; check score.json $DATA/../bench/score.json
  $ printf 'email,Source,created\na@x.example,Google,13/02/2026\n' | lead-import -q --save-mapping own.json > leads.csv
  $ PYTHONWARNINGS=ignore jsonschema -i own.json import.json

A lead is what the other schema says.

  $ printf 'id,email,score,tags\n1,a@x.example,7,x\n' | lead-score -T jsonl > lead.json; PYTHONWARNINGS=ignore jsonschema -i lead.json funnel.json
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

And what it forbids is refused, too: unknown keys, missing ones, words for numbers.

  $ refuse() { echo "$2" > w.json; PYTHONWARNINGS=ignore jsonschema -i w.json $1.json > /dev/null 2>&1 && echo "schema takes $2"
  >   case $1 in score) o=-m;; due) o=-s;; import) o=--mapping;; esac
  >   lead-$1 $o w.json leads.csv 2> err > /dev/null; echo $?; sed 's/.*json:1: //' err; }
  > refuse score '{ "lead-model": 1, "gruops": [] }'
  > refuse score '{ "lead-model": 1, "groups": [ { "rules": [] } ] }'
  > refuse score '{ "lead-model": 1, "groups": [ { "name": "g", "rules": [ { "name": "r", "points": 1 } ] } ] }'
  > refuse score '{ "lead-model": 1, "groups": [ { "name": "g", "rules": [ { "name": "r", "when": "email is known", "points": "many" } ] } ] }'
  > refuse score '{ "lead-model": 1, "grades": {} }'
  > refuse score '{ "lead-model": 1, "matrix": { "rows": { "group": "g", "A": 1 } } }'
  > refuse score '{ "lead-model": 1, "calibration": { "slope": "x" } }'
  > refuse score '{ "lead-model": 2 }'
  > refuse due '{ "lead-sla": 1 }'
  > refuse due '{ "lead-sla": 1, "rules": [ { "name": "r", "from": "created_at" } ] }'
  > refuse import '{ "lead-mapping": 1, "colums": {} }'
  > refuse import '{ "lead-mapping": 1, "decimal": "x" }'
  > refuse import '{ "lead-mapping": 1, "columns": { "email": 7 } }'
  > refuse import '{ "lead-mapping": 1, "dates": { "order": "ymd" } }'
  > refuse import '{ "lead-mapping": 1, "columns": [] }'
  > refuse import '{ "lead-mapping": 1, "keep": "x" }'
  > refuse import '{ "lead-mapping": 1, "strip": [] }'
  > refuse import '{ "lead-mapping": 1, "values": [] }'
  > refuse import '{ "lead-mapping": 1, "values": { "status": "won" } }'
  2
  /gruops: unknown key; did you mean "groups"?
  2
  /groups/0: needs a name
  2
  /groups/0/rules/0: needs one of when, bins, map, each, activity
  2
  /groups/0/rules/0/points: expected a number
  2
  /grades: needs a grade
  2
  /matrix/rows/group: no group of this model is called that
  2
  /calibration: needs "intercept" and "slope"
  2
  /lead-model: version 2 of lead-model is not known here: expected 1
  2
  /rules: expected a list of rules
  2
  /rules/0: needs a name, "from" and "within"
  2
  /colums: unknown key; did you mean "columns"?
  2
  /decimal: expected "," or "."
  2
  /columns/email: expected a text
  2
  /dates/order: expected "day-first" or "month-first"
  2
  /columns: expected an object
  2
  /keep: expected a list of columns
  2
  /strip: expected an object
  2
  /values: expected an object
  2
  /values/status: expected an object, their word: ours
