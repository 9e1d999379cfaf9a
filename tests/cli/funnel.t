lead-funnel counts.  The numbers are counted by hand from this file:

  $ cat > f.csv <<'.'
  > id,source,stage,status,created_at,interest_at,consideration_at,intent_at,conversion_at,activities
  > 1,web,awareness,open,2026-01-01,,,,,
  > 2,web,interest,open,2026-01-01,2026-01-03,,,,
  > 3,web,conversion,won,2026-01-01,2026-01-03,2026-01-05,2026-01-09,2026-01-10,
  > 4,,,won,,,,,,
  > 5,fair,consideration,lost,,,,,,
  > 6,fair,,open,2026-01-01,,,,,"[{""type"":""stage"",""stage"":""Intent"",""at"":""2026-01-31""}]"
  > .
  $ lead-funnel --now 2026-03-01 f.csv
  stage,reached,step,step_low,step_high,overall,overall_low,overall_high,dropped,current,lost,skipped,went_back,reentered,median_seconds,p90_seconds,mean_seconds,kaplan_meier_seconds,sample,times
  awareness,6,,,,1,0.609666,1,1,1,0,0,0,0,172800,172800,979200,172800,few,exact
  interest,5,0.833333,0.436497,0.969947,0.833333,0.436497,0.969947,1,1,0,1,0,0,172800,172800,172800,172800,few,exact
  consideration,4,0.8,0.375535,0.963776,0.666667,0.299993,0.903229,1,0,1,1,0,0,345600,345600,345600,345600,few,exact
  intent,3,0.75,0.300642,0.954413,0.5,0.187616,0.812384,1,1,0,0,0,0,86400,86400,86400,86400,few,exact
  conversion,2,0.666667,0.20766,0.938508,0.333333,0.096771,0.700007,,2,0,0,0,0,777600,777600,777600,,few,exact

What has not happened yet at --now does not count:

  $ lead-funnel --now 2026-01-04 f.csv | cut -d, -f1,2
  stage,reached
  awareness,6
  interest,4
  consideration,3
  intent,2
  conversion,2

Stages of one's own, and a stage that is none of them:

  $ lead-funnel --stages awareness,interest,conversion --now 2026-03-01 f.csv | cut -d, -f1,2
  stage,reached
  awareness,6
  interest,3
  conversion,2
  ! lead-funnel: leads in a stage that is none of the funnel's, which counts as the first; --stages names others: 1

Groups, in the order of their values; a group without a value has a name:

  $ lead-funnel --by source,status --now 2026-03-01 f.csv | grep awareness | cut -d, -f1-4
  (unknown),won,awareness,1
  fair,lost,awareness,1
  fair,open,awareness,1
  web,open,awareness,2
  web,won,awareness,1

Several groupings in one run; a column that is not grouped by is empty:

  $ lead-funnel --by source --by status --now 2026-03-01 f.csv | grep -e stage -e conversion | cut -d, -f1-4
  source,status,stage,reached
  (unknown),,conversion,1
  fair,,conversion,0
  web,,conversion,1
  ,lost,conversion,0
  ,open,conversion,0
  ,won,conversion,2

Why they were lost:

  $ sed 's/,activities/,lost_reason/; s/,,,,,$/,,,,,price/' f.csv | lead-funnel --losses | sed -n '/^$/,$p'
  
  stage,lost_reason,lost,share
  consideration,price,1,1
  $ sed 's/,activities/,lost_reason/; s/,,,,,$/,,,,,price/' f.csv | lead-funnel --losses -T json | jq -c .losses
  [{"stage":"consideration","lost_reason":"price","lost":1,"share":1}]

The same bytes for any number of threads, and as JSON:

  $ for j in 1 2 4; do LEAD_BLOCK=64 lead-funnel -j$j --by source --now 2026-03-01 f.csv | cksum; done | uniq | wc -l
  1
  $ lead-funnel -T json --by source --now 2026-03-01 f.csv | jq -c '.[0]'
  {"source":"(unknown)","stage":"awareness","reached":1,"step":null,"step_low":null,"step_high":null,"overall":1,"overall_low":0.206549,"overall_high":1,"dropped":0,"current":0,"lost":0,"skipped":0,"went_back":0,"reentered":0,"median_seconds":null,"p90_seconds":null,"mean_seconds":null,"kaplan_meier_seconds":null,"sample":"few","times":"exact"}

No leads, no rows:

  $ head -n 1 f.csv | lead-funnel
  stage,reached,step,step_low,step_high,overall,overall_low,overall_high,dropped,current,lost,skipped,went_back,reentered,median_seconds,p90_seconds,mean_seconds,kaplan_meier_seconds,sample,times
  $ head -n 1 f.csv | lead-funnel -T json
  []
  $ lead-funnel -T json < /dev/null
  []

Mistakes:

  $ lead-funnel --by souce f.csv
  ! lead-funnel: --by: no column "souce" in the input; did you mean "source"?
  [2]
  $ lead-funnel --stages one f.csv
  ! lead-funnel: --stages: a funnel has two at least
  [2]
  $ lead-funnel --stages one,One f.csv
  ! lead-funnel: --stages: "One" twice
  [2]
  $ lead-funnel --stages one,,two f.csv
  ! lead-funnel: --stages: a stage without a name
  [2]
  $ lead-funnel -T svgg f.csv
  ! lead-funnel: --to: unknown word "svgg" (did you mean svg?)
  ! lead-funnel: lead-funnel --help lists the options
  [2]
  $ lead-funnel f.csv > /dev/full
  ! lead-funnel: (stdout): write: No space left on device
  [4]

A grouping by what tells everybody apart is refused, and told what asked for it:

  $ awk 'BEGIN { print "id,status"; for (i = 0; i <= 100000; i++) print i ",open" }' > many.csv
  $ lead-funnel --now 2026-03-01 --by id many.csv
  ! lead-funnel: --by: more than 100000 different groups
  [3]

So many groups and stages that not all of them are tallied, counted as awk does, with one worker and with
three, and as when each lead is looked at by itself.

  $ awk 'BEGIN { srand(5); print "id,source,stage,created_at"; for (i = 0; i < 30000; i++)
  >   printf("%d,s%03d,%c,2026-01-%02dT00:00:00Z\n", i, rand() * 700, 97 + rand() * 12, 1 + rand() * 28) }' > many.csv
  $ printf %s "--now 2026-04-01 --stages a,b,c,d,e,f,g,h,i,j,k,l --by source -T csv" > with
  $ lead-funnel $(cat with) -j1 many.csv > one
  $ awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at["current"] { print $1, $2, $at["current"] }' one | sort > ours
  $ awk -F, 'NR != 1 { n[$2 " " $3]++ } END { for (i in n) print i, n[i] }' many.csv | sort | cmp - ours
  $ lead-funnel $(cat with) -j3 many.csv | cmp - one
  $ lead-funnel $(cat with) --since 0001-01-01 many.csv | cmp - one
  $ lead-funnel $(cat with) --where 'id >= 0' many.csv | cmp - one
