What is wrong with a model although it can be read.  The built-in ones are clean.

  $ lead-score --check-model b2b </dev/null
  $ lead-score --check-model b2c
  $ cat > m.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "max": 30, "rules": [
  >     { "name": "never", "when": "employees > 50 and title is known and employees < 10", "points": 5 },
  >     { "name": "neither", "when": "(country = DE and country in (FR, IT)) or (title is unknown and title contains x)", "points": 5 },
  >     { "name": "touching", "when": "employees >= 50 and employees <= 50", "points": 1 },
  >     { "name": "flags", "when": "flags = a and flags = b", "points": 1 },
  >     { "name": "no points", "when": "title = x", "points": 0 },
  >     { "name": "capped", "activity": "demo_request", "points": 5, "max": 0 },
  >     { "name": "size", "field": "employees", "bins": [ ["10..100", 5], ["50..60", 6], ["90..200", 1], ["..10", 1] ] },
  >     { "name": "source", "field": "source", "map": { "referal": 12, "webinar": 8, "google": 2 } },
  >     { "name": "size", "field": "employees", "bins": [ ["..10", 5], ["11..", 5] ], "other": 5, "unknown": 5 } ] },
  >   { "name": "empty", "rules": [] } ],
  >   "grades": { "A": 31, "B": 20, "C": 4, "D": 0 },
  >   "calibration": { "intercept": 1, "slope": -0.1 } }
  > .

Fit is from 5, which size gives to every lead, to 1 + 1 + 6 + 12 + 5: so neither A nor D.  10 is in two bins, as an end.

  $ lead-score --check-model m.json
  m.json:3: never: can never fire: its condition contradicts itself
  m.json:4: neither: can never fire: its condition contradicts itself
  m.json:7: no points: can never give a point
  m.json:8: capped: can never give a point
  m.json:9: size: the bin 50..60 is never reached: 10..100, which comes first, holds all of it
  m.json:9: size: the bins 10..100 and 90..200 overlap; the first that holds a value counts
  m.json:10: source: no lead has the word "referal"; did you mean "referral"?
  m.json:11: size: an earlier rule of the group has the same name
  m.json:11: size: gives 5 to every lead
  m.json: empty: a group without rules
  m.json: A: no lead gets this grade: the most the total can be is 25
  m.json: D: no lead gets this grade: the least the total can be is 5
  m.json: calibration: more points make it less probable
  [1]

With leads: columns they do not have, and rules that gave nothing to any of them.

  $ printf 'id,title,employees,country\n1,,50,DE\n2,x,many,DE\n' > l.csv
  $ sed -n '1,2p;5,6p;9p' m.json > some.json; sed -i '$s/,$/]}]}/' some.json
  $ lead-score --check-model some.json l.csv --summary
  some.json:5: size: the bin 50..60 is never reached: 10..100, which comes first, holds all of it
  some.json:5: size: the bins 10..100 and 90..200 overlap; the first that holds a value counts
  some.json:4: flags: no column "flags" in the input
  ! lead-score: some.json:3: touching: 1 value of employees is not what its condition asks for, so unknown
  ! lead-score: some.json:5: size: 1 value of employees is no number, so unknown
  ! {"tool": "lead-score", "read": 2, "written": 2, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 3, "bytes": 48, "row_sum": "000000007f7337a3", "lines_written": 3, "bytes_written": 240, "row_sum_written": "0000000000000000", "findings": 3}
  [1]
  $ printf '{"id":1,"title":"y"}\n' | lead-score --check-model some.json -
  some.json:5: size: the bin 50..60 is never reached: 10..100, which comes first, holds all of it
  some.json:5: size: the bins 10..100 and 90..200 overlap; the first that holds a value counts
  some.json:3: touching: no column "employees" in the input
  some.json:4: flags: no column "flags" in the input
  some.json:5: size: no column "employees" in the input
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?
  [1]

A matrix: rows and columns by their groups.

  $ cat > x.csv <<'.'
  > group,name,when,points,max
  > fit,a,title = x,50,
  > engagement,b,count(demo_request),5,20
  > .
  $ cat > x.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "rules": [ { "name": "a", "when": "title = x", "points": 50 } ] },
  >   { "name": "engagement", "rules": [
  >     { "name": "b", "activity": "demo_request", "points": 5, "max": 20 } ] } ],
  >   "matrix": { "rows": { "group": "fit", "A": 40, "B": 20, "C": 0 },
  >     "columns": { "group": "engagement", "1": 40, "2": 20, "3": 0 } } }
  > .
  $ lead-score --check-model x.csv
  $ lead-score --check-model x.json
  x.json: 1: no lead gets this grade: the most engagement can be is 20
  [1]

It does nothing else.

  $ lead-score --check-model x.csv -m x.json
  ! lead-score: --check-model names the model; --model names another
  [2]
  $ lead-score --check-model x.csv --top 3
  ! lead-score: --check-model writes no leads: none of --compare, --explain, --top, --what-if, --why goes with it
  [2]
  $ lead-score --check-model none.csv
  ! lead-score: none.csv: open: No such file or directory
  [4]
