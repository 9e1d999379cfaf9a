lead-funnel with the stages of somebody else's system.  Counted by hand from this file: three came
in as New, two of them had a demo, one of these is won; whoever wrote the last activity wrote "demo":

  $ cat > deals.csv <<'.'
  > id,stage,status,created_at,activities
  > 1,Won,won,2026-01-01,"[{""type"":""stage"",""stage"":""New"",""at"":""2026-01-01""},{""type"":""stage"",""stage"":""Demo"",""at"":""2026-01-05""},{""type"":""stage"",""stage"":""Won"",""at"":""2026-01-09""}]"
  > 2,Demo,open,2026-01-02,"[{""type"":""stage"",""stage"":""New"",""at"":""2026-01-02""},{""type"":""stage"",""stage"":""demo"",""at"":""2026-01-07""}]"
  > 3,New,open,2026-01-03,
  > .
  $ lead-funnel --now 2026-02-01 --stages file deals.csv | cut -d, -f1,2,10,15
  stage,reached,current,median_seconds
  New,3,1,345600
  Demo,2,1,345600
  Won,1,1,691200

It says that the stages are the file's; from a pipe, from JSON, by any number of threads it is the same:

  $ lead-funnel --now 2026-02-01 --stages file -T md < deals.csv | sed -n 3p
  3 leads as of 2026-02-01: 2 by the times of their stages, 1 by their current stage alone, 0 without either. The stages are the file's, in the order in which leads entered them.
  $ lead-import --now 2026-02-01 -q -T jsonl deals.csv -c id,stage,status,created_at,activities > deals.jsonl
  $ for j in 1 2 4; do for f in deals.csv deals.jsonl; do LEAD_BLOCK=64 lead-funnel -j$j --now 2026-02-01 --stages file $f | cksum; done; done | uniq | wc -l
  1

Columns that are called as a stage tell of it, and others do not:

  $ cat > columns.csv <<'.'
  > id,stage,status,created_at,synced_at,won_at,demo_booked_at,new_at
  > 1,Won,won,2026-01-01,2026-01-01,2026-01-09,2026-01-04,2026-01-01
  > 2,Demo booked,open,2026-01-01,2026-01-02,,2026-01-07,2026-01-02
  > 3,New,open,2026-01-01,,,,2026-01-03
  > .
  $ lead-funnel --now 2026-02-01 --stages file columns.csv | cut -d, -f1,2,10,15
  stage,reached,current,median_seconds
  New,3,1,259200
  Demo booked,2,1,432000
  Won,1,1,691200

What has not happened yet says nothing of the order:

  $ lead-funnel --now 2026-01-05 --stages file columns.csv
  ! lead-funnel: a single lead names each of them, so they are not shown; --show-values shows them
  ! lead-funnel: --stages file: the times in it do not say in which order its 3 stages are
  [2]

Without any times nobody knows the order, and what can be known is ready to be mended and pasted.  A
word that a single lead has could be anything, and is not shown unless values may be:

  $ cut -d, -f1-4 deals.csv > bare.csv; sed -n '2,4s/^/1/p' bare.csv >> bare.csv; echo "9,Trader's end,," >> bare.csv
  $ lead-funnel --stages file bare.csv
  ! lead-funnel: put them in order, and leave out where only lost leads are: --stages 'Demo,New,Won' and 1 that a single lead names; --show-values shows all
  ! lead-funnel: --stages file: the times in it do not say in which order its 4 stages are
  [2]
  $ lead-funnel --stages file --show-values bare.csv
  ! lead-funnel: put them in order, and leave out where only lost leads are: --stages 'Demo,New,Trader'\''s end,Won'
  ! lead-funnel: --stages file: the times in it do not say in which order its 4 stages are
  [2]

As many leads one way as the other, or two ends of which nobody sees both, are no order either:

  $ sed 's/2026-01-07,2026-01-02/2026-01-02,2026-01-07/' columns.csv | lead-funnel --now 2026-02-01 --stages file 2>&1 | tail -n 1
  lead-funnel: --stages file: the times in it do not say in which order its 3 stages are
  $ sed 's/^3,New,open/3,Lost,lost/' columns.csv | lead-funnel --now 2026-02-01 --stages file 2>&1 | tail -n 1
  lead-funnel: --stages file: the times in it do not say in which order its 3 stages are

The usual stages, or some of them, are in the usual order:

  $ printf 'stage\nintent\nInterest\n' | lead-funnel --stages file | cut -d, -f1,2
  stage,reached
  awareness,2
  interest,2
  consideration,1
  intent,1
  conversion,0
  $ printf 'qualification\nsql\nundecided\ndisqualified\n' | lead-funnel --track qualification --stages file | cut -d, -f1,2,10,11
  stage,reached,current,lost
  lead,3,1,1
  iql,1,0,0
  mql,1,0,0
  sql,1,1,0
  $ head -n 1 deals.csv | lead-funnel --stages file | wc -l
  1
  $ lead-funnel --stages file < /dev/null

There have to be two at least, and 32 at most, without commas:

  $ printf 'stage\nNew\nnew\n' | lead-funnel --stages file
  ! lead-funnel: --stages file: leads stand in one, and a funnel has two stages at least
  [2]
  $ printf 'id\n1\n' | lead-funnel --stages file
  ! lead-funnel: --stages file: leads stand in none, and a funnel has two stages at least
  [2]
  $ (echo stage; seq 33) | lead-funnel --stages file
  ! lead-funnel: --stages file: leads stand in more than 32 stages, or columns tell of more than 32 times
  [2]
  $ (echo stage; seq 1000) | lead-funnel --stages file
  ! lead-funnel: --stages file: leads stand in more than 32 stages, or columns tell of more than 32 times
  [2]
  $ printf 'stage\nNew\n"Demo, held"\n' | lead-funnel --stages file
  ! lead-funnel: --stages file: a stage has a comma in its name, which no list can have
  [2]

Parts are counted by the names that were found, and the sums want these:

  $ lead-funnel --now 2026-02-01 --stages file --partial deals.csv > part.csv
  $ lead-funnel --now 2026-02-01 --stages New,Demo,Won --merge part.csv | cut -d, -f1,2
  stage,reached
  New,3
  Demo,2
  Won,1
  $ lead-funnel --now 2026-02-01 --stages file --merge part.csv
  ! lead-funnel: --stages file: no leads are in the input of --merge; it wants the names that --partial found
  [2]

Who asks for no stages and has others than the usual ones gets no funnel in which all stand in the
first; of a few strays it is only told:

  $ lead-funnel bare.csv
  ! lead-funnel: 7 leads stand in stages that are none of the funnel's, more than in those that are: --stages file takes the file's own, --stages LIST names them
  [2]
  $ lead-funnel --partial bare.csv 2> /dev/null | lead-funnel --merge
  ! lead-funnel: 7 leads stand in stages that are none of the funnel's, more than in those that are: --stages file takes the file's own, --stages LIST names them
  [2]
  $ printf 'stage\nintent\nDemo\n' | lead-funnel | head -n 2 | cut -d, -f1,2
  stage,reached
  awareness,2
  ! lead-funnel: leads in a stage that is none of the funnel's, which counts as the first; --stages names others: 1

Two inputs have to have the same columns, whether they are looked at twice or not:

  $ lead-funnel --stages file deals.csv bare.csv
  ! lead-funnel: bare.csv:1: there is no column "activities", which deals.csv has
  [3]
