The time it is, and the zone of times that state none.

  $ printf 'id,created_at,company\n1,2026-03-01T09:30:00,x\n2,2026-03-01T10:30:00Z,y\n' > a.csv
  $ lead-score -c id --now 2026-03-01T10:00:00Z -w 'age(created_at) > 0h' a.csv
  id
  1
  $ lead-score -c id --now 2026-03-01T10:00:00Z --tz America/New_York -w 'age(created_at) > 0h' a.csv
  id
  $ lead-score -c id --now 2026-03-01T10:00:00Z --tz Europe/Berlin -w 'age(created_at) > 1h' a.csv
  id
  1
  $ lead-score -c id --now 2026-03-02 --tz Europe/Berlin -w 'age(created_at) > 14h' a.csv
  id
  1
  $ lead-score -c id --now '1 March 2026' a.csv
  ! lead-score: --now: expected a time such as 2026-03-01T10:00:00Z, not "1 March 2026"
  [2]
  $ lead-score -c id --now 2026-02-30 a.csv
  ! lead-score: --now: expected a time such as 2026-03-01T10:00:00Z, not "2026-02-30"
  [2]

Unknown zones are refused, and no name leads out of the folder.

  $ lead-score --tz Europe/Berln a.csv
  ! lead-score: unknown time zone "Europe/Berln" (did you mean Europe/Berlin?)
  [2]
  $ lead-score --tz ../../../etc/passwd a.csv
  ! lead-score: unknown time zone "../../../etc/passwd"
  [2]
  $ lead-score --tz /etc/localtime a.csv
  ! lead-score: unknown time zone "/etc/localtime"
  [2]
  $ lead-score --tz Europe a.csv
  ! lead-score: unknown time zone "Europe"
  [2]
  $ lead-score --tz zone.tab a.csv
  ! lead-score: unknown time zone "zone.tab"
  [2]
  $ lead-score --tz '' a.csv
  ! lead-score: unknown time zone ""
  [2]
  $ mkdir -p here/My && cp /usr/share/zoneinfo/Asia/Tokyo here/My/Zone
  $ TZDIR=$PWD/here lead-score -c id --tz My/Zone --now 2026-03-01T01:00:00Z -w 'age(created_at) > 0h' a.csv
  id
  1
  $ TZ=Asia/Tokyo lead-score -c id --now 2026-03-01T01:00:00Z -w 'age(created_at) > 0h' a.csv
  id
