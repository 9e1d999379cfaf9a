lead-qualify, with the built-in policy.

  $ cat $DATA/qualify.csv
  id,title,email,budget,authority,need,timeframe,score,engagement,status,stage,value
  1,CEO,a@b.co,25k,,replace x,this quarter,50,30,open,intent,100
  2,,a@b.co,,,,,30,0,open,,
  3,student,a@b.co,,,,,30,0,open,,
  4,Buyer,a@b.co,not yet,needs approval,just looking,someday,5,0,open,,
  5,Buyer,a@b.co,10k,,,,,,,,
  6,,,,,,,10,,,,

1 has all four kinds of evidence, the second by title; 2 only a score; 4 a no to everything; of 5 and
6 it cannot be told, and a higher bar than the one that is open is not claimed.

  $ lead-qualify -c id,qualification,temperature,category,missing,next_question $DATA/qualify.csv
  id,qualification,temperature,category,missing,next_question
  1,sql,hot,opportunity,,
  2,iql,cold,lead,budget;authority;need;timeframe,"Is there a budget for this, and how much?"
  3,disqualified,cold,suspect,,
  4,unqualified,cold,lead,,
  5,undecided,,lead,authority;need;timeframe;score,"Who decides, and who signs?"
  6,undecided,,suspect,budget;authority;need;timeframe,"Is there a budget for this, and how much?"
  $ lead-qualify -c id,qualify_reasons $DATA/qualify.csv | head -n 5
  id,qualify_reasons
  1,sql: status = won or bant >= 3 or (bant >= 2 and score >= 45);budget yes;authority yes;need yes;timeframe yes
  2,iql: score >= 20 or magnet is known;not mql: score >= 40 and (email is known or phone is known);budget unknown;authority unknown;need unknown;timeframe unknown
  3,not a buyer
  4,not iql: score >= 20 or magnet is known;budget no;authority no;need no;timeframe no

Only some levels; the others are filtered, and the summary counts all.

  $ lead-qualify --only sql,IQL -c id,qualification --summary $DATA/qualify.csv
  id,qualification
  1,sql
  2,iql
  ! {"tool": "lead-qualify", "read": 6, "written": 2, "merged": 0, "updated": 0, "filtered": 4, "rejected": 0, "blank": 0, "lines": 7, "bytes": 317, "row_sum": "00000002315981cd", "lines_written": 3, "bytes_written": 29, "row_sum_written": "0000000156125e76", "disqualified": 1, "unqualified": 1, "undecided": 2, "iql": 1, "mql": 0, "sql": 1}
  $ lead-qualify --only slq $DATA/qualify.csv
  ! lead-qualify: --only: no level "slq"; did you mean "sql"?
  [2]

Why:

  $ lead-qualify --why 5 $DATA/qualify.csv > /dev/null
  ! 5: undecided
  !   perhaps sql: status = won or bant >= 3 or (bant >= 2 and score >= 45)
  !     unknown: status = won
  !     unknown: bant >= 3
  !     unknown: (bant >= 2 and score >= 45)
  !   perhaps mql: score >= 40 and (email is known or phone is known)
  !     unknown: score >= 40
  !   perhaps iql: score >= 20 or magnet is known
  !     unknown: score >= 20
  !     no: magnet is known
  !   budget yes
  !   authority unknown
  !   need unknown
  !   timeframe unknown
  !   ask: Who decides, and who signs?

While evidence is unknown a level is neither given nor refused: with one yes and one unknown of two
asked for, two may be reached; with a no it may not.

  $ cat > p.json <<'.'
  > { "lead-policy": 1,
  >   "evidence": {
  >     "budget": { "yes": "budget = yes", "no": "budget = no", "question": "Money?" },
  >     "need": { "yes": "need = yes", "no": "need = no", "question": "Why?" },
  >     "authority": { "no": "id is known" }, "timeframe": { "no": "id is known" } },
  >   "levels": { "sql": "bant >= 2" },
  >   "icp": [ "country in (DE, AT)", "employees > 50", "id is known" ],
  >   "personas": [ { "name": "buyer", "when": [ "title contains buy", "employees > 50" ] } ] }
  > .
  $ printf 'id,budget,need,country,employees,title\n1,yes,yes,DE,60,buyer\n2,yes,,de,,\n3,no,,FR,60,\n' |
  >   lead-qualify -p p.json -c id,qualification,missing,next_question,icp,persona
  id,qualification,missing,next_question,icp,persona
  1,sql,,,1,buyer
  2,undecided,need,Why?,0.667,
  3,unqualified,,,0.667,buyer

Mistakes in a policy:

  $ echo '{ "lead-policy": 1, "levels": { "sal": "score > 1" } }' > w.json; lead-qualify -p w.json $DATA/qualify.csv
  ! lead-qualify: w.json:1: /levels/sal: unknown key; did you mean "sql"?
  [2]
  $ echo '{ "lead-policy": 1, "levels": { "sql": "bant >" } }' > w.json; lead-qualify -p w.json $DATA/qualify.csv
  ! lead-qualify: w.json:1: /levels/sql: 7: expected a value
  [2]
  $ echo '{ "lead-policy": 1, "levels": {}, "temperature": { "warm": "score > 1" } }' > w.json; lead-qualify -p w.json $DATA/qualify.csv
  ! lead-qualify: w.json:1: /temperature: needs "hot"
  [2]
  $ echo '{ "lead-policy": 1, "disqualify": [ { "reason": "x" } ] }' > w.json; lead-qualify -p w.json $DATA/qualify.csv
  ! lead-qualify: w.json:1: /disqualify/0: needs a name and "when"
  [2]
  $ lead-qualify --print-default > d.json; lead-qualify -p d.json $DATA/qualify.csv | cksum > a
  $ lead-qualify $DATA/qualify.csv | cksum | cmp - a
