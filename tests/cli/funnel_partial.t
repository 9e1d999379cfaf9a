Sums that are counted apart and merged are the same bytes as one run, for any cut and order:
funnel_parallel.t has the cuts.

  $ awk 'BEGIN { srand(7); print "id,source,variant,status,lost_reason,value,created_at,interest_at,intent_at,conversion_at,activities"
  >   for (i = 0; i < 900; i++) { d = int(rand() * 20) + 1; s = rand(); t = "\"\"type\"\":\"\"x\"\",\"\"channel\"\":\"\""
  >     printf("%d,%s,%s,%s,%s,%d %s,2026-01-%02d,%s,%s,%s,\"[{%s%s\"\",\"\"at\"\":\"\"2026-01-%02d\"\"},{%sc\"\",\"\"at\"\":\"\"2026-01-21\"\"}]\"\n",
  >     i, (rand() < .5) ? "web" : "a|b\\c", (rand() < .5) ? "A" : "B", (s < .2) ? "lost" : (s < .4) ? "won" : "open", (s < .1) ? "price" : "",
  >     rand() * 1000, (rand() < .5) ? "EUR" : "USD", d, (s < .1) ? "" : "2026-02-0" int(rand() * 9 + 1), (s < .3) ? "" : "2026-02-1" int(rand() * 9),
  >     (s >= .2 && s < .4) ? "2026-02-2" int(rand() * 9) : "", t, (rand() < .5) ? "p" : "q", d, t) } }' > leads.csv
  $ printf %s "--now 2026-04-01 --by source --by variant,source --cohort week --stuck --money --attribution --ab variant --losses" > with
  $ lead-funnel $(cat with) --times leads.csv > whole
  $ wc -l < whole | awk '{ print ($1 > 300) }'
  1
Merging sums gives sums that can be merged; and a part of nothing is one, too:

  $ head -n 1 leads.csv | lead-funnel $(cat with) --partial > none.csv
  $ lead-funnel $(cat with) --partial leads.csv > all.csv
  $ lead-funnel $(cat with) --times --merge none.csv all.csv | cmp - whole

A part that was cut short, or lost a row, is no part; nothing is reported of it:

  $ wc -l < all.csv
  868
  $ head -n 200 all.csv | lead-funnel $(cat with) --merge
  ! lead-funnel: sums that are not whole: 199 rows, but --partial wrote 0
  [3]
  $ sed 300d all.csv | lead-funnel $(cat with) --merge
  ! lead-funnel: sums that are not whole: 865 rows, but --partial wrote 866
  [3]
  $ printf 'part,key,sums\n' | lead-funnel --merge -T json | head -n 1
  []

Other settings, and what is not sums, are refused, not added:

  $ lead-funnel --now 2026-04-02 --merge all.csv > /dev/null
  ! lead-funnel: all.csv:3:31: sums: not sums that --partial writes: shape "a 9 9 9 9 9 9 99 9 9 99 9 9 9 99 9 9 9 9..."
  ! lead-funnel: all.csv:4:31: sums: not sums that --partial writes: shape "a 9 999 999 999 999 999 999 999 999 999 ..."
  ! lead-funnel: all.csv:5:31: sums: not sums that --partial writes: shape "a 9 999 999 999 999 999 999"
  ! lead-funnel: sums: not sums that --partial writes: … and 309 more
  ! lead-funnel: sums of other settings: --partial and --merge want the same options and the same --now
  [3]
  $ printf 'part,key,sums\ngroups,:0|,n 1 2\ngroups,:9|,n 1\nx,:,n\ngroups,:0|,t 99 5\ngroups,:0|,b 0 5 1:3\nlosses,:99|x|,n 1\ngroups,0|,n\n' | lead-funnel --merge | wc -l
  1
  ! lead-funnel: (stdin):2:12: sums: not sums that --partial writes: shape "a 9 9"
  ! lead-funnel: (stdin):3:12: sums: not sums that --partial writes: shape "a 9"
  ! lead-funnel: (stdin):4:5: sums: not sums that --partial writes: shape "a"
  ! lead-funnel: sums: not sums that --partial writes: … and 4 more
  ! lead-funnel: 7 of 7 records were refused; --rejects FILE keeps them
  $ lead-funnel --merge leads.csv
  ! lead-funnel: --merge: no column "part" in the input
  [2]
  $ lead-funnel --partial --merge leads.csv
  ! lead-funnel: --partial and --merge exclude each other
  [2]

Sums that nobody could have counted do not run over:

  $ (echo part,key,sums; for i in 1 2; do echo 'end,:,n 1099511627776'; done) | lead-funnel --merge | wc -l
  0
  ! lead-funnel: (stdin):3:7: sums: not sums that --partial writes: shape "a 999"
  ! lead-funnel: sums that are not whole: 0 rows, but --partial wrote 1099511627776
  $ (echo part,key,sums; for i in 1 2; do echo 'groups,:0|,b 0 9223372036854775807 1:100001'; done; echo end,:,n 2) | lead-funnel --merge
  ! lead-funnel: amounts too large to add up
  [3]
