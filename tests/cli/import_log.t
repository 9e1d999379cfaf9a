What came together and why: --merge-log; and back again: --undo.

  $ cat >m.csv <<'E'
  > id,email,name,phone,notes
  > 1,ann@x.example,Ann Lee,,"first, and ""best"""
  > 2,ANN@x.example,A. Lee,+442079460958,
  > 3,info@x.example,Bo Orr,,
  > 4,info@x.example,Cy Dow,,
  > 5,info@x.example,Bo Orr,,
  > ,z@x.example,Zed,,
  > ,z@x.example,Zed,+442079460959,
  > E
  $ lead-import --merge-log log.csv m.csv >out.csv
  $ cut -d, -f1-7 log.csv
  _lead,_row,_rule,_match,_likeness,_points,_kept
  m.csv:2,,,,,,
  m.csv:2,m.csv:2,,,,,id;email;full_name;notes;email_status;first_name;last_name
  m.csv:2,m.csv:3,email,m.csv:2;m.csv:3,,,phone;phone_status
  m.csv:4,,,,,,
  m.csv:4,m.csv:4,,,,,id;email;full_name;email_status;first_name;last_name
  m.csv:4,m.csv:6,email,m.csv:4;m.csv:6,,,
  m.csv:7,,,,,,
  m.csv:7,m.csv:7,,,,,email;full_name;email_status;first_name
  m.csv:7,m.csv:8,email,m.csv:7;m.csv:8,,,phone;phone_status

Every cell that was kept is one row's; those of the rows are as they would have come out by themselves.

  $ lead-import -F csv --undo log.csv -o back.csv out.csv
  $ lead-import --match off m.csv >off.csv
  $ for f in back off; do lead-score -c id,email,full_name,phone,notes,quality,flags $f.csv | sort >$f.sorted; done
  $ cmp back.sorted off.sorted && sed 1q back.sorted
  ,z@x.example,Zed,+442079460959,,90,consent_unknown -10

The rows stand where the lead stood, and the leads that were not merged stay where they are.

  $ lead-score -c id,email,phone back.csv
  id,email,phone
  1,ann@x.example,
  2,ANN@x.example,+442079460958
  3,info@x.example,
  5,info@x.example,
  4,info@x.example,
  ,z@x.example,
  ,z@x.example,+442079460959

In between other tools may have been at work, and lines may be gone; one merge alone is undone with its lines of the log.

  $ lead-score out.csv | lead-qualify -w 'id != 3' | lead-import --undo log.csv -c id,email,phone,score
  id,email,phone,score
  1,ann@x.example,,
  2,ANN@x.example,+442079460958,
  4,info@x.example,,5
  ! lead-import: log.csv: not undone: 2 merges, whose leads are not there as they came out

  $ { sed 1q log.csv; grep ^m.csv:7 log.csv; } >one.csv; lead-import --undo one.csv -c id,email,phone out.csv
  id,email,phone
  1,ann@x.example,+442079460958
  3,info@x.example,
  4,info@x.example,
  ,z@x.example,
  ,z@x.example,+442079460959

The same with JSON.

  $ lead-import -T jsonl --merge-log log.jsonl m.csv >out.jsonl
  $ sed -n 2,3p log.jsonl
  {"_lead":"m.csv:2","_row":"m.csv:2","_rule":null,"_match":null,"_likeness":null,"_points":null,"_kept":["id","email","full_name","notes","email_status","first_name","last_name"],"id":"1","email":"ann@x.example","full_name":"Ann Lee","phone":"","notes":"first, and \"best\"","email_status":"valid","first_name":"Ann","last_name":"Lee","quality":90,"flags":["consent_unknown -10"]}
  {"_lead":"m.csv:2","_row":"m.csv:3","_rule":"email","_match":["m.csv:2","m.csv:3"],"_likeness":null,"_points":null,"_kept":["phone","phone_status"],"id":"2","email":"ANN@x.example","full_name":"A. Lee","phone":"+442079460958","notes":"","email_status":"valid","phone_status":"valid","first_name":"A.","last_name":"Lee","quality":90,"flags":["consent_unknown -10"]}
  $ lead-import --undo log.jsonl -T csv -c id,phone out.jsonl
  id,phone
  1,
  2,+442079460958
  3,
  5,
  4,
  ,
  ,+442079460959
  $ lead-import -T json --merge-log log.json -o out.json m.csv
  $ lead-import --undo log.json --summary=s.json -T csv -c id,phone out.json | cksum; lead-import --undo log.csv -c id,phone out.csv | cksum
  1380753300 54
  1380753300 54
  $ grep -o '"read.*"rejected": [0-9]*' s.json; grep -o '"undone.*' s.json
  "read": 4, "written": 4, "merged": 0, "updated": 3, "filtered": 0, "rejected": 0
  "undone": 3, "restored": 6}
  $ lead-import --undo log.csv -T csv -c id,phone out.jsonl | cksum
  1380753300 54

Leads that are alike: how much, and what each field said.

  $ cat >f.csv <<'E'
  > id,first name,last name,street,city,zip,birthday
  > 1,Catherine,Harrington,12 Maltby Circuit,Coolaroo,3465,1955-06-12
  > 2,Catherin,Harington,12 Maltby Crct,Cooloroo,3456,1955-06-12
  > E
  $ lead-import --match fuzzy --merge-log f.log f.csv -c id,merged_from
  id,merged_from
  1,2
  $ lead-score -c _row,_rule,_match,_likeness,_points,_kept f.log
  _row,_rule,_match,_likeness,_points,_kept
  ,,,,,
  f.csv:2,,,,,id;first_name;last_name;street;city;postal_code;birth_date
  f.csv:3,alike,f.csv:2;f.csv:3,67,first_name +6;last_name +9;street +16;city +5;postal_code +7;birth_date +24,
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

Without writing any leads: what would come together?

  $ lead-import --check --merge-log dry.csv m.csv; cmp log.csv dry.csv

Nothing merged, an empty log; with it nothing is undone.

  $ lead-import --match off --merge-log empty.csv m.csv >off.csv; wc -c <empty.csv
  0
  $ lead-import --undo empty.csv off.csv | cmp - off.csv

Law: whatever is merged, undone it is what came in.

  $ cat >gen.awk <<'E'
  > function pick(list, n, a) { n = split(list, a, " "); return a[int(rand() * n) + 1] }
  > BEGIN {
  >   srand(seed); print "id,email,first name,last name,company,phone,street,zip,tags,created"
  >   for (i = 0; i < 300; i++)
  >     printf "%s,%s,%s,%s,%s,%s,%s,%s,%s,2026-01-%02d\n", rand() < .3 ? "" : int(rand() * 200),
  >       rand() < .4 ? "" : pick("a@x.example b@x.example A@X.example info@x.example q@a.example w@a.example a+1@x.example") ,
  >       pick("Ann Anne Bob Robert Cy Dee Eve - Ann"), pick("Lee Lea Orr Dow Fox Leigh -"), pick("Acme ACME,Inc. Zenith -") ~ /,/ ? "\"Acme, Inc.\"" : "Acme",
  >       pick("- - +442079460958 +442079460959 0123"), pick("- 1;High;St 2;Low;St"), pick("- 10115 10117"), pick("- a b \"a;c\""), rand() * 28 + 1 }
  > E
  $ for seed in 1 2 3 4 5 6 7 8; do
  >   awk -v seed=$seed -f gen.awk >g.csv
  >   for match in exact fuzzy; do
  >     lead-import -q --match $match --merge-log g.log -o g.out g.csv
  >     lead-import -q --undo g.log g.out | sed '1d; s/,$//' | sort >g.back
  >     lead-import -q --match off g.csv | sed 1d | sort >g.off
  >     cmp g.back g.off || echo "seed $seed, $match"; done; done
  $ wc -l <g.off; wc -l <g.out
  300
  25

Errors.

  $ lead-import --undo m.csv out.csv
  id,email,name,phone,notes,full_name,email_status,phone_status,first_name,last_name,quality,flags,merged_from
  ! lead-import: m.csv:2: this is no row of --merge-log: it has no _lead
  [3]
  $ { sed 1q log.csv; sed -n 3p log.csv; } >torn.csv; lead-import --undo torn.csv out.csv
  id,email,full_name,phone,notes,email_status,phone_status,first_name,last_name,quality,flags,merged_from
  ! lead-import: torn.csv:2: the lead of this row is not above it
  [3]
  $ lead-import --undo log.csv m.csv | wc -l
  10
  ! lead-import: log.csv: not undone: 1 merges, whose leads are not there as they came out
  $ printf 'notes\nx\n' | lead-import --undo log.csv
  ! lead-import: (stdin): no column says who a lead is
  [3]
  $ lead-import --undo absent.csv out.csv
  ! lead-import: absent.csv: open: No such file or directory
  [4]
  $ lead-import --merge-log out.csv -o out.csv m.csv
  ! lead-import: out.csv: this is also the output
  [2]
  $ lead-import --merge-log /absent/x m.csv
  ! lead-import: /absent/x: open: No such file or directory
  [4]
  $ lead-import --merge-log /dev/full m.csv >x
  ! lead-import: /dev/full: write: No space left on device
  [4]
