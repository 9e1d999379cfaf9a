lead-score adds a score and leaves the rest alone.

  $ cat > m.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "max": 25, "rules": [
  >     { "name": "chief", "when": "title contains chief", "points": 20 },
  >     { "name": "size", "field": "employees", "bins": [ ["..9", -5], ["10..", 7.5] ] } ] },
  >   { "name": "engagement", "rules": [
  >     { "name": "demo", "activity": "demo_request", "points": 10, "decay": { "half_life": "10d" } } ] } ],
  >   "grades": { "A": 30, "B": 10, "C": 0 },
  >   "calibration": { "intercept": -3, "slope": 0.1 } }
  > .
  $ cat > l.csv <<'.'
  > id,title,employees,note,activities
  > 1,Chief of Staff,0010,"two
  > lines","[{""type"":""demo_request"",""at"":""2026-02-19""}]"
  > 2,Clerk,3,1.10,
  > 3,,,,[]
  > .

Row 1: 20 + 7.5 is held at 25, and half of 10 is left after ten days.  1/(1+e^0) is a half.

  $ lead-score -m m.json --now 2026-03-01 l.csv
  id,title,employees,note,activities,score,fit,engagement,grade,probability
  1,Chief of Staff,0010,"two
  lines","[{""type"":""demo_request"",""at"":""2026-02-19""}]",30,25,5,A,0.5
  2,Clerk,3,1.10,,-5,-5,0,C,0.029
  3,,,,[],0,0,0,C,0.047
  $ lead-score -m m.json --now 2026-03-01 --explain -c id,score,score_reasons l.csv
  id,score,score_reasons
  1,30,chief +20;size +7.5;fit capped -2.5;demo +5
  2,-5,size -5;demo unknown: activities
  3,0,chief unknown: title;size unknown: employees
  $ lead-score -m m.json --now 2026-03-01 --why 1 l.csv > out.csv
  ! 1
  !   fit                                  +25
  !     chief                              +20  title contains chief
  !     size                              +7.5  employees 0010 in 10..
  !     (capped)                          -2.5
  !   engagement                            +5
  !     demo                                +5  demo_request
  !   score                                +30  A
  !   the grade falls at 2026-03-01T01:00:00Z if nothing happens

An id that no lead has is said; for any number of threads, once.

  $ lead-score -m m.json --now 2026-03-01 --why 9 -j1 l.csv > out.csv
  ! lead-score: --why: no lead that was judged has the id "9"
  $ LEAD_BLOCK=16 lead-score -m m.json --now 2026-03-01 --why 9 -j4 l.csv > out.csv
  ! lead-score: --why: no lead that was judged has the id "9"

Who does not judge leads does not say why.

  $ lead-import --why 1 l.csv
  ! lead-import: unknown option --why
  ! lead-import: lead-import --help lists the options
  [2]

What could not be told, of how much, and for want of what: of a rule that can give, the most that it
gives; of one that only takes, what it takes; where nothing ends it, what it gives each time.

  $ cat > why.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "max": 20, "rules": [
  >     { "name": "industry", "when": "industry = software", "points": 15 },
  >     { "name": "big chief", "when": "title contains chief and employees > 50", "points": 20 },
  >     { "name": "budget", "when": "annual_revenue >= 10k EUR", "points": -5 },
  >     { "name": "size", "field": "employees", "bins": [ ["..9", -5], ["10..", 7.5] ], "unknown": 2 },
  >     { "name": "visits", "field": "visits", "each": 0.5 },
  >     { "name": "forms", "field": "forms", "each": 5, "max": 15 },
  >     { "name": "losses", "field": "losses", "each": -2, "min": -6, "unknown": -9 },
  >     { "name": "source", "field": "source", "map": { "webinar": 8, "purchased_list": -10 }, "other": 9 },
  >     { "name": "cold", "field": "source", "map": { "cold_call": -10 }, "when": "country = DE" } ] },
  >   { "name": "engagement", "rules": [
  >     { "name": "demo", "activity": "demo_request", "points": 10, "decay": { "half_life": "10d" } },
  >     { "name": "first page", "activity": "page_view", "points": 4, "first_only": true },
  >     { "name": "page", "activity": "page_view", "points": 1, "max": 12 },
  >     { "name": "called", "when": "last(call) > 2026-01-01", "points": 3 },
  >     { "name": "fresh", "when": "source is unknown", "points": 3, "decay": { "linear": "9d", "since": "updated_at" } } ] } ] }
  > .
  $ printf 'id,industry,employees,annual_revenue,visits,source,activities,updated_at\n1,,n/a,10k USD,x,,,yes\n2,software,60,,31,webinar,[],\n' > why.csv
  $ lead-score -q -m why.json --now 2026-03-01 --why 1 why.csv > why.out
  ! 1
  !   fit                                   -4
  !     industry                            +0  0 of 15, industry missing
  !     big chief                           +0  0 of 20, title missing, employees not a number
  !     budget                              +0  0 of -5, annual_revenue another currency
  !     size                                +2  2 of 7.5, employees not a number
  !     visits                              +0  0 of 0.5 each, visits not a number
  !     forms                               +0  0 of 15, forms missing
  !     losses                              -6  -6 of -6, losses missing; raised +3
  !     source                              +0  0 of 9, source missing
  !     cold                                +0  0 of -10, country missing
  !   engagement                            +0
  !     demo                                +0  0 of 10 each, activities missing
  !     first page                          +0  0 of 4, activities missing
  !     page                                +0  0 of 12, activities missing
  !     called                              +0  0 of 3, activities missing
  !     fresh                               +0  0 of 3, updated_at not a time
  !   score                                 -4
  $ lead-score -q -m why.json --now 2026-03-01 --why 2 why.csv 2>&1 >&- | grep -e ' of ' -e capped
      big chief                           +0  0 of 20, title missing
      budget                              +0  0 of -5, annual_revenue missing
      forms                               +0  0 of 15, forms missing
      losses                              -6  -6 of -6, losses missing; raised +3
      cold                                +0  0 of -10, country missing
      (capped)                           -20
      called                              +0  0 of 3, activities no such activity

Columns of its own names are replaced where they stand; scoring twice changes nothing.

  $ lead-score -m m.json --now 2026-03-01 out.csv | cmp - out.csv
  $ printf 'score,id,title\nold,7,chief\n' | lead-score -m m.json -c +fit,-engagement,-probability
  score,id,title,fit,grade
  20,7,chief,20,B

JSON in, JSON out: numbers are numbers, reasons a list, the rest as it was.

  $ echo '{"id": 9007199254740993, "title":"Chief", "id": "again", "x": 1.10}' |
  >   lead-score -m m.json --explain
  {"id": 9007199254740993, "title":"Chief", "id": "again", "x": 1.10,"score":20,"fit":20,"engagement":0,"grade":"B","probability":0.269,"score_reasons":["chief +20","size unknown: employees","demo unknown: activities"],"grade_falls_at":null}

The built-in model writes itself, and what it writes is the same model.

  $ lead-score --print-default > b2b.json
  $ lead-score --now 2026-03-01 $EXAMPLES/small.csv > a; lead-score -m b2b.json --now 2026-03-01 $EXAMPLES/small.csv | cmp - a

There are two, by name.

  $ lead-score --print-default b2b | cmp - b2b.json
  $ lead-score --print-default b2c > b2c.json; sed -n 1p b2c.json | cut -c -38
  { "lead-model": 1, "name": "b2c",
  $ lead-score -m b2c.json $EXAMPLES/small.csv --now 2026-03-01 > a; lead-score -m b2c --now 2026-03-01 $EXAMPLES/small.csv | cmp - a
  $ lead-score --print-default b2d
  ! lead-score: --print-default: nothing built in is called "b2d"; did you mean "b2b"?
  [2]
  $ lead-due --print-default small.csv
  ! lead-due: --print-default: no file is looked at
  [2]

A file in which the model finds nothing is passed through, and told.

  $ printf 'a,b\n1,2\n' | lead-score -m m.json -c a,b,score
  a,b,score
  1,2,0
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

Mistakes in the model:

  $ lead-score -m none.json l.csv
  ! lead-score: none.json: open: No such file or directory
  [4]
  $ echo '{ "lead-model": 1, "gruops": [] }' > w.json; lead-score -m w.json l.csv
  ! lead-score: w.json:1: /gruops: unknown key; did you mean "groups"?
  [2]
  $ echo '{ "lead-policy": 1 }' > w.json; lead-score -m w.json l.csv
  ! lead-score: w.json:1: expected a lead-model, this is a lead-policy
  [2]
  $ printf '{ "lead-model": 1, "groups": [ { "name": "g", "rules": [\n{ "name": "r", "when": "tilte = x", "points": 1 } ] } ] }' > w.json
  $ lead-score -m w.json l.csv
  ! lead-score: w.json:2: /groups/0/rules/0/when: 1: no column "tilte" in the input; did you mean "title"?
  [2]
  $ printf '{ "lead-model": 1, "groups": [ { "name": "g", "rules": [\n{ "name": "r", "when": "title >", "points": 1 } ] } ] }' > w.json
  $ lead-score -m w.json l.csv
  ! lead-score: w.json:2: /groups/0/rules/0/when: 8: expected a value
  [2]

A broken row is named and costs nothing but itself.

  $ printf 'id,title\n1,"chief\n2,chief\n' | lead-score -m m.json -c id,score --rejects r.csv --summary
  id,score
  2,20
  ! lead-score: (stdin):2:3: title: the quote that opens here is not closed
  ! {"tool": "lead-score", "read": 2, "written": 1, "merged": 0, "updated": 0, "filtered": 0, "rejected": 1, "blank": 0, "lines": 3, "bytes": 26, "row_sum": "00000000bf04d927", "lines_written": 2, "bytes_written": 14, "row_sum_written": "000000008198346f", "rejected_by": {"quote": 1}}
  $ cut -d, -f2-5 r.csv
  _line,_column,_code,_reason
  2,3,quote,title: the quote that opens here is not closed

The best few, best first; of equals the one that came first.

  $ printf 'id,title\n1,x\n2,chief\n3,chief of\n4,\n5,the chief\n' > t.csv
  $ lead-score -m m.json --top 2 -c id,score --summary t.csv
  id,score
  2,20
  3,20
  ! {"tool": "lead-score", "read": 5, "written": 2, "merged": 0, "updated": 0, "filtered": 3, "rejected": 0, "blank": 0, "lines": 6, "bytes": 47, "row_sum": "0000000357e82aec", "lines_written": 3, "bytes_written": 19, "row_sum_written": "00000000babc8779"}
  $ lead-score -m m.json --top 9 -T json -c id t.csv | jq -c '[.[].id]'
  ["2","3","5","1","4"]

When the grade falls: 25 + 10 * 2^-(t/10d) is under 30 once a half-life has gone since the
activity, on 1 March at midnight, so in the next hour; the other has no points that fade.

  $ printf 'id,title,employees,activities\n' > f.csv
  $ printf '1,chief,10,"[{""type"":""demo_request"",""at"":""2026-02-19T00:00:00Z""}]"\n2,chief,10,[]\n' >> f.csv
  $ lead-score -m m.json --now 2026-02-20 --explain -c id,score,grade,grade_falls_at f.csv
  id,score,grade,grade_falls_at
  1,34.33,A,2026-03-01T01:00:00Z
  2,25,B,
  $ lead-score -m m.json --now 2026-03-01 --explain -c id,score,grade,grade_falls_at f.csv | sed -n 2p
  1,30,A,2026-03-01T01:00:00Z
  $ lead-score -m m.json --now 2026-03-01T01:00:00Z -c id,score,grade f.csv | sed -n 2p
  1,29.986,B

Another model beside it: only leads whose grade changes, and the changes add up.

  $ sed 's/"points": 20/"points": 5/; s/"demo"/"demos"/' m.json > n.json
  $ lead-score -m m.json --compare n.json --now 2026-03-01 -c id,score,grade,other_score,other_grade,score_changes f.csv
  id,score,grade,other_score,other_grade,score_changes
  1,30,A,17.5,B,chief -15;gone: demo -5;new: demos +5;fit limits +2.5
  $ lead-score -m m.json --compare m.json f.csv -c id
  id

Ages and lengths of time turn at their very hour: 30 days are over on the 31st of January at midnight,
and an hour later an activity is older than 30 days; a step ends; a line ends in nothing.

  $ cat > turn.json <<'.'
  > { "lead-model": 1, "groups": [ { "name": "g", "rules": [
  >   { "name": "fresh", "when": "age(created_at) <= 30d", "points": 10 },
  >   { "name": "call", "activity": "call", "points": 10, "within": "30d" },
  >   { "name": "step", "when": "company is known", "points": 10, "decay": { "step": [["7d", 1], ["30d", 0.9]], "since": "updated_at" } },
  >   { "name": "line", "when": "title is known", "points": 10, "decay": { "linear": "10d", "since": "updated_at" } } ] } ],
  >   "grades": { "A": 10, "B": 5, "C": 0 } }
  > .
  $ cat > turn.csv <<'.'
  > id,created_at,activities,company,title,updated_at
  > 1,2026-01-01,,,,
  > 2,,"[{""type"":""call"",""at"":""2026-01-01""}]",,,
  > 3,,,x,,2026-01-01
  > 4,,,,x,2026-01-01
  > 5,,,,,
  > .
  $ lead-score -m turn.json --now 2026-01-01 --explain -c id,score,grade_falls_at turn.csv
  id,score,grade_falls_at
  1,10,2026-01-31T01:00:00Z
  2,10,2026-01-31T01:00:00Z
  3,10,2026-01-08T01:00:00Z
  4,10,2026-01-01T01:00:00Z
  5,0,
  $ lead-score -m turn.json --now 2026-01-02 --explain -c id,score,grade,grade_falls_at turn.csv | sed -n 5p
  4,9,B,2026-01-06T01:00:00Z
