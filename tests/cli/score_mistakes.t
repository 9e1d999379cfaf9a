What is asked of lead-score that cannot be: told at once, with the place and the nearest right word.

  $ printf 'id,title,employees\n1,chief,60\n2,clerk,\n' > l.csv
  $ cat > rule <<'.'
  > printf '{ "lead-model": 1, "groups": [ { "name": "fit", "rules": [\n%s ] } ] }\n' "$1" > m.json
  > lead-score -m m.json -c id,score l.csv
  > .

Names that are empty.

  $ sh rule '{ "name": "a", "field": "", "each": 1 }'
  ! lead-score: m.json:2: /groups/0/rules/0/field: expected the name of a column
  [2]
  $ sh rule '{ "name": "a", "activity": " ", "points": 1 }'
  ! lead-score: m.json:2: /groups/0/rules/0/activity: expected a type of activity
  [2]
  $ echo '{ "lead-model": 1, "grades": { "": 5 } }' > m.json; lead-score -m m.json l.csv
  ! lead-score: m.json:1: /grades/: a grade needs a name
  [2]

What would silently never count.

  $ sh rule '{ "name": "a", "when": "title is known", "points": 5, "decay": { "half_life": "9d", "since": "employees" } }'
  ! lead-score: m.json:2: /groups/0/rules/0/decay/since: employees is not a time
  [2]
  $ echo '{ "lead-model": 1, "calibration": { "slope": 1 } }' > m.json; lead-score -m m.json l.csv
  ! lead-score: m.json:1: /calibration: needs "intercept" and "slope"
  [2]
  $ echo '{ "lead-model": 1, "groups": [ { "name": "fit" } ], "matrix": { "rows": { "group": "fitt", "A": 0 } } }' > m.json; lead-score -m m.json l.csv
  ! lead-score: m.json:1: /matrix/rows/group: no group of this model is called that; did you mean "fit"?
  [2]
  $ sh rule '{ "name": "a", "field": "emplyees", "each": 0.5 }'
  id,score
  1,0
  2,0
  ! lead-score: m.json:2: /groups/0/rules/0/field: no column "emplyees" in any record; did you mean "employees"?

Options.

  $ lead-score --top 0 l.csv
  ! lead-score: --top: expected one or more
  [2]
  $ lead-score --top -1 l.csv
  ! lead-score: --top: expected a whole number, not "-1"
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --check-model b2b --explain l.csv
  ! lead-score: --check-model writes no leads: none of --compare, --explain, --top, --what-if, --why goes with it
  [2]

Nobody with that id, or nobody who is wanted: whoever asks why hears so.

  $ lead-score --why 3 -c id l.csv
  id
  1
  2
  ! lead-score: --why: no lead that was judged has the id "3"
  $ lead-score --why 1 -w 'title = clerk' -c id l.csv
  id
  2
  ! lead-score: --why: no lead that was judged has the id "1"
  $ printf '{"title":"chief"}\n' | lead-qualify --why 1 -c title
  {"title":"chief"}
  ! lead-qualify: --why: no lead that was judged has the id "1"
