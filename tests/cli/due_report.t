Reports of what is due: for a mail, a browser, a monitor.

  $ cat > a.csv <<.
  > id,full_name,company,owner,phone,email,temperature,created_at,score,value,next_follow_up_at,do_not_call
  > 1,Ann Keller,ACME & <b>Co</b>,sam,+4940,ann@x.example,hot,2026-03-01T08:00:00Z,80,12000 EUR,,
  > 2,Bo,"B, Co",kim,+331,b@x.example,warm,2026-02-27T09:00:00Z,50,900000,,
  > 3,Cyd,,,,,cold,2026-02-01T09:00:00Z,,,,
  > 4,Dee,,sam,,,cold,2026-02-01T09:00:00Z,,,2026-03-02,true
  > 5,Eve,,,,,cold,,,,,
  > 6,Gus,,,,,hot,2026-03-02T08:30:00Z,90,1000000,,
  > .
  $ lead-due --now 2026-03-02T09:00:00Z -T text a.csv
  Leads waiting: 3 overdue, 1 due soon, as of 2026-03-02T09:00:00Z.
  
    26d overdue: email Cyd
      first response
    1d overdue: email Bo, B, Co
      +331, b@x.example; first response, warm; owner kim
    1h overdue: call Ann Keller, ACME & <b>Co</b>
      +4940, ann@x.example; first response, hot; owner sam
    in 15h: email Dee
      promised; owner sam
  
  Without the time that their rule starts from: 1.
  $ lead-due --now 2026-03-02T09:00:00Z -T text --by-owner --upcoming 1d a.csv
  Leads waiting: 3 overdue, 2 due soon, as of 2026-03-02T09:00:00Z.
  
  kim: 1 overdue
  
    1d overdue: email Bo, B, Co
      +331, b@x.example; first response, warm
  
  sam: 1 overdue, 1 due soon
  
    1h overdue: call Ann Keller, ACME & <b>Co</b>
      +4940, ann@x.example; first response, hot
    in 15h: email Dee
      promised
  
  (nobody): 1 overdue, 1 due soon
  
    26d overdue: email Cyd
      first response
    in 23h 30m: call Gus
      first response, hot
  
  Without the time that their rule starts from: 1.
  $ lead-due --now 2026-03-02T09:00:00Z -T text -w 'id = 5' a.csv
  Nobody is waiting, as of 2026-03-02T09:00:00Z.
  
  Without the time that their rule starts from: 1.
  ! lead-due: start: no lead has the time that its rule starts from
  $ lead-due --now 2026-03-02T09:00:00Z -T text -w 'id = 5' --cron a.csv
  $ lead-due --now 2026-03-02T09:00:00Z -T html -w 'id = 1' a.csv | grep '<t[rd]'
  <thead><tr><th>Due</th><th>Do</th><th>Lead</th><th>Company</th><th>Phone</th><th>E-mail</th><th>Owner</th><th>Escalate to</th><th>Rule</th></tr></thead>
  <tr class="overdue"><td><time datetime="2026-03-02T08:00:00Z">1h overdue</time></td><td>call</td><td>Ann Keller</td><td>ACME &amp; &lt;b&gt;Co&lt;/b&gt;</td><td>+4940</td><td>ann@x.example</td><td>sam</td><td></td><td>first response, hot</td></tr>
  $ lead-due --now 2026-03-02T09:00:00Z -T prom a.csv
  # HELP lead_due_leads Leads by what the rules say of them.
  # TYPE lead_due_leads gauge
  lead_due_leads{state="no_rule"} 0
  lead_due_leads{state="undecided"} 0
  lead_due_leads{state="no_start"} 1
  lead_due_leads{state="ok"} 1
  lead_due_leads{state="soon"} 1
  lead_due_leads{state="overdue"} 3
  # HELP lead_due_overdue_leads Leads that are overdue, by rule.
  # TYPE lead_due_overdue_leads gauge
  lead_due_overdue_leads{rule="promised"} 0
  lead_due_overdue_leads{rule="first response, hot"} 1
  lead_due_overdue_leads{rule="first response, warm"} 1
  lead_due_overdue_leads{rule="first response"} 1
  # HELP lead_due_longest_overdue_seconds How long the longest has been overdue.
  # TYPE lead_due_longest_overdue_seconds gauge
  lead_due_longest_overdue_seconds 2246400
  # HELP lead_due_now_timestamp_seconds The time that this is about.
  # TYPE lead_due_now_timestamp_seconds gauge
  lead_due_now_timestamp_seconds 1772442000

When the next thing falls due; what falls due within a day.

  $ lead-due --now 2026-03-02T09:00:00Z --next a.csv
  2026-03-03T00:00:00Z
  $ lead-due --now 2026-03-04T09:00:00Z --next a.csv
  $ lead-due --now 2026-03-02T09:00:00Z --upcoming 23h30m -c id,due_state a.csv | tail -2
  4,soon
  6,soon
  $ lead-due --now 2026-03-02T09:00:00Z --upcoming 23h29m -c id,due_state a.csv | tail -2
  1,overdue
  4,soon
  $ lead-due --upcoming 3x a.csv
  ! lead-due: --upcoming: expected a length of time such as 4h or 1bd, not "3x"
  [2]
  $ lead-due --upcoming 1bd a.csv
  ! lead-due: --upcoming: business time needs rules with a calendar called "default"
  [2]

By owner, and by what an hour more of waiting costs: for Gus, half an hour old, the odds fall from
100 to 57 of 100 of 900000; after a day, and three, they fall slowly.

  $ lead-due --now 2026-03-02T09:00:00Z --rank owner -c id,owner a.csv
  id,owner
  2,kim
  1,sam
  4,sam
  3,
  $ lead-due --now 2026-03-02T09:00:00Z --rank value --upcoming 1d -c id a.csv
  id
  6
  2
  1
  3
  4

Nagios: one line and its status, whatever happens.

  $ echo 'lead-due --now 2026-03-02T09:00:00Z --to nagios "$@" a.csv' > check
  $ sh check
  LEADS WARNING - 3 overdue, 1 due soon, the longest for 26d | overdue=3;0;;0 soon=1;;;0 longest=2246400s;;;0
  [1]
  $ sh check --warning 3
  LEADS OK - 3 overdue, 1 due soon, the longest for 26d | overdue=3;3;;0 soon=1;;;0 longest=2246400s;;;0
  $ sh check --warning 1: --critical @3:4
  LEADS CRITICAL - 3 overdue, 1 due soon, the longest for 26d | overdue=3;1:;@3:4;0 soon=1;;;0 longest=2246400s;;;0
  [2]
  $ sh check --warning ~:2 --critical 10
  LEADS WARNING - 3 overdue, 1 due soon, the longest for 26d | overdue=3;~:2;10;0 soon=1;;;0 longest=2246400s;;;0
  [1]
  $ sh check --warning x
  LEADS UNKNOWN - lead-due failed, see its messages
  ! lead-due: --warning: expected a range such as 10, 5: or @1:3, not "x"
  [3]
  $ sh check --bogus
  LEADS UNKNOWN - lead-due failed, see its messages
  ! lead-due: unknown option --bogus
  ! lead-due: lead-due --help lists the options
  [3]
  $ sh check nofile
  LEADS UNKNOWN - lead-due failed, see its messages
  ! lead-due: nofile: open: No such file or directory
  [3]
  $ sh check >/dev/full
  [3]
  $ printf 'id,created_at\n1,soon\n' | lead-due -T nagios
  LEADS UNKNOWN - lead-due failed, see its messages
  ! lead-due: (stdin):2:3: created_at: not a time: shape "aaa"
  ! lead-due: 1 of 1 records was refused; --rejects FILE keeps them
  [3]
  $ lead-due -T nagios <&- 2>&1
  lead-due: (stdin): read: Bad file descriptor
  LEADS UNKNOWN - lead-due failed, see its messages
  [3]

Nothing in, nothing due.

  $ : | lead-due -T json
  []
  $ : | lead-due
  $ : | lead-due -T table
  Nobody is waiting.
  $ : | lead-due -T nagios
  LEADS OK - 0 overdue, 0 due soon | overdue=0;0;;0 soon=0;;;0 longest=0s;;;0
