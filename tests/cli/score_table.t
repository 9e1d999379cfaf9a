A model may be a table of rules, from a spreadsheet.

  $ cat > r.csv <<'.'
  > group,name,when,points,max,half_life
  > fit,chief,title contains chief,20,,
  > engagement,pages,"count(pricing_page_view, 90d)",5,20,14d
  > fit,small,employees < 10,-5.5,,
  > fit,,,,60,
  > engagement,demo,first(demo_request),25,,30d
  > total,,,,100,
  > grade,A,,40,,
  > grade,B,,0,,
  > .
  $ cat > l.csv <<'.'
  > id,title,employees,activities
  > 1,Chief,5,"[{""type"":""pricing_page_view"",""at"":""2026-02-15""},{""type"":""demo_request"",""at"":""2026-02-01""}]"
  > 2,Clerk,,"[{""type"":""pricing_page_view"",""at"":""2025-11-01""}]"
  > .

Half of 5 after 14 days; 25 * 2^(-28/30) = 13.091 after 28; of 2 the page view is too old.

  $ lead-score -m r.csv --now 2026-03-01 --explain -c id,score,fit,engagement,grade,score_reasons l.csv
  id,score,fit,engagement,grade,score_reasons
  1,30.091,14.5,15.591,B,chief +20;small -5.5;pages +2.5;demo +13.091
  2,0,0,0,B,small unknown: employees

It is the same model as this, for every tool that takes one, and however the table is written.

  $ cat > r.json <<'.'
  > { "lead-model": 1, "max": 100, "grades": { "A": 40, "B": 0 }, "groups": [
  >   { "name": "fit", "max": 60, "rules": [
  >     { "name": "chief", "when": "title contains chief", "points": 20 },
  >     { "name": "small", "when": "employees < 10", "points": -5.5 } ] },
  >   { "name": "engagement", "rules": [
  >     { "name": "pages", "activity": "pricing_page_view", "within": "90d", "points": 5, "max": 20,
  >       "decay": { "half_life": "14d" } },
  >     { "name": "demo", "activity": "demo_request", "first_only": true, "points": 25,
  >       "decay": { "half_life": "30d" } } ] } ] }
  > .
  $ lead-score -m r.json --now 2026-03-01 --explain l.csv > json.csv
  $ lead-score -m r.csv --now 2026-03-01 --explain l.csv | cmp - json.csv
  $ sed '/count/!s/,/;/g; /count/s/,\([^ ]\)/;\1/g; 1s/half_life/Half Life/; s/$/\r/' r.csv > semicolon.csv
  $ sed -n '2,3p' semicolon.csv | tr -d '\r'
  fit;chief;title contains chief;20;;
  engagement;pages;"count(pricing_page_view, 90d)";5;20;14d
  $ { printf '\357\273\277'; cat semicolon.csv; printf ';;;;;\r\n'; } > bom.csv
  $ lead-score -m bom.csv --now 2026-03-01 --explain l.csv | cmp - json.csv
  $ gzip -c r.csv > r.csv.gz; lead-score -m r.csv.gz --now 2026-03-01 --explain l.csv | cmp - json.csv
  $ lead-score -m - --now 2026-03-01 --explain l.csv < r.csv | cmp - json.csv
  $ lead-score --compare r.csv -m r.json -c id l.csv
  id

A description is for people; limits below are a column of their own.

  $ printf 'group,name,description,when,points,min\nfit,no,why not,id = 1,-50,\nFit,,,,,-20\n' > min.csv
  $ lead-score -m min.csv --explain -c id,score,score_reasons l.csv
  id,score,score_reasons
  1,-20,no -50;fit raised +30
  2,0,

Mistakes have the line of the table and the name of the column.

  $ cat > try <<'.'
  > printf 'group,name,when,points,max,half_life\n'"$1" > w.csv; lead-score -m w.csv l.csv
  > .
  $ sh try 'fit,a,title contains,5,,\n'
  ! lead-score: w.csv:2: when: 15: expected a value
  [2]
  $ sh try '\nfit,b,"id =\n1",5,,\nfit,a,id = 1,many,,\n'
  ! lead-score: w.csv:5: points: expected a number
  [2]
  $ sh try 'fit,a,id = 1,5,10,\n'
  ! lead-score: w.csv:2: max: a condition has none; count(TYPE) and first(TYPE) do
  [2]
  $ sh try 'b,a,id = 1,5,,\nfit,a,count(x),5,10,14\nb,a,id = 1,5,,\n'
  ! lead-score: w.csv:3: half_life: expected a length of time like "14d" or "36h"
  [2]
  $ sh try 'fit,a,count(x),5.0001,10,14d\n'
  ! lead-score: w.csv:2: points: expected a number with at most 3 decimals
  [2]
  $ sh try 'fit,a,tilte = x,5,,\n'
  ! lead-score: w.csv:2: when: 1: no column "tilte" in the input; did you mean "title"?
  [2]
  $ sh try 'fit,a,"count(x, 90 beers)",5,,\n'
  ! lead-score: w.csv:2: within: expected a length of time like "14d" or "36h"
  [2]
  $ sh try 'fit,a,count(),5,,\n'
  ! lead-score: w.csv:2: when: expected a type of activity in the brackets
  [2]
  $ sh try 'fit,,id = 1,5,,\n'
  ! lead-score: w.csv:2: name: needs a name, to be known by in explanations
  [2]
  $ sh try ',a,id = 1,5,,\n'
  ! lead-score: w.csv:2: group: a row without a group
  [2]
  $ sh try 'fit,a,id = 1,,,\n'
  ! lead-score: w.csv:2: points: expected a number
  [2]
  $ sh try 'fit,a,,5,,\n'
  ! lead-score: w.csv:2: when: expected a condition, or count(TYPE) of activities
  [2]
  $ sh try 'fit,,,,,\n'
  ! lead-score: w.csv:2: points: a row with neither points nor limits
  [2]
  $ sh try 'fit,,,,5,\nfit,,,,6,\n'
  ! lead-score: w.csv:3: group: limits of this group are there already
  [2]
  $ sh try 'total,x,id = 1,5,,\n'
  ! lead-score: w.csv:2: group: "total" has limits alone
  [2]
  $ sh try 'grade,A,id = 1,5,,\n'
  ! lead-score: w.csv:2: group: a grade has a name and the least points for it
  [2]
  $ sh try 'grade,A,,5,,\ngrade,B,,5,,\n'
  ! lead-score: w.csv:3: B: another grade begins there too
  [2]
  $ sh try 'fit,a,"id = 1,5,,\n'
  ! lead-score: w.csv:2:7: when: the quote that opens here is not closed
  [2]
  $ sh try 'fit,a,id = 1,5\n'
  ! lead-score: w.csv:2: 4 fields, but the header has 6
  [2]
  $ printf 'group,name,wen,points,\n' > w.csv; lead-score -m w.csv l.csv
  ! lead-score: w.csv:1: unknown column "wen"; did you mean "when"?
  [2]
  $ printf 'group,when,points,\n' > w.csv; lead-score -m w.csv l.csv
  ! lead-score: w.csv:1: needs a column "name"
  [2]
  $ printf 'group,name,when,points,Points\n' > w.csv; lead-score -m w.csv l.csv
  ! lead-score: w.csv:1: two columns called "points"
  [2]
  $ printf 'group,name,when,points,\na,b,id = 1,5,note\n' > w.csv; lead-score -m w.csv l.csv
  ! lead-score: w.csv:2: a cell in a column without a name
  [2]
  $ printf 'id,title\n1,x\n' > w.csv; lead-score -m w.csv l.csv
  ! lead-score: w.csv:1: neither a JSON object nor a table of rules: group,name,when,points,max,half_life
  [2]
