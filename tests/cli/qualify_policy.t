Policies of other kinds: ratings, weights, frameworks, directions, holding on, coming back.

Numeric BANT: 12 of 20.  1 has 12; 2 has 11; 3 has 7 and at least 8 whatever the budget is, at most 12;
4 has at most 11, a rating of 9 says nothing; 5 cannot even be an MQL.

  $ cat > numeric.csv <<'.'
  > id,email,budget,authority,need,timeframe
  > 1,a@b.co,3,3,3,3
  > 2,a@b.co,5,2,2,2
  > 3,a@b.co,,2,2,3
  > 4,a@b.co,9,2,2,2
  > 5,a@b.co,2,2,2,1
  > .
  $ lead-qualify -p $EXAMPLES/bant-numeric.json -c id,qualification,missing,next_question,qualify_reasons numeric.csv
  id,qualification,missing,next_question,qualify_reasons
  1,sql,,,sql: bant_points >= 12;budget 3;authority 3;need 3;timeframe 3
  2,mql,,,mql: bant_points >= 8 and (email is known or phone is known);not sql: bant_points >= 12;budget 5;authority 2;need 2;timeframe 2
  3,mql,budget,"Is there a budget for this, and how much?",mql: bant_points >= 8 and (email is known or phone is known);perhaps sql: bant_points >= 12;budget unknown;authority 2;need 2;timeframe 3
  4,undecided,budget,"Is there a budget for this, and how much?",perhaps mql: bant_points >= 8 and (email is known or phone is known);budget unknown;authority 2;need 2;timeframe 2
  5,unqualified,,,not mql: bant_points >= 8 and (email is known or phone is known);budget 2;authority 2;need 2;timeframe 1

A rating is shown as it was given, whatever it is worth.

  $ echo '{ "lead-policy": 1, "evidence": { "need": { "rating": "need", "weight": 0.333 } }, "levels": { "sql": "bant_points >= 2" } }' > third.json
  $ printf 'id,need\n1,4.5\n2,4.333\n' | lead-qualify -p third.json -c id,qualify_reasons
  id,qualify_reasons
  1,perhaps sql: bant_points >= 2;budget unknown;authority unknown;need 4.5;timeframe unknown
  2,perhaps sql: bant_points >= 2;budget unknown;authority unknown;need 4.333;timeframe unknown

Weighted BANT: 70 of 100.  Need outweighs all others; once it is known, the budget swings most.  Of 3
the answers about budget and timeframe swing in as many cases, so the order of BANT decides: with both
it has 70.  6 has 60, which is enough to stay and not to enter.

  $ cat > weighted.csv <<'.'
  > id,budget,authority,need,timeframe,qualification
  > 1,,,,,
  > 2,,,yes,,
  > 3,,yes,yes,,
  > 4,yes,no,,no,
  > 5,no,yes,yes,no,
  > 6,no,yes,yes,no,SQL
  > 7,yes,yes,no,yes,sql
  > .
  $ lead-qualify -p $EXAMPLES/bant-weighted.json -c id,qualification,missing,next_question weighted.csv
  id,qualification,missing,next_question
  1,undecided,budget;authority;need;timeframe,Which problem should it solve?
  2,mql,budget;authority;timeframe,"Is there a budget for this, and how much?"
  3,mql,budget;timeframe,"Is there a budget for this, and how much?"
  4,undecided,need,Which problem should it solve?
  5,mql,,
  6,sql,,
  7,sql,,
  $ lead-qualify -p $EXAMPLES/bant-weighted.json -w 'id in (5, 6)' -c id,qualify_reasons weighted.csv
  id,qualify_reasons
  5,mql: bant_points >= 40;not sql: bant_points >= 70;budget no;authority yes;need yes;timeframe no
  6,sql held: bant_points >= 60;budget no;authority yes;need yes;timeframe no

What a lead was before may be spelled as any name of ours, and conditions that come before it is found
anew ask for it, too: 2 is not hot for having stood behind 1.  --where asks the leads as they come.

  $ printf 'id,score,Qualification\n1,38,MQL\n2,38,iql\n3,45,\n' > held.csv
  $ echo '{ "lead-policy": 1, "levels": { "mql": "score >= 40" }, "hold": { "mql": "score >= 35" } }' > hold.json
  $ lead-qualify -p hold.json -c id,qualification held.csv
  id,qualification
  1,mql
  2,unqualified
  3,mql
  $ printf 'id,score,temperature,qualification\n1,90,,\n2,10,,sql\n3,10,hot,iql\n' > hot.csv
  $ cat > hot.json <<'.'
  > { "lead-policy": 1, "disqualify": [ { "name": "was sql", "when": "qualification = sql", "reason": "had it" } ],
  >   "levels": { "mql": "score >= 40 or temperature = hot" },
  >   "temperature": { "hot": "score >= 50", "warm": "qualification = mql" },
  >   "category": { "customer": "temperature = hot", "opportunity": "temperature = warm", "prospect": "qualification = disqualified", "lead": "score > 0" } }
  > .
  $ lead-qualify -p hot.json -c id,qualification,temperature,category,qualify_reasons hot.csv
  id,qualification,temperature,category,qualify_reasons
  1,mql,hot,customer,mql: score >= 40 or temperature = hot;budget unknown;authority unknown;need unknown;timeframe unknown
  2,disqualified,cold,prospect,had it
  3,mql,warm,opportunity,mql: score >= 40 or temperature = hot;budget unknown;authority unknown;need unknown;timeframe unknown
  $ lead-qualify -p hot.json -w 'temperature = hot' -w 'qualification = iql' -c id,temperature hot.csv
  id,temperature
  3,warm
  $ lead-qualify -p hot.json --compare hot.json -c id hot.csv
  id

Coming back: counted from the day the lead was closed, so it does not matter when we ask; what was set
since then stays byte for byte, and so does what is no time; without that day, from now, once.

  $ cat > lost.csv <<'.'
  > id,status,lost_reason,closed_at,next_follow_up_at,x
  > 1,lost,no response,2026-01-10,,"a"
  > 2,lost,Budget cut,2026-01-10T12:00:00Z,2026-01-09,"a"
  > 3,lost,bad timing,2026-01-10," 2026-02-01 ",a
  > 4,lost,bad timing,2026-01-10,soon,a
  > 5,lost,competitor,2026-01-10,"2026-01-01",a
  > 6,lost,no budget,,,a
  > 7,lost,no budget,,2020-01-01,a
  > 8,lost,no budget,9999-12-01,,a
  > .
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 lost.csv | cut -d, -f1-6
  id,status,lost_reason,closed_at,next_follow_up_at,x
  1,lost,no response,2026-01-10,2026-02-09T00:00:00Z,"a"
  2,lost,Budget cut,2026-01-10T12:00:00Z,2026-04-10T12:00:00Z,"a"
  3,lost,bad timing,2026-01-10," 2026-02-01 ",a
  4,lost,bad timing,2026-01-10,soon,a
  5,lost,competitor,2026-01-10,"2026-01-01",a
  6,lost,no budget,,2026-05-30T00:00:00Z,a
  7,lost,no budget,,2020-01-01,a
  8,lost,no budget,9999-12-01,,a
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 lost.csv > once.csv
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2027-03-01 once.csv | cmp - once.csv
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 -c next_follow_up_at,x,id -w 'id in (1,3)' lost.csv
  next_follow_up_at,x,id
  2026-02-09T00:00:00Z,"a",1
  " 2026-02-01 ",a,3
  $ printf '%s\n' '{"id":1,"status":"lost","lost_reason":"budget","next_follow_up_at" : "2026\u002d02"}' '{"id":2}' '{"next_follow_up_at":null,"id":3,"closed_at":"2026-01-01","status":"lost","lost_reason":"budget"}' > lost.jsonl
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 lost.jsonl -c -temperature,-category,-missing,-next_question,-icp,-persona,-qualify_reasons
  {"id":1,"status":"lost","lost_reason":"budget","next_follow_up_at":"2026\u002d02","qualification":"undecided"}
  {"id":2,"qualification":"undecided","next_follow_up_at":null}
  {"next_follow_up_at":"2026-04-01T00:00:00Z","id":3,"closed_at":"2026-01-01","status":"lost","lost_reason":"budget","qualification":"undecided"}
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 lost.jsonl | cut -c 1-100
  {"id":1,"status":"lost","lost_reason":"budget","next_follow_up_at" : "2026\u002d02","qualification":
  {"id":2,"qualification":"undecided","temperature":"","category":"","missing":["budget","authority","
  {"next_follow_up_at":"2026-04-01T00:00:00Z","id":3,"closed_at":"2026-01-01","status":"lost","lost_re
  $ lead-qualify -p $EXAMPLES/bant-weighted.json --now 2026-03-01 lost.jsonl -T csv -c next_follow_up_at,id
  next_follow_up_at,id
  2026-02,1
  ,2
  2026-04-01T00:00:00Z,3

Frameworks are views of the same evidence.

  $ printf 'id,budget,need\n1,yes,\n' > view.csv
  $ for f in bant champ anum meddic; do
  >   lead-qualify -p $EXAMPLES/bant-weighted.json --framework $f -c missing,next_question,qualify_reasons view.csv | tail -n 1
  > done
  authority;need;timeframe,Which problem should it solve?,perhaps mql: bant_points >= 40;budget yes;authority unknown;need unknown;timeframe unknown
  challenges;authority;prioritization,Which problem should it solve?,perhaps mql: bant_points >= 40;challenges unknown;authority unknown;money yes;prioritization unknown
  authority;need;urgency,Which problem should it solve?,perhaps mql: bant_points >= 40;authority unknown;need unknown;urgency unknown;money yes
  metrics;economic_buyer;decision_criteria;decision_process;pain;champion,Which problem should it solve?,perhaps mql: bant_points >= 40;metrics unknown;economic_buyer unknown;decision_criteria unknown;decision_process unknown;pain unknown;champion unknown
  $ lead-qualify --framework spin view.csv
  ! lead-qualify: --framework: "spin" is none of: bant champ meddic anum
  ! lead-qualify: lead-qualify --help lists the options
  [2]
  $ cat > meddic.json <<'.'
  > { "lead-policy": 1, "framework": "meddic",
  >   "evidence": {
  >     "metrics": { "yes": "`metrics` is known", "question": "What is it worth to you, in figures?" },
  >     "authority": { "yes": "authority = yes", "no": "authority = no" },
  >     "need": { "yes": "need is known" },
  >     "champion": { "yes": "`champion` is known", "question": "Who will sell it when we are not there?" } },
  >   "levels": { "sql": "meddic >= 3", "mql": "meddic >= 1" } }
  > .
  $ printf 'id,metrics,authority,need,champion\n1,2M a year,yes,slow,\n2,,no,slow,\n3,,,,\n' |
  >   lead-qualify -p meddic.json -c id,qualification,missing,next_question
  id,qualification,missing,next_question
  1,sql,,
  2,mql,metrics;decision_criteria;decision_process;champion,"What is it worth to you, in figures?"
  3,undecided,metrics;economic_buyer;decision_criteria;decision_process;pain;champion,"What is it worth to you, in figures?"

Those that we went to have to jump higher than those that came to us; where neither the lead nor its
source says which, and it matters, it is missing.

  $ echo '{ "lead-policy": 1, "levels": { "mql": { "inbound": "score >= 40", "outbound": "score >= 60" } } }' > ways.json
  $ printf 'id,source,direction,score\n1,cold_call,,50\n2,webinar,,50\n3,webinar,outbound,50\n4,,,50\n5,,,60\n6,,,39\n' |
  >   lead-qualify -p ways.json -c id,qualification,missing,qualify_reasons | sed 's/;budget.*//'
  id,qualification,missing,qualify_reasons
  1,unqualified,,not mql: score >= 60
  2,mql,,mql: score >= 40
  3,unqualified,,not mql: score >= 60
  4,undecided,budget;authority;need;timeframe;direction,perhaps mql: score >= 40
  5,mql,,mql: score >= 40
  6,unqualified,,not mql: score >= 40

Mistakes:

  $ printf '%s\n' 'echo "{ \"lead-policy\": 1, $1 }" > w.json; lead-qualify -p w.json view.csv' > try
  $ sh try '"levels": {}, "framework": "champs"'
  ! lead-qualify: w.json:1: /framework: no such framework; did you mean "champ"?
  [2]
  $ sh try '"levels": {}, "framework": "x"'
  ! lead-qualify: w.json:1: /framework: no such framework; there are bant, champ, meddic, anum
  [2]
  $ sh try '"levels": {}, "framework": 1'
  ! lead-qualify: w.json:1: /framework: expected a text
  [2]
  $ sh try '"levels": { "sql": { "inbound": "id = 1" } }'
  ! lead-qualify: w.json:1: /levels/sql: needs "outbound"
  [2]
  $ sh try '"levels": { "sql": { "in": "id = 1" } }'
  ! lead-qualify: w.json:1: /levels/sql/in: unknown key
  [2]
  $ sh try '"levels": {}, "hold": { "sql": "id = 1" }'
  ! lead-qualify: w.json:1: /hold/sql: there is no such level to enter
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "rating": "need", "yes": "id = 1" } }'
  ! lead-qualify: w.json:1: /evidence/need/rating: a rating stands instead of "yes" and "no"
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "rating": "need", "from": 5, "to": 1 } }'
  ! lead-qualify: w.json:1: /evidence/need: expected 0 <= from < to <= 1000
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "from": 5, "yes": "id = 1" } }'
  ! lead-qualify: w.json:1: /evidence/need: "from" and "to" need a "rating"
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "rating": "" } }'
  ! lead-qualify: w.json:1: /evidence/need/rating: expected the name of a column
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "rating": "needs" } }'
  ! lead-qualify: w.json:1: /evidence/need/rating: no column "needs" in the input; did you mean "need"?
  [2]
  $ sh try '"levels": {}, "evidence": { "need": { "weight": 0 } }'
  ! lead-qualify: w.json:1: /evidence/need/weight: expected a weight above 0, 1000 at most
  [2]
  $ sh try '"levels": {}, "evidence": { "metric": {} }'
  ! lead-qualify: w.json:1: /evidence/metric: unknown key; did you mean "metrics"?
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1" } ]'
  ! lead-qualify: w.json:1: /recycle/0: needs a name, "when" and "after"
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "90 beers" } ]'
  ! lead-qualify: w.json:1: /recycle/0/after: expected a length of time like "14d" or "36h"
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "3bd" } ]'
  ! lead-qualify: w.json:1: /recycle/0/after: expected a length of time like "14d" or "36h"
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "4000d" } ]'
  ! lead-qualify: w.json:1: /recycle/0/after: expected ten years at most
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "4d", "from": "closed" } ]'
  ! lead-qualify: w.json:1: /recycle/0/from: no column "closed" in the input
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "4d", "from": "title" } ]'
  ! lead-qualify: w.json:1: /recycle/0/from: title is not a time
  [2]
  $ sh try '"levels": {}, "recycle": [ { "name": "x", "when": "id = 1", "after": "4d", "from": "" } ]'
  ! lead-qualify: w.json:1: /recycle/0/from: expected the name of a column
  [2]
  $ sh try '"levels": { "sql": "id = 1 and closed = 1" }'
  ! lead-qualify: w.json:1: /levels/sql: 12: no column "closed" in the input
  [2]
  $ sh try '"levels": {}, "recycle": { "name": "x" }'
  ! lead-qualify: w.json:1: /recycle: expected a list
  [2]
