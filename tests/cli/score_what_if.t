What would have to happen for the next grade.

  $ cat > m.json <<'.'
  > { "lead-model": 1, "groups": [
  >   { "name": "fit", "max": 30, "rules": [
  >     { "name": "chief", "when": "title contains chief", "points": 20 },
  >     { "name": "size", "field": "employees", "bins": [ ["..9", -5], ["10..49", 5], ["50..", 15] ] },
  >     { "name": "source", "field": "source", "map": { "referral": 12, "webinar": 8 } } ] },
  >   { "name": "engagement", "max": 40, "rules": [
  >     { "name": "demo", "activity": "demo_request", "points": 25, "first_only": true },
  >     { "name": "page", "activity": "pricing_page_view", "points": 5, "max": 15 },
  >     { "name": "quiet", "when": "age(last_activity_at) > 60d", "points": -15 } ] } ],
  >   "grades": { "A": 50, "B": 25, "C": 10, "D": 0 } }
  > .
  $ cat > l.csv <<'.'
  > id,title,employees,source,last_activity_at,activities
  > 1,Chief,,webinar,2026-02-20,[]
  > 2,Chief,60,referral,2026-02-20,"[{""type"":""demo_request"",""at"":""2026-02-20""}]"
  > 3,Clerk,5,other,2025-10-01,[]
  > 4,Chief,20,webinar,2025-10-01,"[{""type"":""pricing_page_view"",""at"":""2025-10-01""}]"
  > 5,,,,,
  > 6,Clerk,60,webinar,2026-02-20,"[{""type"":""demo_request"",""at"":""2026-02-20""},{""type"":""pricing_page_view"",""at"":""2026-02-20"",""count"":2}]"
  > .

1 has 28: fit could be 30, so engagement needs 20, which the demo gives.  2 has the best grade.  3 has
-20: 15 more for not being quiet and three page views, or the demo and one page view; the demo is a
change less with either, and of those page view takes fewest points.  4 has 20 and needs 5.  5 has 0
and needs 10.  6 has 23 + 35 = 58 of which all count.

  $ lead-score -m m.json --now 2026-03-01 --what-if -c id,score,grade,next_grade,what_if l.csv
  id,score,grade,next_grade,what_if
  1,28,B,A,demo +25
  2,55,A,,
  3,-20,D,C,demo +25;page +5
  4,20,C,B,page +5
  5,0,D,C,source referral +12
  6,58,A,,

What is known is asked to be otherwise only where nothing else helps.

  $ printf 'group,name,when,points\nfit,chief,title = chief,20\nfit,big,employees > 50,10\nfit,student,title = student,-5\nfit,other,city = x,20\ngrade,A,,15\ngrade,B,,0\n' > t.csv
  $ printf 'id,title,employees,city\n1,clerk,20,\n2,clerk,20,y\n3,student,,y\n4,student,60,y\n' | lead-score -m t.csv --what-if -c id,score,grade,next_grade,what_if
  id,score,grade,next_grade,what_if
  1,0,B,A,other +20
  2,0,B,A,chief +20
  3,-5,B,A,chief +20
  4,5,B,A,chief +20

A matrix: a better row, or a better column.  6 has 23 + 35: only the row can get better.

  $ sed '$s/.*/"matrix": { "rows": { "group": "fit", "A": 25, "B": 0 }, "columns": { "group": "engagement", "1": 25, "2": 5, "3": 0 } } }/' m.json > x.json
  $ lead-score -m x.json --now 2026-03-01 --what-if -c id,score,grade,next_grade,what_if l.csv
  id,score,grade,next_grade,what_if
  1,28,A3,A2,page +5
  2,55,A1,,
  3,-20,B3,B2,demo +25
  4,20,A3,A2,no longer quiet +15
  5,0,B3,B2,page +5
  6,58,B1,A1,source referral +4

Of points for each, no more than it takes.  1 needs 5: visits, not known, have to be 4, for 6 points.  2
needs 10, which five forms give.  3 needs 5: three more forms, or two bounces less, give 6; visits
have their limit.  4 needs 4, which two forms give.  5 needs 14: seven forms are one change.

  $ cat > each.json <<'.'
  > { "lead-model": 1, "groups": [ { "name": "g", "rules": [
  >   { "name": "chief", "when": "title = chief", "points": 20 },
  >   { "name": "visits", "field": "visits", "each": 1.5, "max": 12 },
  >   { "name": "forms", "field": "forms", "each": 2 },
  >   { "name": "bounces", "field": "bounces", "each": -3, "min": -15 } ] } ],
  >   "grades": { "A": 40, "B": 25, "C": 10, "D": 0 } }
  > .
  $ printf 'id,title,visits,forms,bounces\n1,chief,,0,0\n2,,,,0\n3,x,8,4,5\n4,x,2,3,1\n5,chief,0,0,3\n6,chief,0,20,\n' > each.csv
  $ lead-score -m each.json --what-if -c id,score,grade,next_grade,what_if each.csv
  id,score,grade,next_grade,what_if
  1,20,C,B,visits +6
  2,0,D,C,forms +10
  3,5,D,C,forms +6
  4,6,D,C,forms +4
  5,11,C,B,forms +14
  6,60,A,,

Out of reach in eight changes; and no grades at all.

  $ printf 'group,name,when,points,max\nfit,a,count(x),1,100\ngrade,A,,9,\ngrade,B,,0,\n' > far.csv
  $ printf 'id,activities\n1,[]\n' | lead-score -m far.csv --what-if -c id,next_grade,what_if -T jsonl
  {"id":"1","next_grade":"","what_if":[]}
  $ sed '/grade/d' far.csv > no.csv; lead-score -m no.csv --what-if l.csv
  ! lead-score: --what-if: the model has no grades
  [2]
