Parts counted under GNU parallel, however they are cut and in whatever order they come, merge into the
bytes of one run.

needs: parallel

  $ awk 'BEGIN { srand(7); print "id,source,variant,status,lost_reason,value,created_at,interest_at,intent_at,conversion_at,activities"
  >   for (i = 0; i < 900; i++) { d = int(rand() * 20) + 1; s = rand(); t = "\"\"type\"\":\"\"x\"\",\"\"channel\"\":\"\""
  >     printf("%d,%s,%s,%s,%s,%d %s,2026-01-%02d,%s,%s,%s,\"[{%s%s\"\",\"\"at\"\":\"\"2026-01-%02d\"\"},{%sc\"\",\"\"at\"\":\"\"2026-01-21\"\"}]\"\n",
  >     i, (rand() < .5) ? "web" : "a|b\\c", (rand() < .5) ? "A" : "B", (s < .2) ? "lost" : (s < .4) ? "won" : "open", (s < .1) ? "price" : "",
  >     rand() * 1000, (rand() < .5) ? "EUR" : "USD", d, (s < .1) ? "" : "2026-02-0" int(rand() * 9 + 1), (s < .3) ? "" : "2026-02-1" int(rand() * 9),
  >     (s >= .2 && s < .4) ? "2026-02-2" int(rand() * 9) : "", t, (rand() < .5) ? "p" : "q", d, t) } }' > leads.csv
  $ printf %s "--now 2026-04-01 --by source --by variant,source --cohort week --stuck --money --attribution --ab variant --losses" > with
  $ lead-funnel $(cat with) --times leads.csv > whole
  $ for block in 3k 20k 1M; do parallel --will-cite --header : --pipe --block $block "lead-funnel $(cat with) --partial" < leads.csv > parts.csv
  > lead-funnel $(cat with) --times --merge parts.csv | cmp - whole
  > { sed -n 1p parts.csv; sed 1d parts.csv | sort -r; } | lead-funnel $(cat with) --times --merge | cmp - whole; done
