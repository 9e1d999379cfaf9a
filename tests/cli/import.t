lead-import, the foundation: mapping, cleaning, joining, exact duplicates.

Columns are found by vocabulary and synonyms, over trimmed and folded names; unmapped ones come
along as they are; one that has our name but is not that field makes way.

  $ cat >a.csv <<'X'
  >   E-MAIL address* ,Vorname,score,Notes,Notes,
  > ann@x.example,Ann,7," kept, as is ",00501,1.10
  > X
  $ lead-import a.csv
  email,first_name,original_score,Notes,Notes,,email_status,quality,flags,merged_from
  ann@x.example,Ann,7," kept, as is ",00501,1.10,valid,90,consent_unknown -10,

Each file has its own columns; the output is their union.

  $ printf 'Email;Last Name;Notes\nbob@y.example;Bo,b;n\n' >b.csv
  $ lead-import a.csv b.csv
  email,first_name,original_score,Notes,Notes,,last_name,email_status,quality,flags,merged_from
  ann@x.example,Ann,7," kept, as is ",00501,1.10,,valid,90,consent_unknown -10,
  bob@y.example,,,n,,,"Bo,b",valid,90,consent_unknown -10,
  $ lead-import -T jsonl b.csv
  {"email":"bob@y.example","last_name":"Bo,b","Notes":"n","email_status":"valid","quality":90,"flags":["consent_unknown -10"]}

A file without e-mail, phone or name is kept, with a warning.

  $ printf 'Thing,Colour\n1,red\n' | lead-import
  Thing,Colour,quality,flags,merged_from
  1,red,40,no_contact -40;no_name -10;consent_unknown -10,
  ! lead-import: (stdin): no contact: no column is an e-mail address, a phone number or a name; -m email=COLUMN says which is

Cleaning by type.

  $ cat >c.csv <<'X'
  > email,phone,country,employees,annual revenue,do not call,source,created
  > Ann@EXAMPLE.Com,(0)89 5550 1202,Germany,"1,200",$1.2M,No,Google,2026-03-01T10:00:00+01:00
  > info@acme.test,+1 415 555 01,USA,N/A,12000 EUR,,LinkedIn,2026-03-01
  > not an address,12,Narnia,about 50,tbd,yes,Carrier Pigeon,soon
  > ,01 677 1234,,,,,Cold Call,
  > X
  $ lead-import --region IE --summary=s.json c.csv
  email,phone,country,employees,annual_revenue,do_not_call,source,created_at,email_status,phone_status,source_detail,direction,quality,flags,merged_from
  Ann@example.com,+498955501202,DE,1200,1200000,false,organic_search,2026-03-01T09:00:00Z,valid,valid,Google,inbound,80,no_name -10;consent_unknown -10,
  info@acme.test,+1 415 555 01,US,,12000 EUR,,social,2026-03-01,role,invalid,LinkedIn,inbound,55,no_name -10;email_role -10;phone_invalid -15;consent_unknown -10,
  not an address,12,Narnia,about 50,tbd,true,other,soon,invalid,invalid,Carrier Pigeon,inbound,0,no_name -10;email_invalid -35;phone_invalid -15;consent_unknown -10;do_not_call -10;placeholder -40;no less than 0 +20,
  ,+35316771234,,,,,cold_call,,,valid,,outbound,65,no_email -15;no_name -10;consent_unknown -10,
  $ grep -o '"repaired.*"dates"' s.json
  "repaired": {"missing": 1, "email": 1, "phone": 2, "country": 2, "date": 1, "number": 1, "money": 1, "truth": 2, "word": 3}, "undecided": {}, "unread": {"email": 1, "phone": 2, "country": 1, "employees": 1, "annual_revenue": 1, "created_at": 1}, "unknown_words": {"source": 1}, "dates"

Words for missing are blanked in typed and taxonomy fields only.

  $ printf 'email,company,status\nN/A,N/A,Select\n' | lead-import
  email,company,status,email_status,quality,flags,merged_from
  ,N/A,,,40,no_contact -40;no_name -10;consent_unknown -10,

A date's order is decided by the whole column; the last row settles the first.

  $ printf 'email,created\na@x.example,12/03/2021\nb@x.example,13/03/2021\n' | lead-import -c created_at
  created_at
  2021-03-12
  2021-03-13
  $ printf 'email,created\na@x.example,12/03/2021\nb@x.example,03/13/2021\n' | lead-import -c created_at
  created_at
  2021-12-03
  2021-03-13

It is not guessed where nothing tells, or both; what only reads one way is read.

  $ printf 'email,created\na@x.example,12/03/2021\nb@x.example,2021-03-05 10:00\n' >d.csv
  $ lead-import -c created_at d.csv
  created_at
  12/03/2021
  2021-03-05T10:00:00Z
  $ lead-import --check d.csv
  d.csv: column "created": 1 dates could be day or month first and no other says which; left as written, --dates decides
  created_at: 1 values could mean two things; left as written
  [1]
  $ lead-import -c created_at --dates day-first d.csv
  created_at
  2021-03-12
  2021-03-05T10:00:00Z
  $ printf 'email,created\na@x.example,12/03/2021\nb@x.example,03/13/2021\nc@x.example,13/03/2021\n' |
  > lead-import -c created_at
  created_at
  12/03/2021
  2021-03-13
  2021-03-13

Other columns of dates in the file may tell.

  $ printf 'email,created,due date\na@x.example,12/03/2021,04/03/2021\nb@x.example,14/03/2021,\n' |
  > lead-import -c created_at,next_follow_up_at
  created_at,next_follow_up_at
  2021-03-12,2021-03-04
  2021-03-14,

A plain date is never shifted by a zone; a time without one is in --tz.

  $ printf 'email,created\na@x.example,2021-01-01\nb@x.example,2021-01-01 00:30\n' |
  > lead-import --tz America/New_York -c created_at
  created_at
  2021-01-01
  2021-01-01T05:30:00Z

Decimal commas: the column tells.

  $ printf 'email;value\na@x.example;1.200\nb@x.example;1.200,50\n' | lead-import -c value
  value
  1200
  1200.5
  $ printf 'email;value\na@x.example;1.200\n' | lead-import -c value
  value
  1.200
  $ printf 'email;value\na@x.example;1.200\n' | lead-import --decimal comma -c value
  value
  1200

A converted flag true is won; false is open, not lost. A column y that holds other things is not.

  $ printf 'email,Converted\na@x.example,1\nb@x.example,0\nc@x.example,\n' | lead-import -c email,status,stage
  email,status,stage
  a@x.example,won,conversion
  b@x.example,open,
  c@x.example,,
  $ printf 'email,y\na@x.example,0\nb@x.example,17\n' | lead-import
  email,y,email_status,quality,flags,merged_from
  a@x.example,0,valid,80,no_name -10;consent_unknown -10,
  b@x.example,17,valid,80,no_name -10;consent_unknown -10,

Permission is never guessed: an unknown word is a reject.

  $ printf 'email,Marketing Consent\na@x.example,Yes\nb@x.example,opted-out\nc@x.example,perhaps\nd@x.example,\n' |
  > lead-import -c email,consent
  email,consent
  a@x.example,granted
  b@x.example,denied
  d@x.example,
  ! lead-import: (stdin):4:13: Marketing Consent: neither yes nor no: shape "aaa"
  ! lead-import: 1 of 4 records was refused; --rejects FILE keeps them
  [3]

Activities are joined by id or e-mail, after those the lead has; types are folded.

  $ printf 'id,email\n1,a@x.example\n2,b@x.example\n' >l.csv
  $ printf 'lead_id,type,at\n1,Page View,03/02/2026\n9,x,\n1,demo_request,2026-01-31T10:00:00Z\n1,page view,25/01/2026\n' >act.csv
  $ lead-import -a act.csv --summary=s.json l.csv
  id,email,email_status,quality,flags,activities,merged_from
  1,a@x.example,valid,80,no_name -10;consent_unknown -10,"[{""type"":""page_view"",""at"":""2026-01-25""},{""type"":""demo_request"",""at"":""2026-01-31T10:00:00Z""},{""type"":""page_view"",""at"":""2026-02-03""}]",
  2,b@x.example,valid,80,no_name -10;consent_unknown -10,,
  $ grep -o '"activities": [^}]*}' s.json
  "activities": {"read": 4, "joined": 3, "unmatched": 1, "rejected": 0, "undated": 0}
  $ printf '{"who":"B@X.example","won_date":"2026-01-05","n":3}\n' >act.jsonl
  $ lead-import -a act.jsonl -m activity.email=who -m activity.at=won_date -m activity.type=:purchase \
  >   -m activity.count=n -T jsonl l.csv
  {"id":"1","email":"a@x.example","email_status":"valid","quality":80,"flags":["no_name -10","consent_unknown -10"]}
  {"id":"2","email":"b@x.example","email_status":"valid","quality":80,"flags":["no_name -10","consent_unknown -10"],"activities":[{"type":"purchase","at":"2026-01-05","count":3}]}

Exact duplicates: the first known value wins, the address as a block, consent most restrictive.

  $ cat >dup.csv <<'X'
  > id,email,first_name,last_name,phone,street,city,country,consent
  > 1,ann@x.example,Ann,,,,Bonn,DE,yes
  > 2,Ann@X.example,,Lee,,1 High St,York,GB,no
  > 3,,,,+442079460958,,,,
  > 4,cy@x.example,Cy,Orr,+442079460958,,,,
  > 5,di@x.example,Di,Orr,+442079460958,,,,
  > X
  $ lead-import --summary=s.json dup.csv
  id,email,first_name,last_name,phone,street,city,country,consent,email_status,phone_status,quality,flags,merged_from
  1,ann@x.example,Ann,Lee,,1 High St,York,GB,denied,valid,,70,consent_denied -30,2
  3,cy@x.example,Cy,Orr,+442079460958,,,,,valid,valid,90,consent_unknown -10,4
  5,di@x.example,Di,Orr,+442079460958,,,,,valid,valid,90,consent_unknown -10,
  $ grep -o '"merged": [0-9]*\|"duplicates": .*}}' s.json
  "merged": 2
  "duplicates": {"id": 0, "email": 1, "phone": 1, "website": 0, "alike": 0, "same": 0, "named": 0, "common_keys": {"id": 0, "email": 0, "phone": 0, "website": 0}}

Without an id a lead is named by file and line.

  $ printf 'email\na@x.example\nA@x.example\n' >e.csv
  $ lead-import e.csv
  email,email_status,quality,flags,merged_from
  a@x.example,valid,80,no_name -10;consent_unknown -10,e.csv:3
  $ lead-import --match off e.csv
  email,email_status,quality,flags
  a@x.example,valid,80,no_name -10;consent_unknown -10
  A@x.example,valid,80,no_name -10;consent_unknown -10

What is not there is named.

  $ lead-import -m emial=x e.csv
  ! lead-import: --map: "emial" is no field; did you mean email?
  [2]
  $ lead-import -m phone=emial e.csv
  ! lead-import: --map: phone: there is no column "emial"; did you mean "email"?
  [2]
  $ lead-import -m phone=email -m phone=:1 e.csv
  ! lead-import: --map: phone cannot be both "email" and ":1"
  [2]
  $ lead-import -a e.csv e.csv
  ! lead-import: e.csv: no column says what was done: -m activity.type=COLUMN or activity.type=:WORD
  [2]

--where is asked of the lead that comes out.

  $ lead-import --where 'country = GB and consent = denied' --summary=s.json -c id dup.csv
  id
  1
  $ grep -o '"read.*"rejected": [0-9]*' s.json
  "read": 5, "written": 1, "merged": 2, "updated": 0, "filtered": 2, "rejected": 0

Header-only and empty input.

  $ printf 'Email\n' | lead-import
  email,email_status,quality,flags,merged_from
  $ printf '' | lead-import
  $ printf '' | lead-import -T json
  []
