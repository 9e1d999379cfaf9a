Who is waiting for us: the built-in rules.

  $ cat > a.csv <<.
  > id,full_name,temperature,created_at,first_contacted_at,next_follow_up_at,last_contacted_at,do_not_call
  > hot,Ann,hot,2026-03-01T08:00:00Z,,,,
  > warm,"B, Lind",warm,2026-02-27T09:00:00Z,,,,true
  > rest,Cyd,,2026-02-20T09:00:00Z,,,,
  > day,Dee,cold,2026-02-01,2026-02-02,2026-03-02,,true
  > kept,Eli,cold,2026-02-01,2026-02-02,2026-02-10,2026-02-11,
  > bare,Flo,cold,,,,,
  > new,Gus,cold,2026-03-02T08:00:00Z,,,,
  > .
  $ now=--now=2026-03-02T09:00:00Z; lead-due $now --summary -c id,due_at,due_state,due_action,overdue_by,due_rule a.csv
  id,due_at,due_state,due_action,overdue_by,due_rule
  rest,2026-02-23T09:00:00Z,overdue,email,7d,first response
  warm,2026-03-01T09:00:00Z,overdue,email,1d,"first response, warm"
  hot,2026-03-02T08:00:00Z,overdue,call,1h,"first response, hot"
  day,2026-03-03T00:00:00Z,soon,email,,promised
  ! {"tool": "lead-due", "read": 7, "written": 4, "merged": 0, "updated": 0, "filtered": 3, "rejected": 0, "blank": 0, "lines": 8, "bytes": 392, "row_sum": "00000003fead222b", "lines_written": 5, "bytes_written": 284, "row_sum_written": "0000000298b3e0e2", "overdue": 3, "soon": 1, "ok": 1, "no_start": 1, "undecided": 0, "no_rule": 1, "not_permitted": 1}

All of them come in the order of the input, each with a reason.

  $ lead-due --now=2026-03-02T09:00:00Z --all -c id,due_state,due_reason a.csv
  id,due_state,due_reason
  hot,overdue,24h from created_at 2026-03-01T08:00:00Z
  warm,overdue,48h from created_at 2026-02-27T09:00:00Z
  rest,overdue,"72h from created_at 2026-02-20T09:00:00Z; ""first response, hot"" might fit if temperature were known"
  day,soon,next_follow_up_at 2026-03-02; call is not permitted: do_not_call
  kept,,no rule fits
  bare,,created_at is unknown
  new,ok,72h from created_at 2026-03-02T08:00:00Z

What is due at this second is soon, a second later it is overdue.

  $ lead-due --now=2026-03-02T08:00:00Z -w 'id = hot' -c id,due_state,overdue_by a.csv
  id,due_state,overdue_by
  hot,soon,
  $ lead-due --now=2026-03-02T08:00:01Z -w 'id = hot' -c id,due_state,overdue_by a.csv
  id,due_state,overdue_by
  hot,overdue,1s

Raw rows come through as they stand; JSON in, JSON out.

  $ lead-due --now=2026-03-02T09:00:00Z -w 'id = warm' a.csv | tail -1
  warm,"B, Lind",warm,2026-02-27T09:00:00Z,,,,true,2026-03-01T09:00:00Z,overdue,email,1d,"first response, warm",48h from created_at 2026-02-27T09:00:00Z
  $ echo '{"id": 7, "created_at": "2026-02-01T00:00:00Z", "temperature": "cold"}' |
  >   lead-due --now=2026-03-02T09:00:00Z
  id,created_at,temperature,due_at,due_state,due_action,overdue_by,due_rule,due_reason
  7,2026-02-01T00:00:00Z,cold,2026-02-04T00:00:00Z,overdue,email,26d 9h,first response,72h from created_at 2026-02-01T00:00:00Z
  $ lead-due --now=2026-03-02T09:00:00Z -w 'id in (hot, rest)' -T json -c id,due_at a.csv
  [
  {"id":"rest","due_at":"2026-02-23T09:00:00Z"},
  {"id":"hot","due_at":"2026-03-02T08:00:00Z"}
  ]

A table, for people; what is in the cells cannot reach the terminal raw.

  $ lead-due --now=2026-03-02T09:00:00Z -T table a.csv
     DUE     DO     LEAD     RULE
  !  7d      email  Cyd      first response
  !  1d      email  B, Lind  first response, warm
  !  1h      call   Ann      first response, hot
     in 15h  email  Dee      promised
  $ printf 'full_name,created_at,phone\n\033[31mEve\342\200\256,2026-02-01,+1\n' | lead-due --now=2026-03-02T09:00:00Z -T table | cat -v
     DUE     DO     LEAD                 REACH  RULE
  !  25d 9h  email  \x1b[31mEve\u{202e}  +1     first response

Cron hears nothing when there is nothing; the status says it too.

  $ lead-due --now=2026-02-01 --cron a.csv
  $ lead-due --now=2026-02-01 --cron -T table a.csv
  $ lead-due --now=2026-02-01 --cron -T json a.csv
  $ lead-due --now=2026-02-01 --exit-code a.csv
  id,full_name,temperature,created_at,first_contacted_at,next_follow_up_at,last_contacted_at,do_not_call,due_at,due_state,due_action,overdue_by,due_rule,due_reason
  $ lead-due --now=2026-03-02T09:00:00Z --cron --exit-code -T jsonl -c id -w 'id = hot' a.csv
  {"id":"hot"}
  [1]

A time that cannot be read is refused, not passed over.

  $ printf 'id,created_at\n1,yesterday\n2,2026-02-01\n' | lead-due --now=2026-03-02 -c id
  id
  2
  ! lead-due: (stdin):2:3: created_at: not a time: shape "aaa"
  ! lead-due: 1 of 2 records was refused; --rejects FILE keeps them
  [3]

One lead, rule by rule.

  $ lead-due --now=2026-03-02T09:00:00Z --why rest --cron -w 'id = rest' -c id a.csv
  id
  rest
  ! rest:
  !   promised: does not fit
  !   first response, hot: cannot tell: temperature is unknown
  !   first response, warm: cannot tell: temperature is unknown
  !   first response: fits
  !   overdue, due 2026-02-23T09:00:00Z: 72h from created_at 2026-02-20T09:00:00Z; "first response, hot" might fit if temperature were known

The same bytes for any number of threads and any reads.

  $ for i in 1 2 3 4 5 6 7 8; do tail -n +2 a.csv; done | { head -1 a.csv; cat; } > b.csv
  $ lead-due --now=2026-03-02T09:00:00Z -j1 b.csv > one; LEAD_BLOCK=100 LEAD_READ=1 lead-due --now=2026-03-02T09:00:00Z -j4 b.csv > four; cmp one four; wc -l < one
  33
  $ for i in 1 2 3 4 5 6 7 8 9 10; do cat b.csv; done | grep -v ^id > c; for i in 1 2 3 4 5 6 7 8 9 10; do cat c; done | { head -1 a.csv; cat; } > c.csv
  $ for f in csv json; do lead-due --now=2026-03-02T09:00:00Z -T $f -j1 c.csv > one; lead-due --now=2026-03-02T09:00:00Z -T $f -j4 c.csv > four; cmp one four; wc -l < one; done
  3201
  3202
  $ lead-due --now=2026-03-02T09:00:00Z --all -T csv -c due_at,id,due_state c.csv | grep -E ',(soon|overdue)$' | LC_ALL=C sort -s -t, -k1,1 > want
  $ lead-due --now=2026-03-02T09:00:00Z -c due_at,id,due_state c.csv | tail -n +2 | cmp - want

What contradicts itself is refused.

  $ for o in '--all --rank value -T csv' '--all --by-owner -T csv' '--all --next -T csv' '--rank value --by-owner' '--next --to nagios'; do lead-due $o a.csv; done
  LEADS UNKNOWN - lead-due failed, see its messages
  ! lead-due: --all keeps the order of the input: it goes with neither --rank nor --by-owner
  ! lead-due: --all keeps the order of the input: it goes with neither --rank nor --by-owner
  ! lead-due: --next and --all: one at a time
  ! lead-due: --rank and --by-owner: one at a time
  ! lead-due: --next is no answer for a monitor: it goes without --to nagios
  [3]
  $ lead-due --rank owner --by-owner --now=2026-03-02T09:00:00Z -c id a.csv | head -1
  id
