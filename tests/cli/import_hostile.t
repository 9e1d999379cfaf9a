Exports that are not quite tables: what is in them is found, and said.

Google Ads sends what was filled in as a list of pairs; the Graph API of Meta and that of HubSpot
nest it, too. A test of the form is flagged; what does not look like pairs stays whole.

  $ cat >google.json <<'X'
  > [{"lead_id":"a","form_id":7,"google_key":"k","is_test":true,"user_column_data":[
  >   {"column_id":"FULL_NAME","column_name":"Full Name","string_value":"Ann Lee"},
  >   {"column_id":"EMAIL","string_value":"Ann@ACME.example"}]},
  > {"lead_id":"b","form_id":7,"is_test":false,"user_column_data":[
  >   {"column_id":"WORK_EMAIL","string_value":"bo@acme.example"},
  >   {"column_id":"PHONE_NUMBER","string_value":"+44 20 7946 0958"},
  >   {"column_id":"favourite?","string_value":"12"}]},
  > {"lead_id":"c","form_id":7,"is_test":false,"user_column_data":"none"}]
  > X
  $ lead-import --show-mapping google.json
  google.json: Google Ads lead forms (google-ads), which knows 80 % of the columns
    lead_id           id                  by preset
    form_id           kept
    google_key        kept
    is_test           kept
    FULL_NAME         full_name           by preset
    EMAIL             email               by preset
    WORK_EMAIL        kept                could be email; "EMAIL" is, this one fills its gaps
    PHONE_NUMBER      phone               by preset
    favourite?        kept
    user_column_data  kept
  $ lead-import -T csv -c id,full_name,email,phone,favourite?,user_column_data,source,flags google.json
  id,full_name,email,phone,favourite?,user_column_data,source,flags
  a,Ann Lee,Ann@acme.example,,,,paid_search,consent_unknown -10;test_data -60
  b,,bo@acme.example,+442079460958,12,,paid_search,no_name -10;consent_unknown -10
  c,,,,,none,paid_search,no_contact -40;no_name -10;consent_unknown -10
  $ echo '{"id":"1","created_time":"2026-03-01T10:00:00+0000","field_data":[{"name":"email","values":["a@x.example"]},{"name":"likes","values":["x","y"]}]}' |
  > lead-import -c id,created_at,email,likes
  {"id":"1","created_at":"2026-03-01T10:00:00Z","email":"a@x.example","likes":["x","y"]}
  $ echo '{"id":"1","properties":{"email":"a@x.example","firstname":"Ann"}}' | lead-import -c id,email,first_name
  {"id":"1","email":"a@x.example","first_name":"Ann"}

A mapping file can say so of any other system.

  $ echo '{ "lead-mapping": 1, "unfold": { "answers": ["question", "answer"] } }' >m.json
  $ echo '{"answers":[{"question":"E-Mail","answer":"a@x.example"}]}' | lead-import --mapping m.json -c email
  {"email":"a@x.example"}
  $ echo '{ "lead-mapping": 1, "unfold": { "answers": ["question"] } }' >m.json
  $ echo '{}' | lead-import --mapping m.json
  ! lead-import: m.json:1: /unfold/answers: expected [] or the names of two members
  [2]

A record that is refused comes back taken apart, and can be fed in again.

  $ echo '{"lead_id":"a","is_test":false,"user_column_data":[{"column_id":"EMAIL","string_value":"a@x.example"},{"column_id":"CONSENT","string_value":"hm"}]}' >one.json
  $ lead-import -q --rejects r.json one.json
  $ grep -o '"lead_id.*' r.json
  "lead_id":"a","is_test":false,"EMAIL":"a@x.example","CONSENT":"hm"}
  $ sed 's/"hm"/"yes"/' r.json | lead-import -c id,email,consent
  {"id":"a","email":"a@x.example","consent":"granted"}

Some rows, or all of them and the header, were quoted once more, as a whole.

  $ printf 'email,city,note\na@x.example,Bonn,"b, c"\n"b@x.example,Köln,""d ""e"" f"""\n"c@x.example,Ulm"\n' >some.csv
  $ lead-import --summary=s.json --rejects r.csv -c email,city,note some.csv
  email,city,note
  a@x.example,Bonn,"b, c"
  ! lead-import: some.csv:3: 1 field, but the header has 3
  ! lead-import: some.csv:4: 1 field, but the header has 3
  $ printf 'email,city,note\na@x.example,Bonn,"b, c"\n"b@x.example,Köln,""d """"e"""" f"""\n"c@x.example,Ulm"\n' >some.csv
  $ lead-import --summary=s.json --rejects r.csv -c email,city,note some.csv
  email,city,note
  a@x.example,Bonn,"b, c"
  b@x.example,Köln,"d ""e"" f"
  ! lead-import: some.csv:4: 1 field, but the header has 3
  ! lead-import: wrapped: 1 record stood in one quoted cell; read as what is in it
  $ grep -o '"repaired": {[^}]*}' s.json
  "repaired": {"wrapped": 1}
  $ printf '"E-Mail;City;Note"\r\n"a@x.example;Bonn;""b; c"""\r\n"b@x.example;Ulm;d"\r\n' | lead-import -c email,city,Note
  email,city,Note
  a@x.example,Bonn,b; c
  b@x.example,Ulm,d
  ! lead-import: wrapped: 2 records stood in one quoted cell; read as what is in it

One column whose name has a comma in it is one column.

  $ printf '"City, State"\n"Austin, TX"\n"Reno, NV"\n' | lead-import -q -c 'City, State'
  ! lead-import: --columns: no column "City"
  [2]
  $ printf '"City, State"\n"Austin, TX"\n"Reno, NV"\n' | lead-import -q | head -2
  "City, State",quality,flags,merged_from
  "Austin, TX",40,no_contact -40;no_name -10;consent_unknown -10,

Classes of size: the lower end is sure, what was there is kept. A date that a spreadsheet made of one
is none.

  $ printf 'email,Employees\na@x.example,51-200\nb@x.example,"10,001+"\nc@x.example,1 to 10\nd@x.example,May-20\ne@x.example,"1,001 – 5,000"\nf@x.example,75\n' |
  > lead-import --summary=s.json -c email,employees,original_employees
  email,employees,original_employees
  a@x.example,51,51-200
  b@x.example,10001,"10,001+"
  c@x.example,1,1 to 10
  d@x.example,May-20,
  e@x.example,1001,"1,001 – 5,000"
  f@x.example,75,
  $ grep -o '"repaired": {[^}]*}\|"unread": {[^}]*}' s.json
  "repaired": {"range": 4}
  "unread": {"employees": 1}

A blank behind the prefix that a system puts before its values goes as well: what was imported stays as it is.

  $ printf 'id,created_time,email,phone_number,platform,form_id\nl: 7,2026-06-22,a@x.example,p: +44 20 7946 0958,fb,f: 1\n' >meta.csv
  $ lead-import -o once.csv meta.csv; lead-import once.csv | cmp - once.csv; cut -d, -f1-6 once.csv
  id,created_at,email,phone,source,form_id
  7,2026-06-22,a@x.example,+442079460958,social,f: 1

What a report ends with is no broken row: it is named, kept by --rejects and counted by its code, but there is nothing
to mend. A record that has all of its cells may begin as it likes.

  $ cat >report.csv <<'X'
  > Company,Email,City
  > Copyright (C) Experts,a@x.example,York
  > 
  > Grand Totals (1 records)
  > 
  > Confidential Information - Do Not Distribute
  > "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
  > Generated By:  Ann Lee
  > X
  $ lead-import --max-rejects 0 --summary=s.json -c company,email report.csv
  company,email
  Copyright (C) Experts,a@x.example
  ! lead-import: report.csv:4: no record: what a report ends with
  ! lead-import: report.csv:6: no record: what a report ends with
  ! lead-import: report.csv:7: no record: what a report ends with
  ! lead-import: footer: … and 1 more
  $ grep -o '"read.*"rejected": [0-9]*\|"rejected_by": {[^}]*}' s.json
  "read": 5, "written": 1, "merged": 0, "updated": 0, "filtered": 0, "rejected": 4
  "rejected_by": {"footer": 4}
  $ lead-import -q --rejects r.csv -o o.csv report.csv 2>&-; cut -d, -f2,4-6 r.csv
  _line,_code,_reason,_raw
  4,footer,no record: what a report ends with,Grand Totals (1 records)
  6,footer,no record: what a report ends with,Confidential Information - Do Not Distribute
  7,footer,no record: what a report ends with,"""Copyright (c) 2000-2026 salesforce.com
  8,footer,no record: what a report ends with,Generated By:  Ann Lee
  $ lead-import -q -c company,email r.csv report.csv --summary=s.json 2>&-; grep -o '"rejected_by": {[^}]*}' s.json
  company,email
  Copyright (C) Experts,a@x.example
  "rejected_by": {"footer": 8}
  $ sed -i '1a only one cell' report.csv; lead-import -q -c company report.csv 2>err; echo $?; tail -1 err
  company
  Copyright (C) Experts
  3
  lead-import: 1 of 6 records was refused; --rejects FILE keeps them

The top and the bottom of a report are told from its rows: lines above the header are counted, and behind the last row
its title, and whose it is, are known by the company they keep. A line of one cell above a row is a broken row.

  $ cat >sf.csv <<'X'
  > My Leads
  > As of 2026-01-02
  > 
  > Company,Email,City
  > Acme,a@x.example,York
  > Odd
  > Best,b@x.example,Bath
  > 
  > My Leads
  > "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
  > Confidential Information - Do Not Distribute
  > Generated By:  Ann Lee
  > Acme Corp
  > X
  $ lead-import --rejects r.csv --summary=s.json -c company,email sf.csv 2>&-; cut -d, -f2,4-6 r.csv
  company,email
  Acme,a@x.example
  Best,b@x.example
  _line,_code,_reason,_raw
  6,fields,"1 field, but the header has 3"
  9,footer,no record: what a report ends with,My Leads
  10,footer,no record: what a report ends with,"""Copyright (c) 2000-2026 salesforce.com
  11,footer,no record: what a report ends with,Confidential Information - Do Not Distribute
  12,footer,no record: what a report ends with,Generated By:  Ann Lee
  13,footer,no record: what a report ends with,Acme Corp
  $ grep -o '"preamble": [0-9]*, "lines": [0-9]*\|"rejected_by": {[^}]*}' s.json
  "preamble": 3, "lines": 13
  "rejected_by": {"fields": 1, "footer": 5}
  $ cp r.csv all.csv; LEAD_BLOCK=64 lead-import -q -j2 --rejects r.csv sf.csv 2>&- >o.csv; cmp r.csv all.csv

A cell of ten thousands of addresses that are none takes no longer than it is long.

  $ awk 'BEGIN { printf "id,email,phone\n1,\""; for (i = 0; i < 300000; i++) printf "a, "; print "\",x" }' |
  >   (ulimit -t 20; lead-import -q -c id,email_status) | cut -c 1-40
  id,email_status
  1,invalid
