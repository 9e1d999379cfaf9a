Each breach is told once, and again when it gets worse.

  $ cat > own.json <<.
  > { "lead-sla": 1,
  >   "rules": [ { "name": "answer", "from": "created_at", "within": "24h", "warn": "6h", "action": "call" } ],
  >   "escalate": [ { "after": "12h", "to": "manager" } ] }
  > .
  $ printf 'id,created_at\n1,2026-03-01T00:00:00Z\n2,2026-03-02T00:00:00Z\n' > a.csv
  $ echo 'lead-due -s own.json --state st --cron -c id,due_state,due_reason "$@"' > run
  $ sh run --now 2026-03-01T12:00:00Z a.csv
  $ cat st
  lead-due-state 1
  $ sh run --now 2026-03-01T19:00:00Z a.csv
  id,due_state,due_reason
  1,soon,24h from created_at 2026-03-01T00:00:00Z
  $ sh run --now 2026-03-01T20:00:00Z a.csv
  $ sh run --now 2026-03-02T01:00:00Z a.csv --summary --exit-code
  id,due_state,due_reason
  1,overdue,24h from created_at 2026-03-01T00:00:00Z
  ! {"tool": "lead-due", "read": 2, "written": 1, "merged": 0, "updated": 0, "filtered": 1, "rejected": 0, "blank": 0, "lines": 3, "bytes": 60, "row_sum": "00000000a51cd341", "lines_written": 2, "bytes_written": 75, "row_sum_written": "00000000937b14a4", "overdue": 1, "soon": 0, "ok": 1, "no_start": 0, "undecided": 0, "no_rule": 0, "not_permitted": 0}
  [1]
  $ sh run --now 2026-03-02T02:00:00Z a.csv --exit-code
  $ sh run --now 2026-03-02T13:00:00Z a.csv
  id,due_state,due_reason
  1,overdue,24h from created_at 2026-03-01T00:00:00Z; escalate to manager
  $ sh run --now 2026-03-02T19:00:00Z a.csv
  id,due_state,due_reason
  2,soon,24h from created_at 2026-03-02T00:00:00Z
  $ sed 's/^[0-9a-f]*/KEY/' st
  KEYlead-due-state 1
  KEY 3
  KEY 1

A lead that is dealt with is forgotten; one whose time moved is a new case.

  $ printf 'id,created_at\n2,2026-03-02T00:00:00Z\n' > b.csv
  $ sh run --now 2026-03-02T19:30:00Z b.csv; wc -l < st
  2
  $ printf 'id,created_at\n2,2026-03-02T00:00:01Z\n' > b.csv
  $ sh run --now 2026-03-02T19:30:00Z b.csv
  id,due_state,due_reason
  2,soon,24h from created_at 2026-03-02T00:00:01Z

What was not written was not told: a full disk, bad input, and it comes again.

  $ cp st before; lead-due -s own.json --state st --now 2026-03-03T01:00:00Z b.csv >/dev/full; cmp st before
  ! lead-due: (stdout): write: No space left on device
  $ sh run --now 2026-03-03T01:00:00Z b.csv
  id,due_state,due_reason
  2,overdue,24h from created_at 2026-03-02T00:00:01Z

Two at once: the second says so, and changes nothing.

  $ mkfifo pipe; (sleep 1; cat a.csv) > pipe & lead-due -s own.json --state st --now 2026-03-03T01:00:00Z pipe > /dev/null &
  > sleep 0.4; sh run --now 2026-03-03T01:00:00Z a.csv; echo $?; wait
  4
  ! lead-due: st: locked by another run

Many at once: whoever comes too late tells nothing, so each case is told once.

  $ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
  >   lead-due -s own.json --state many --cron -c id --now 2026-03-03T01:00:00Z a.csv > told.$i 2> why.$i & done; wait
  > cat told.* | sort; cat why.* | sort -u | grep -v 'many: locked by another run'; rm told.* why.*
  1
  2
  id
  $ wc -l < many; rm many
  3

Files that are no state are left alone.

  $ echo hello > mine; lead-due --state mine a.csv; cat mine
  hello
  ! lead-due: mine:1: this is not a state of lead-due
  $ printf 'lead-due-state 1\nabc\n' > mine; lead-due --state mine a.csv; cat mine
  lead-due-state 1
  abc
  ! lead-due: mine:2: expected a fingerprint and a stage
  $ lead-due --state no/where a.csv
  ! lead-due: no/where: open: No such file or directory
  [4]
  $ lead-due --state st --all a.csv
  ! lead-due: --state goes with neither --all nor --next
  [2]

No trace of a lead is in it, nor anything beside it.

  $ grep -c -e call -e answer -e created st; ls -A | grep -v -e a.csv -e b.csv
  0
  before
  mine
  own.json
  pipe
  run
  st

What the run writes cannot be its state, too; and a monitor is told each time.

  $ printf 'id,created_at\n1,2026-02-01\n' > late.csv
  $ for o in '-o both' '--rejects both' '--summary=both'; do lead-due --state both $o late.csv; done; ls both
  ! lead-due: --state is also an output
  ! lead-due: --state is also an output
  ! lead-due: --state is also an output
  ! ls: cannot access 'both': No such file or directory
  [2]
  $ lead-due --state both -T prom late.csv; ls both
  ! lead-due: --state tells once, and a monitor is told each time: it goes without --to nagios or prom
  ! ls: cannot access 'both': No such file or directory
  [2]
