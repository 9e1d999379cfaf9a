Money.  In EUR two won (100 and 300), one lost in interest, one in intent; open 1000 in interest and
500.50 in intent.  Of the decided half were won.  The chance in interest: (2 + 10/2) / (4 + 10) = 0.5;
in intent (2 + 5) / (3 + 10) = 0.538462.  Expected: 500 + 269.50.  Cycle: 10 and 20 days, the lower is
the median; velocity: 2 open * 0.5 * 200 / 10 days = 20 a day.  The dollar and the amount without a
currency stay apart, and where nothing was ever decided no chance is known.

  $ cat > deals.csv <<'.'
  > id,stage,status,value,created_at,closed_at
  > 1,,won,100 EUR,2026-01-01,2026-01-11
  > 2,,won,300 EUR,2026-01-01,2026-01-21
  > 3,interest,lost,999 EUR,,
  > 4,intent,lost,1 EUR,,
  > 5,interest,open,1000 EUR,,
  > 6,intent,open,500.50 EUR,,
  > 7,interest,open,70 USD,,
  > 8,interest,open,7,,
  > 9,interest,open,,,
  > .
  $ lead-funnel --now 2026-03-01 --money --summary=s deals.csv | sed '1,/^$/d' | grep -v ',0,0,'
  currency,stage,open,value,chance,expected
  (unknown),interest,1,7,,
  EUR,interest,1,1000,0.5,500
  EUR,intent,1,500.5,0.538462,269.5
  USD,interest,1,70,,
  
  currency,open,value,expected,won,won_value,lost,win_rate,win_rate_low,win_rate_high,cycle_seconds,velocity
  EUR,2,1500.5,769.5,2,400,2,0.5,0.150039,0.849961,864000,20
  $ jq .without_value s
  1

Attribution.  One conversion with touches by a, b, c, d in that order, created at b, opportunity at c:
U is .4 .1 .1 .4; W .3 .3 .3 .1; full path .225 each and a tenth left, which nobody else is there to
take, so a quarter each.  Half-lives: 21, 14, 7, 0 days before the last: 1/8, 1/4, 1/2, 1 of 15/8.

  $ cat > path.csv <<'.'
  > id,source,status,created_at,intent_at,closed_at,activities
  > 1,web,won,2026-01-08,2026-01-15,2026-02-01,"[{""type"":""x"",""at"":""2026-01-01"",""channel"":""a""},{""type"":""x"",""at"":""2026-01-08"",""channel"":""b""},{""type"":""x"",""at"":""2026-01-15"",""channel"":""c""},{""type"":""x"",""at"":""2026-01-22"",""channel"":""d""},{""type"":""x"",""at"":""2026-02-02"",""channel"":""after""}]"
  > .
  $ lead-funnel --now 2026-03-01 --attribution path.csv | sed '1,/^$/d'
  channel,touches,first,last,linear,u_shaped,w_shaped,full_path,time_decay
  a,1,1,0,0.25,0.4,0.3,0.25,0.066667
  b,1,0,0,0.25,0.1,0.3,0.25,0.133334
  c,1,0,0,0.25,0.1,0.3,0.25,0.266666
  d,1,0,1,0.25,0.4,0.1,0.25,0.533333

Two touches at the same second: the first in the file is the first.  One touch, or only a source, has
all.  Three touches by linear: a third each, which adds up to exactly one:

  $ printf 'id,source,status,closed_at,activities\n' > few.csv
  $ printf '1,web,won,2026-02-01,"[{""type"":""x"",""at"":""2026-01-01"",""channel"":""z""},{""type"":""x"",""at"":""2026-01-01"",""channel"":""y""}]"\n' > row.csv
  $ cat few.csv row.csv | lead-funnel --now 2026-03-01 --attribution | sed '1,/^$/d' | cut -d, -f1-6
  channel,touches,first,last,linear,u_shaped
  y,1,0,1,0.5,0.5
  z,1,1,0,0.5,0.5
  $ { cat few.csv; echo 1,web,won,2026-02-01,; echo 2,,won,2026-02-01,; } | lead-funnel --now 2026-03-01 --attribution | sed '1,/^$/d' | cut -d, -f1-5
  channel,touches,first,last,linear
  (unknown),1,1,1,1
  web,1,1,1,1
  $ sed 's/channel"":""y""}/&,{""type"":""x"",""at"":""2026-01-01"",""channel"":""x""}/' row.csv | cat few.csv - | lead-funnel --now 2026-03-01 --attribution | sed '1,/^$/d' | cut -d, -f1,5
  channel,linear
  x,0.333333
  y,0.333333
  z,0.333334

A value that is none is one, however many groupings there are:

  $ printf 'id,source,value,status\n1,a,,open\n2,a,12,won\n' | lead-funnel --money --by source --by id --summary=s -q > /dev/null; jq .without_value s
  1

A million conversions, and half of one, are told to the last:

  $ (echo id,source,status; yes 1,web,won | head -n 1234567) | lead-funnel --attribution --now 2026-03-01 | tail -n 1
  web,1234567,1234567,1234567,1234567,1234567,1234567,1234567,1234567

Time grows with the number of touches, not with its square:

  $ awk 'BEGIN { for (lead = 0; lead < 12; lead++) { printf "{\"status\":\"won\",\"activities\":["
  >   for (i = 0; i < 20000; i++) printf "%s{\"type\":\"x\",\"at\":%d,\"channel\":\"c%d\"}", i ? "," : "", 1767225600 + i, i % 2
  >   print "]}" } }' | sed 's/"at":\([0-9]*\)/"at":"2026-01-01"/g' > long.jsonl
  $ (ulimit -t 10; lead-funnel --attribution --now 2026-03-01 --max-record 8M long.jsonl) | tail -n 2 | cut -d, -f1-4
  c0,120000,12,0
  c1,120000,0,12
