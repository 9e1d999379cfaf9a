Rules of one's own: business time, warnings, escalation, attempts, pauses, permissions.

  $ cat > own.json <<.
  > { "lead-sla": 1,
  >   "calendars": {
  >     "default": { "zone": "Europe/Berlin", "hours": { "mon-fri": "09:00-17:00" }, "holidays": ["2026-05-01"] },
  >     "tokyo": { "when": "country = JP", "zone": "Asia/Tokyo", "hours": { "mon-sat": "10:00-18:00" } } },
  >   "rules": [
  >     { "name": "tries", "when": "status = recycled", "from": "created_at", "within": "10bd", "attempts": 5, "then": "close", "action": "call" },
  >     { "name": "answer", "when": "first_contacted_at is unknown", "from": "created_at", "within": "4bh", "warn": "1bh", "action": ["call", "email"] } ],
  >   "escalate": [ { "after": "1bd", "to": "manager" }, { "after": "3bd", "to": "director" } ] }
  > .

Friday 16:30 and four hours of business: Monday 12:30 in Berlin, 10:30 UTC.  Thursday 15:00
before a holiday: Monday 11:00.  In Tokyo Saturday counts: Friday 17:00 to Saturday 13:00.

  $ cat > a.csv <<.
  > id,country,created_at
  > friday,DE,2026-04-24T16:30:00+02:00
  > holiday,,2026-04-30T15:00:00+02:00
  > tokyo,JP,2026-04-24T17:00:00+09:00
  > .
  $ lead-due -s own.json --now 2026-04-20 --all -c id,due_at,due_state a.csv
  id,due_at,due_state
  friday,2026-04-27T10:30:00Z,ok
  holiday,2026-05-04T09:00:00Z,ok
  tokyo,2026-04-25T04:00:00Z,ok

One hour of business before, it is soon: on Monday at 11:30 in Berlin; for Tokyo, Saturday noon.

  $ for t in 2026-04-27T09:29:59Z 2026-04-27T09:30:00Z; do lead-due -s own.json --now $t -w 'id = friday' -c due_state --all a.csv | tail -1; done
  ok
  soon
  $ for t in 2026-04-25T02:59:59Z 2026-04-25T03:00:00Z; do lead-due -s own.json --now $t -w 'id = tokyo' -c due_state --all a.csv | tail -1; done
  ok
  soon

The manager hears of it a day of business later, then the director.

  $ for t in 2026-04-28T10:30:00Z 2026-04-28T10:30:01Z 2026-05-04T10:30:01Z; do lead-due -s own.json --now $t -w 'id = friday' -c due_reason a.csv | tail -1; done
  "4bh from created_at 2026-04-24T16:30:00+02:00; ""tries"" might fit if status were known"
  "4bh from created_at 2026-04-24T16:30:00+02:00; escalate to manager; ""tries"" might fit if status were known"
  "4bh from created_at 2026-04-24T16:30:00+02:00; escalate to director; ""tries"" might fit if status were known"

Five tries in ten days: each has two, and then it is closed.

  $ printf 'id,status,attempts,created_at\n0,recycled,,2026-04-06T08:00:00Z\n1,recycled,1,2026-04-06T08:00:00Z\n4,recycled,4,2026-04-06T08:00:00Z\n5,recycled,5,2026-04-06T08:00:00Z\nx,recycled,many,2026-04-06T08:00:00Z\n' |
  >   lead-due -s own.json --now 2026-04-06T09:00:00Z --all -c id,due_at,due_action,due_reason
  id,due_at,due_action,due_reason
  0,2026-04-08T08:00:00Z,call,10bd from created_at 2026-04-06T08:00:00Z; 0 of 5 attempts made
  1,2026-04-10T08:00:00Z,call,10bd from created_at 2026-04-06T08:00:00Z; 1 of 5 attempts made
  4,2026-04-20T08:00:00Z,call,10bd from created_at 2026-04-06T08:00:00Z; 4 of 5 attempts made
  5,2026-04-20T08:00:00Z,close,10bd from created_at 2026-04-06T08:00:00Z; 5 of 5 attempts made
  ! lead-due: (stdin):6:12: attempts: not a number of attempts: shape "aaa"
  ! lead-due: 1 of 5 records was refused; --rejects FILE keeps them
  [3]

Where nobody keeps count, the calls since then are counted.

  $ printf '{"id": 1, "status": "recycled", "created_at": "2026-04-06T08:00:00Z", "activities": [{"type": "call_attempt", "at": "2026-04-01T08:00:00Z"}, {"type": "Call_Attempt", "at": "2026-04-07T08:00:00Z", "count": 2}, {"type": "call_connected", "at": "2026-04-08T08:00:00Z"}, {"type": "email_open", "at": "2026-04-08T08:00:00Z"}]}\n' |
  >   lead-due -s own.json --now 2026-04-08T09:00:00Z --all -c id,due_at,due_reason
  id,due_at,due_reason
  1,2026-04-16T08:00:00Z,10bd from created_at 2026-04-06T08:00:00Z; 3 of 5 attempts made

A pause stops the clock: on hold on Monday until noon, three hours of business are lost.  Two that
overlap count once.  Without an end nothing is due.

  $ printf 'id,created_at,on_hold\na,2026-04-24T16:30:00+02:00,2026-04-27T08:00:00+02:00..2026-04-27T12:00:00+02:00\nb,2026-04-24T16:30:00+02:00,2026-04-27/2026-04-27;2026-04-27T08:00:00+02:00..2026-04-27T12:00:00+02:00\nc,2026-04-24T16:30:00+02:00,2026-04-26..\nd,2026-04-24T16:30:00+02:00,2026-05-26..\ne,2026-04-24T16:30:00+02:00,soon\n' |
  >   lead-due -s own.json --tz Europe/Berlin --now 2026-04-20 --all -c id,due_at,due_reason
  id,due_at,due_reason
  a,2026-04-27T13:30:00Z,"4bh from created_at 2026-04-24T16:30:00+02:00; on hold moved it by 3h; ""tries"" might fit if status were known"
  b,2026-04-28T10:30:00Z,"4bh from created_at 2026-04-24T16:30:00+02:00; on hold moved it by 1d; ""tries"" might fit if status were known"
  c,,"4bh from created_at 2026-04-24T16:30:00+02:00; on hold; ""tries"" might fit if status were known"
  d,2026-04-27T10:30:00Z,"4bh from created_at 2026-04-24T16:30:00+02:00; ""tries"" might fit if status were known"
  ! lead-due: (stdin):6:29: on_hold: not a range of times: shape "aaa"
  ! lead-due: 1 of 5 records was refused; --rejects FILE keeps them
  [3]

Time ends with the year 9999.

  $ echo '{ "lead-sla": 1, "rules": [ { "name": "a", "from": "created_at", "within": "500000w", "warn": "10%", "action": "call" } ] }' > far.json
  $ printf 'id,created_at\n1,2026-01-01\n2,9999-12-31\n3,0001-01-01\n' | lead-due -s far.json --all --now 2026-02-01 -c id,due_at,due_reason
  id,due_at,due_reason
  1,,500000w from created_at 2026-01-01; not before the year 10000
  2,,500000w from created_at 9999-12-31; not before the year 10000
  3,9583-09-06T00:00:00Z,500000w from created_at 0001-01-01

Nobody is told to do what the lead has forbidden.

  $ printf 'id,created_at,do_not_call,email_opt_out,consent\n1,2026-04-01,,,\n2,2026-04-01,true,,\n3,2026-04-01,,true,granted\n4,2026-04-01,yes,yes,\n5,2026-04-01,,,denied\n' |
  >   lead-due -s own.json --now 2026-04-20 -c id,due_action,due_reason --summary=sum
  id,due_action,due_reason
  1,call,"4bh from created_at 2026-04-01; escalate to director; ""tries"" might fit if status were known"
  2,email,"4bh from created_at 2026-04-01; call is not permitted: do_not_call; escalate to director; ""tries"" might fit if status were known"
  3,call,"4bh from created_at 2026-04-01; escalate to director; ""tries"" might fit if status were known"
  4,,"4bh from created_at 2026-04-01; call is not permitted: do_not_call; escalate to director; ""tries"" might fit if status were known"
  5,,"4bh from created_at 2026-04-01; call is not permitted: consent; escalate to director; ""tries"" might fit if status were known"
  $ grep -o '"not_permitted.*' sum
  "not_permitted": 3}

What is wrong with a file of rules is said with its place.

  $ sla() { printf '%s\n' "$1" > s.json; echo id,created_at | lead-due -s s.json; }; for s in '{}' '{ "lead-sla": 2, "rules": [] }' '{ "lead-sla": 1 }' '{ "lead-sla": 1, "rules": [] }' '{ "lead-sla": 1, "ruels": [] }' '{ "lead-sla": 1, "rules": [ 5 ] }'; do sla "$s"; done
  ! lead-due: s.json:1: expected "lead-sla": 1 as the first key
  ! lead-due: s.json:1: /lead-sla: version 2 of lead-sla is not known here: expected 1
  ! lead-due: s.json:1: /rules: expected a list of rules
  ! lead-due: s.json:1: /rules: expected a list of rules
  ! lead-due: s.json:1: /ruels: unknown key; did you mean "rules"?
  ! lead-due: s.json:1: /rules/0: expected a rule
  [2]
  $ bad() { printf '{ "lead-sla": 1,\n "calendars": { "b": { "hours": { "mon": "9:00-17:00" } }, "c": { "when": "id = 1", "hours": { "tue": "09:00-17:00" } } },\n "rules": [\n { "name": "a", %s } ] }\n' "$1" > s.json; echo id,created_at,age | lead-due -s s.json; }
  > for r in '"from": "created_at"' '"within": "4h"' '"from": "created_at", "within": "4bh"' '"from": "age", "within": "soon"' '"from": "owner", "within": "4h"' '"from": "created_at", "within": "4h", "warn": "120%%"' '"from": "created_at", "within": "4h", "then": "close"' '"from": "created_at", "within": "4h", "attempts": 0' '"from": "created_at", "within": "4h", "calendar": "d"' '"from": "created_at", "within": "4h", "when": "id ="' '"from": "created_at", "within": "4h", "escalate": [ { "after": "4h" } ]' '"from": "created_at", "within": "4h", "action": [""]'; do bad "$r"; done
  ! lead-due: s.json:4: /rules/0: needs a name, "from" and "within"
  ! lead-due: s.json:4: /rules/0: needs a name, "from" and "within"
  ! lead-due: s.json:4: /rules/0/within: business time needs a calendar: give "calendars" one called "default"
  ! lead-due: s.json:4: /rules/0/within: expected a length of time like "14d", "36h" or "3bd"
  ! lead-due: s.json:4: /rules/0/from: owner is not a time
  ! lead-due: s.json:4: /rules/0/warn: expected a share from 0% to 100%, or a length of time
  ! lead-due: s.json:4: /rules/0/then: needs "attempts", after which it is to be done
  ! lead-due: s.json:4: /rules/0/attempts: expected a whole number from 1 to 1000
  ! lead-due: s.json:4: /rules/0/calendar: there is no calendar "d"
  ! lead-due: s.json:4: /rules/0/when: 5: expected a value
  ! lead-due: s.json:4: /rules/0/escalate/0: needs "after" and "to"
  ! lead-due: s.json:4: /rules/0/action/0: expected what is to be done
  [2]
  $ cal() { printf '{ "lead-sla": 1, "calendars": { "x": %s }, "rules": [ { "name": "a", "from": "created_at", "within": "1h" } ] }\n' "$1" > s.json; echo id,created_at | lead-due -s s.json; }
  > for c in '{}' '{ "hours": {} }' '{ "hours": { "mon-fry": "09:00-17:00" } }' '{ "hours": { "mon": "17-9" } }' '{ "zone": "Europe/Berln" }' '{ "hours": { "mon": "09:00-10:00" }, "holidays": ["2026-02-30"] }' '{ "hour": 1 }'; do cal "$c"; done
  ! lead-due: s.json:1: /calendars/x/hours: expected hours by weekdays: { "mon-fri": "09:00-17:00" }
  ! lead-due: s.json:1: /calendars/x: the calendar never opens
  ! lead-due: s.json:1: /calendars/x/hours/mon-fry: expected weekdays such as "mon-thu" or "sat,sun"
  ! lead-due: s.json:1: /calendars/x/hours/mon: expected hours such as "09:00-12:30 13:30-18:00", at most 8 a day
  ! lead-due: s.json:1: /calendars/x/zone: unknown time zone "Europe/Berln" (did you mean Europe/Berlin?)
  ! lead-due: s.json:1: /calendars/x/holidays/0: expected a day such as "2026-12-25" or "2026-12-24 closed from 12:00"
  ! lead-due: s.json:1: /calendars/x/hour: unknown key; did you mean "hours"?
  [2]

What is done after the last try may be forbidden too, and then it is that which is said to be, also of a
rule that has nothing else to do.  A warning that comes sooner than time ends has come.

  $ cat > rule << '.'
  > printf '{ "lead-sla": 1, "rules": [ { "name": "a", "from": "created_at", "within": "2d", %s } ] }\n' "$1" > s.json
  > .
  $ printf 'id,created_at,attempts,do_not_call\n1,2026-02-20T08:00:00Z,3,true\n' > tried.csv
  $ sh rule '"attempts": 3, "then": "call the boss"'; lead-due -s s.json --now 2026-03-02 -c id,due_action,due_reason tried.csv
  id,due_action,due_reason
  1,,2d from created_at 2026-02-20T08:00:00Z; 3 of 3 attempts made; call the boss is not permitted: do_not_call
  $ sh rule '"attempts": 3, "action": "email", "then": "call the boss"'; lead-due -s s.json --now 2026-03-02 -c id,due_reason tried.csv
  id,due_reason
  1,2d from created_at 2026-02-20T08:00:00Z; 3 of 3 attempts made; call the boss is not permitted: do_not_call
  $ sh rule '"warn": "3000000d"'; lead-due -s s.json --now 2026-02-21 -c id,due_state tried.csv
  id,due_state
  1,soon

The example: an hour of business in Berlin and in New York, from the same moment on a Friday.

  $ printf 'id,status,temperature,country,created_at\n1,open,hot,DE,2026-03-06T13:30:00Z\n2,open,hot,US,2026-03-06T13:30:00Z\n' |
  >   lead-due -s "$EXAMPLES/sla.json" --now 2026-03-06T13:45:00Z --all -c id,due_at,due_state,due_rule
  id,due_at,due_state,due_rule
  1,2026-03-09T08:30:00Z,ok,"first answer, hot"
  2,2026-03-06T14:30:00Z,ok,"first answer, hot"
