Time.  Ten leads; seven converted after 1 to 7 days, three came in 2, 4 and 30 days ago and wait.
By Kaplan and Meier the share is, by hand: day 1: 1/10; day 2: 1 - 9/10 * 8/9; then one is no longer
watched; day 3: 1 - 8/10 * 6/7; day 4: 1 - 6.857/10 * 5/6; another gone; day 5: 1 - 5.714/10 * 3/4.

  $ { echo id,created_at,conversion_at
  > for d in 1 2 3 4 5 6 7; do echo "c$d,2026-01-01,2026-01-0$((d + 1))"; done
  > echo w2,2026-02-27,; echo w4,2026-02-25,; echo w30,2026-01-30,; } > ten.csv
  $ lead-funnel --now 2026-03-01 --times ten.csv | sed '1,/^$/d'
  age_seconds,converted,watched
  0,0,10
  86400,0.1,10
  172800,0.2,9
  259200,0.314286,7
  432000,0.571429,4
  604800,0.857143,2
  864000,0.857143,1
  1209600,0.857143,1
  1814400,0.857143,1
  2592000,0.857143,1

The last stage's row tells of the whole way; half have come when the share passes one half:

  $ lead-funnel --now 2026-03-01 ten.csv | grep conversion | cut -d, -f15-18
  345600,518400,345600,432000

The vector of scipy's in statistics.tsv, through the tool:

  $ grep '^km' $DATA/statistics.tsv | head -n 1 | cut -f2 | tr ' ' '\n' | awk -F: '
  >   BEGIN { print "id,created_at,conversion_at" }
  >   { now = 1772323200; made = $2 ? 1700000000 : now - $1 * 86400
  >     print NR "," strftime("%Y-%m-%dT%H:%M:%SZ", made, 1) "," ($2 ? strftime("%Y-%m-%dT%H:%M:%SZ", made + $1 * 86400, 1) : "") }' > km.csv
  $ lead-funnel --now 2026-03-01 --times km.csv | sed '1,/^$/d' | awk -F, '$1 == 5*86400 || $1 == 10*86400 || $1 == 30*86400 || $1 == 45*86400 { print $1 / 86400, $2 }'
  5 0
  10 0.043478
  30 0.358124
  45 0.429443
  $ grep '^km' $DATA/statistics.tsv | head -n 1 | cut -f4
  0,0.04347826087,0.0938215103,0.3581235698,0.4294431732,1

Stuck: open for longer in its stage than nine in ten of those who moved on.  Four moved on from
interest after 1, 2, 3 and 10 days: the ninth tenth of four is the third, 3 days.

  $ { echo id,status,interest_at,intent_at
  > echo a,open,2026-01-01,2026-01-02; echo b,open,2026-01-01,2026-01-03
  > echo c,open,2026-01-01,2026-01-04; echo d,open,2026-01-01,2026-01-11
  > echo fresh,open,2026-02-27,; echo late,open,2026-02-20,; echo later,open,2026-01-20,
  > echo gone,lost,2026-01-01,; } > stuck.csv
  $ lead-funnel --now 2026-03-01 --stuck stuck.csv | sed '1,/^$/d'
  stage,id,waited_seconds,limit_seconds
  interest,later,3456000,259200
  interest,late,777600,259200

Since and until, a date being the whole day; a lead without a date is left out and counted:

  $ printf 'id,created_at\n1,2026-01-31T23:00:00Z\n2,2026-02-01\n3,2026-02-28T23:59:59Z\n4,2026-03-01\n5,\n' > dates.csv
  $ lead-funnel --since 2026-02-01 --until 2026-02-28 --summary=s --now 2026-04-01 dates.csv | sed -n 2p | cut -d, -f1,2
  awareness,2
  ! lead-funnel: leads without a date of creation, which were left out: 1
  $ jq -c '[.read, .written, .filtered, .without_date]' s
  [5,2,3,1]
  $ lead-funnel --since tomorrowish dates.csv
  ! lead-funnel: --since: expected a time, such as 2026-03-31
  [2]

Cohorts: two leads of January, one converted in January, one in March; one of February, in March.
On 1 April three months are over for January and two for February.

  $ cat > cohort.csv <<'.'
  > id,created_at,conversion_at
  > 1,2026-01-05,2026-01-20
  > 2,2026-01-31,2026-03-01
  > 3,2026-02-01,2026-03-31
  > 4,2026-03-31,
  > 5,,
  > .
  $ lead-funnel --now 2026-04-01 --cohort month cohort.csv | sed '1,/^$/d'
  cohort,leads,month_0,month_1,month_2
  (unknown),1,,,
  2026-01,2,0.5,0.5,1
  2026-02,1,0,1,
  2026-03,1,0,,
  $ lead-funnel --now 2026-04-01 --cohort quarter cohort.csv | sed '1,/^$/d'
  cohort,leads,quarter_0
  (unknown),1,
  2026-Q1,4,0.75
  $ lead-funnel --now 2026-01-26 --cohort week cohort.csv | sed '1,/^$/d'
  cohort,leads,week_0,week_1,week_2
  (unknown),1,,,
  2026-01-05,1,0,0,1
  2026-01-26,2,,,
  2026-03-30,1,,,
  $ lead-funnel --now 2026-04-01 --cohort month cohort.csv | grep conversion | cut -d, -f1-3
  (unknown),conversion,0
  2026-01,conversion,2
  2026-02,conversion,1
  2026-03,conversion,0

The zone says in which month it was:

  $ printf 'id,created_at\n1,2026-01-31T23:30:00Z\n' | lead-funnel --now 2026-04-01 --cohort month --tz Europe/Berlin | sed -n 2p | cut -d, -f1-3
  2026-02,awareness,1

Conversions of which nobody knows when are in no cell of the triangle, and it says so:

  $ printf 'id,created_at,status,closed_at\n1,2026-01-01,won,\n2,2026-01-01,won,2026-01-09\n' | lead-funnel --now 2026-03-01 --cohort month -T table | tail -n 3
    cohort   leads       0       1
    2026-01      2  50.0 %  50.0 %
  The share of a cohort that had converted at the end of the month, counted from 0, after it came in. Empty: not over yet. Not in it, as nobody knows when: conversions of 1 lead.

A time that ends before it begins is a mistake:

  $ lead-funnel --since 2026-03-02 --until 2026-03-01 dates.csv
  ! lead-funnel: --since: not before the end of --until
  [2]
  $ lead-funnel -q --since 2026-03-01 --until 2026-03-01 dates.csv | wc -l
  6

A group of whose leads none was created then is none:

  $ printf 'source,created_at\naged,2025-01-01\nnew,2026-02-01\nnew,2025-01-01\n' | lead-funnel --by source --since 2026-01-01 | cut -d, -f1-3 | sed 2q
  source,stage,reached
  new,awareness,1
