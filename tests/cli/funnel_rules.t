Which entries of stages count: five leads, and the numbers that each option changes.  The numbers
are counted by hand.

  $ cat > five.csv <<'.'
  > id,a_at,b_at,c_at,activities
  > straight,2026-01-01,2026-01-02,2026-01-03,
  > skips b,2026-01-01,,2026-01-03,
  > b after c,2026-01-01,2026-01-09,2026-01-03,
  > slow,2026-01-01,2026-01-02,2026-03-01,
  > again,2026-01-01,2026-03-02,2026-03-03,"[{""type"":""stage"",""stage"":""a"",""at"":""2026-03-01""}]"
  > .
  $ cat > funnel <<'.'
  > lead-funnel --now 2026-04-01 --stages a,b,c "$@" five.csv | cut -d, -f1,2,12-15
  > .

Whoever is in a later stage has reached those before it; one lead skipped b, one came back to b
from c, one to a from nowhere further:

  $ sh funnel
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,172800
  b,5,1,1,0,86400
  c,5,0,0,0,172800
  $ sh funnel --skip drop
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,86400
  b,4,0,1,0,86400
  c,4,0,0,0,172800
  $ sh funnel --order strict
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,172800
  b,5,2,1,0,86400
  c,5,0,0,0,172800
  $ sh funnel --order strict --skip drop
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,86400
  b,4,0,1,0,86400
  c,3,0,0,0,5097600

Within thirty days of the first entry, of the last, of the one that leads furthest:

  $ sh funnel --window 30d
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,86400
  b,4,1,1,0,86400
  c,3,0,0,0,172800
  $ sh funnel --window 30d --reentry last
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,86400
  b,5,1,1,0,86400
  c,4,0,0,0,172800
  $ sh funnel --window 30d --reentry any
  stage,reached,skipped,went_back,reentered,median_seconds
  a,5,0,0,0,86400
  b,5,1,1,0,86400
  c,4,0,0,0,172800

A time that is not known is in no window, and that is said:

  $ printf 'id,a_at,stage\n1,2026-01-01,c\n' | lead-funnel --now 2026-04-01 --stages a,b,c --window 30d | cut -d, -f1,2
  stage,reached
  a,1
  b,0
  c,0
  ! lead-funnel: leads that entered stages at an unknown time, which --window leaves out: 1

Categories and levels of qualification as stages; disqualified is lost:

  $ printf 'category,qualification\nsuspect,undecided\ncustomer,sql\nopportunity,mql\nlead,disqualified\n' > levels.csv
  $ lead-funnel --track category levels.csv | cut -d, -f1,2,10,11
  stage,reached,current,lost
  suspect,4,1,0
  lead,3,1,0
  prospect,2,0,0
  opportunity,2,1,0
  customer,1,1,0
  $ lead-funnel --track qualification levels.csv | cut -d, -f1,2,10,11
  stage,reached,current,lost
  lead,4,1,1
  iql,2,0,0
  mql,2,1,0
  sql,1,1,0

Mistakes:

  $ lead-funnel --window soon five.csv
  ! lead-funnel: --window: expected a length of time, such as 90d
  [2]
  $ lead-funnel --order sideways five.csv
  ! lead-funnel: --order: "sideways" is none of: loose strict
  ! lead-funnel: lead-funnel --help lists the options
  [2]

A history of a hundred thousand entries, each of which could be the start, takes no longer than its
length:

  $ awk 'BEGIN { print "id,activities"; printf "1,\"["; q = "\"\""
  >   for (i = 0; i < 100000; i++) printf "%s{" q "type" q ":" q "stage" q "," q "stage" q ":" q "%s" q "," q "at" q ":" q "2026-01-%02dT%02d:%02d:%02dZ" q "}",
  >     i ? "," : "", i % 2 ? "awareness" : "interest", 1 + i / 10000, i / 400 % 24, i / 60 % 60, i % 60
  >   print "]\"" }' > long.csv
  $ for rules in "" "--order strict --skip drop"; do
  >   (ulimit -t 10; lead-funnel --now 2026-03-01 --max-record 16M --reentry any --window 9d $rules long.csv) | cut -d, -f1-3; done
  stage,reached,step
  awareness,1,
  interest,1,1
  consideration,0,0
  intent,0,
  conversion,0,
  stage,reached,step
  awareness,1,
  interest,1,1
  consideration,0,0
  intent,0,
  conversion,0,

A group called like a column of the report has another name there; two columns never have one.

  $ printf 'id,stage,lost,stage_at\n1,interest,x,2026-01-01\n' > s.csv
  $ lead-funnel --now 2026-03-01 --by stage,lost -T json s.csv | head -n 2 | cut -d, -f1-4
  [
  {"by_stage":"interest","by_lost":"x","stage":"awareness","reached":1
  $ lead-funnel --now 2026-03-01 --by stage -T csv s.csv | head -n 2 | cut -d, -f1-3
  by_stage,stage,reached
  interest,awareness,1
  $ printf 'id,cohort,created_at\n1,x,2026-01-01\n' > c.csv; lead-funnel --now 2026-03-01 --by cohort --cohort month c.csv -T csv | head -n 2 | cut -d, -f1-4
  cohort,by_cohort,stage,reached
  2026-01,x,awareness,1
