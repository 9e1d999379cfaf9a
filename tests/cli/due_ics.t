iCalendar: holidays come in, to-dos go out.

  $ cat > h.ics <<.
  > BEGIN:VCALENDAR
  > VERSION:2.0
  > BEGIN:VEVENT
  > UID:christmas
  > DTSTART;VALUE=DATE:20201225
  > RRULE:FREQ=YEARLY
  > EXDATE;VALUE=DATE:20281225
  > LOCATION:
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:eve
  > DTSTART:20261224T120000
  > DTEND:20261225T000000
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:between the years
  > DTSTART;VALUE=DATE:20261228
  > DTEND;VALUE=DATE:20270101
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:not after all
  > STATUS:CANCELLED
  > DTSTART;VALUE=DATE:20270101
  > END:VEVENT
  > END:VCALENDAR
  > .
  $ mkdir rules; mv h.ics rules; cat > rules/own.json <<.
  > { "lead-sla": 1, "calendars": { "default": { "zone": "Europe/Berlin", "hours": { "mon-fri": "09:00-17:00" }, "holidays_file": "h.ics" } },
  >   "rules": [ { "name": "a", "from": "created_at", "within": "1bd", "action": "call" } ] }
  > .

Christmas Eve closes at noon, and so the day of business that began on Wednesday at three ends
there.  The next one ends in the new year.  Christmas 2028, a Monday, is left out.

  $ printf 'id,created_at\n1,2026-12-23T15:00:00+01:00\n2,2026-12-24T10:00:00+01:00\n3,2028-12-22T10:00:00+01:00\n4,2029-12-24T10:00:00+01:00\n' |
  >   lead-due -s rules/own.json --now 2026-12-01 --all -c id,due_at
  id,due_at
  1,2026-12-24T11:00:00Z
  2,2027-01-01T09:00:00Z
  3,2028-12-25T09:00:00Z
  4,2029-12-26T09:00:00Z

A meeting closes Mondays from 10:00 until 11:30, but on the 9th it is from two to three.  Six in New
York is noon in Berlin, and 18:00 in a far east of the file's own ten o'clock.  What is yearly was so
in 1985 and will be in 2062.

  $ cat > rules/h.ics <<.
  > BEGIN:VCALENDAR
  > BEGIN:VTIMEZONE
  > TZID:Far East
  > BEGIN:STANDARD
  > DTSTART:19700101T000000
  > TZOFFSETFROM:+0900
  > TZOFFSETTO:+0900
  > END:STANDARD
  > END:VTIMEZONE
  > BEGIN:VEVENT
  > UID:meeting
  > DTSTART;TZID=Europe/Berlin:20260302T100000
  > DTEND;TZID=Europe/Berlin:20260302T113000
  > RRULE:FREQ=WEEKLY
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:meeting
  > RECURRENCE-ID;TZID=Europe/Berlin:20260309T100000
  > DTSTART;TZID=Europe/Berlin:20260309T140000
  > DTEND;TZID=Europe/Berlin:20260309T150000
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:call with New York
  > DTSTART;TZID=America/New_York:20260303T060000
  > DURATION:PT1H
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:call with the far east
  > DTSTART;TZID=Far East:20260304T180000
  > DTEND;TZID=Far East:20260304T190000
  > END:VEVENT
  > BEGIN:VEVENT
  > UID:May Day
  > DTSTART;VALUE=DATE:19800501
  > RRULE:FREQ=YEARLY
  > END:VEVENT
  > END:VCALENDAR
  > .
  $ sed 's/1bd/2bh/' rules/own.json > rules/hours.json
  $ cat > parts.csv <<.
  > id,created_at
  > 1,2026-03-02T09:30:00+01:00
  > 2,2026-03-09T09:30:00+01:00
  > 3,2026-03-09T13:30:00+01:00
  > 4,2026-03-03T11:30:00+01:00
  > 5,2026-03-04T09:30:00+01:00
  > 6,1985-04-30T16:00:00+02:00
  > 7,2062-04-28T16:00:00+02:00
  > .
  $ lead-due -s rules/hours.json --now 2026-03-01 --all -c id,due_at parts.csv
  id,due_at
  1,2026-03-02T12:00:00Z
  2,2026-03-09T10:30:00Z
  3,2026-03-09T15:30:00Z
  4,2026-03-03T13:30:00Z
  5,2026-03-04T11:30:00Z
  6,1985-05-02T08:00:00Z
  7,2062-05-02T08:00:00Z

A night shift: an event of a whole day leaves what began the evening before alone; one from two until
three takes its hour out of it.  From ten in the evening, five hours, less that one.

  $ sed 's/mon-fri.*17:00"/mon-fri": "22:00-06:00"/; s/2bh/5bh/' rules/hours.json > rules/night.json
  $ printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260303T020000\nDTEND:20260303T030000\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20260305\nEND:VEVENT\nEND:VCALENDAR\n' > rules/h.ics
  $ printf 'id,created_at\n1,2026-03-02T22:00:00+01:00\n2,2026-03-04T22:00:00+01:00\n3,2026-03-05T22:00:00+01:00\n' |
  >   lead-due -s rules/night.json --now 2026-03-01 --all -c id,due_at
  id,due_at
  1,2026-03-03T03:00:00Z
  2,2026-03-05T02:00:00Z
  3,2026-03-07T02:00:00Z

A plain list of days will do.

  $ printf '# closed\n2026-12-25 # Christmas\r\n2026-12-24 closed from 12:00\n' > rules/h.ics
  $ printf 'id,created_at\n1,2026-12-23T15:00:00+01:00\n' | lead-due -s rules/own.json --now 2026-12-01 --all -c id,due_at
  id,due_at
  1,2026-12-24T11:00:00Z

What cannot be understood is refused, with the event it is in.

  $ cat > event <<.
  > printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u1\n%b\nEND:VEVENT\nEND:VCALENDAR\n' "\$1" > rules/h.ics
  > echo id,created_at | lead-due -s rules/own.json --now 2026-12-01
  > .
  $ sh event 'DTSTART:2026'
  ! lead-due: rules/h.ics: event u1: has a time or rule that cannot be read
  [2]
  $ sh event 'SUMMARY:nothing'
  ! lead-due: rules/h.ics: event u1: has no start
  [2]
  $ sh event 'DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20251231'
  ! lead-due: rules/h.ics: event u1: has an odd length
  [2]
  $ sh event 'DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=BOGUS'
  ! lead-due: rules/h.ics: event u1: has a time or rule that cannot be read
  [2]
  $ sh event 'DTSTART;TZID=Mars/Base:20260101T100000\nDTEND;TZID=Mars/Base:20260101T120000'
  ! lead-due: rules/h.ics: event u1: is in a zone that is not known
  [2]
  $ sh event 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260101T100000\nDTSTART:20260101T110000'
  ! lead-due: rules/h.ics: event u1: has an exception that cannot be followed
  [2]
  $ sh event 'DTSTART:20260101T000000\nDTEND:20260102T000000\nRRULE:FREQ=SECONDLY'
  ! lead-due: rules/h.ics: event u1: repeats too often
  [2]
  $ sh event 'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY'
  ! lead-due: rules/own.json:1: /calendars/default: is closed for more than a year from now
  [2]
  $ printf 'BEGIN:VCALENDAR\nBEGIN:VEV' > rules/h.ics; echo id,created_at | lead-due -s rules/own.json
  ! lead-due: rules/h.ics: this is no iCalendar file
  [2]
  $ printf '2026-02-30\n' > rules/h.ics; echo id,created_at | lead-due -s rules/own.json
  ! lead-due: rules/h.ics:1: expected a day such as "2026-12-25" or "2026-12-24 closed from 12:00"
  [2]
  $ rm rules/h.ics; echo id,created_at | lead-due -s rules/own.json
  ! lead-due: rules/h.ics: open: No such file or directory
  [4]

To-dos: whatever a lead says stays text.  The UID is the lead's, so an update replaces.

  $ printf 'id,full_name,company,phone,temperature,created_at\n1,"Ann\nEND:VTODO\nBEGIN:VEVENT, x;y","A\\B, ""C""",+49,hot,2026-03-01T08:00:00Z\n' > a.csv
  $ lead-due --now 2026-03-02T09:00:00Z -T ics a.csv | tr -d '\r'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//leadkit//lead-due//EN
  BEGIN:VTODO
  UID:1928448a1d4c9502546d52c8e7d470cd@lead-due
  DTSTAMP:20260302T090000Z
  DUE:20260302T080000Z
  STATUS:NEEDS-ACTION
  PRIORITY:3
  SUMMARY:call: Ann\\x0aEND:VTODO\\x0aBEGIN:VEVENT\, x\;y\, A\\B\, "C"
  DESCRIPTION:phone: +49\nrule: first response\, hot
  END:VTODO
  END:VCALENDAR
  $ lead-due --now 2026-03-02T09:00:00Z -T ics a.csv | grep UID > one; lead-due --now 2026-03-05T09:00:00Z -T ics a.csv | grep UID | cmp - one
  $ lead-due --now 2026-02-02T09:00:00Z -T ics a.csv | tr -d '\r'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//leadkit//lead-due//EN
  END:VCALENDAR
