To-dos read back by icalendar, a parser in Python: names, text and times arrive as they are, and what a
lead says makes no component of its own.

needs: /usr/bin/python3 -c __import__('icalendar')

  $ cat > a.csv <<'.'
  > id,full_name,company,phone,temperature,created_at
  > 1,"Zoë; van, der\Berg ""Z"": x","A company whose name is much longer than a line of a calendar may be, éééééé",+49,hot,2026-03-01T08:00:00Z
  > 2,"Bo
  > END:VTODO",,,warm,2026-02-27T09:00:00Z
  > .
  $ cat > read.py <<'.'
  > import icalendar, sys
  > todos = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
  > print(todos['VERSION'], todos['PRODID'], len(todos.subcomponents), todos.errors)
  > for t in todos.walk('VTODO'):
  >     print(t.errors, sorted(t))
  >     print(t['SUMMARY'])
  >     print(t['DESCRIPTION'])
  >     print(t['DUE'].dt, t['DTSTAMP'].dt, t['PRIORITY'], t['STATUS'])
  > .
  $ lead-due --now 2026-03-02T09:00:00Z -T ics a.csv > a.ics; PYTHONUTF8=1 /usr/bin/python3 read.py a.ics
  2.0 -//leadkit//lead-due//EN 2 []
  [] ['DESCRIPTION', 'DTSTAMP', 'DUE', 'PRIORITY', 'STATUS', 'SUMMARY', 'UID']
  email: Bo\x0aEND:VTODO
  rule: first response, warm
  2026-03-01 09:00:00+00:00 2026-03-02 09:00:00+00:00 3 NEEDS-ACTION
  [] ['DESCRIPTION', 'DTSTAMP', 'DUE', 'PRIORITY', 'STATUS', 'SUMMARY', 'UID']
  call: Zoë; van, der\Berg "Z": x, A company whose name is much longer than a line of a calendar may be, éééééé
  phone: +49
  rule: first response, hot
  2026-03-02 08:00:00+00:00 2026-03-02 09:00:00+00:00 3 NEEDS-ACTION

Holidays that it has written, folded and with its own zones, are read here.

  $ cat > write.py <<'.'
  > import icalendar, datetime
  > c = icalendar.Calendar(); c.add('prodid', '-//x//y//'); c.add('version', '2.0')
  > def event(uid, start, end, **more):
  >     e = icalendar.Event(); e.add('uid', uid); e.add('dtstart', start); e.add('dtend', end)
  >     e.add('summary', 'a summary, long enough to be folded; ' * 5)
  >     for k, v in more.items(): e.add(k, v)
  >     c.add_component(e)
  > day, time = datetime.date, datetime.datetime
  > event('a', day(2020, 5, 1), day(2020, 5, 2), rrule={'freq': 'yearly'})
  > event('b', time(2026, 5, 4, 9), time(2026, 5, 4, 12), rrule={'freq': 'weekly', 'count': 3}, exdate=time(2026, 5, 11, 9))
  > open('h.ics', 'wb').write(c.to_ical())
  > .
  $ /usr/bin/python3 write.py
  $ echo '{ "lead-sla": 1, "calendars": { "default": { "hours": { "mon-fri": "09:00-17:00" }, "holidays_file": "h.ics" } },
  >   "rules": [ { "name": "a", "from": "created_at", "within": "2bh" } ] }' > own.json
  $ printf 'id,created_at\n1,2026-04-30T16:00:00Z\n2,2026-05-11T09:00:00Z\n3,2026-05-18T09:00:00Z\n' | lead-due -s own.json --now 2026-05-01 --all -c id,due_at
  id,due_at
  1,2026-05-04T13:00:00Z
  2,2026-05-11T11:00:00Z
  3,2026-05-18T14:00:00Z
