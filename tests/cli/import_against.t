A master file and what is new: --against, --update.

  $ cat >new.csv <<'E'
  > E-Mail,Name,Phone,Street,City,Country,Remarks,Consent
  > ann@x.example,Ann Lee,,,York,UK,called,
  > bo@x.example,Bo Orr,020 7946 0959,1 High St,York,UK,,granted
  > ,Nobody Known,,,,,met at a fair,
  > X
  > E
  $ sed -i '/^X$/d' new.csv
  $ : >master.csv
  $ lead-import --against master.csv -o master.csv --summary=s.json new.csv
  $ grep -o '"read.*"rejected": [0-9]*' s.json; grep -o '"master": {[^}]*}' s.json
  "read": 3, "written": 3, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0
  "master": {"leads": 0, "updated": 0, "unchanged": 0, "new": 3, "alike": 0}
  $ cut -d, -f1-8 master.csv
  email,full_name,phone,street,city,country,Remarks,consent
  ann@x.example,Ann Lee,,,York,GB,called,
  bo@x.example,Bo Orr,+442079460959,1 High St,York,GB,,granted
  ,Nobody Known,,,,,met at a fair,

The same file again, by whatever name, changes nothing: not a byte, also where nothing says who a lead is.

  $ cp master.csv first.csv; cp new.csv again.csv
  $ for f in new.csv again.csv; do lead-import --against master.csv -o master.csv --summary=s.json $f; done; cmp first.csv master.csv
  $ grep -o '"read.*"rejected": [0-9]*' s.json; grep -o '"master": {[^}]*}' s.json
  "read": 3, "written": 0, "merged": 3, "updated": 0, "filtered": 0, "rejected": 0
  "master": {"leads": 3, "updated": 0, "unchanged": 3, "new": 0, "alike": 0}
  $ lead-import --against master.csv <again.csv | cmp - master.csv

The next day: gaps are filled, an address only by one that does not contradict it; what is known stays; the
most restrictive permission wins. What an update is made of is in merged_from.

  $ cat >day2.csv <<'E'
  > id,email,full_name,phone,street,city,country,remarks,consent
  > a1,ann@x.example,Anne Lee,+442079460958,2 Low St,York,GB,,
  > b1,bo@x.example,Bob Orr,,5 Any St,Leeds,GB,,denied
  > z1,zed@x.example,Zed Fox,,,,,,
  > E
  $ lead-import --against master.csv --merge-log log.csv --summary=s.json -o day2.out day2.csv
  $ lead-score -c email,full_name,phone,street,city,Remarks,consent,merged_from day2.out
  email,full_name,phone,street,city,Remarks,consent,merged_from
  ann@x.example,Ann Lee,+442079460958,2 Low St,York,called,,
  bo@x.example,Bo Orr,+442079460959,1 High St,York,,denied,
  ,Nobody Known,,,,met at a fair,,
  zed@x.example,Zed Fox,,,,,,
  $ grep -o '"read.*"rejected": [0-9]*' s.json; grep -o '"master": {[^}]*}' s.json
  "read": 3, "written": 1, "merged": 2, "updated": 2, "filtered": 0, "rejected": 0
  "master": {"leads": 3, "updated": 2, "unchanged": 1, "new": 1, "alike": 0}
  $ lead-import --against day2.out day2.csv | cmp - day2.out

The log says what became of each row, and takes the day back.

  $ lead-score -c _lead,_row,_rule,_kept log.csv 2>/dev/null
  _lead,_row,_rule,_kept
  master.csv:2,,,
  master.csv:2,master.csv:2,,email;full_name;city;country;Remarks;email_status;first_name;last_name
  master.csv:2,day2.csv:2,email,phone;street;phone_status;id
  master.csv:3,,,
  master.csv:3,master.csv:3,,email;full_name;phone;street;city;country;email_status;phone_status;first_name;last_name
  master.csv:3,day2.csv:3,email,consent;id
  $ lead-import --undo log.csv -c email,full_name,phone,consent day2.out
  email,full_name,phone,consent
  ann@x.example,Ann Lee,,
  ann@x.example,Anne Lee,+442079460958,
  bo@x.example,Bo Orr,+442079460959,granted
  bo@x.example,Bob Orr,,denied
  ,Nobody Known,,
  zed@x.example,Zed Fox,,

By field: replace, ignore, or the default, fill. The address is one thing; permissions take no rule.

  $ lead-import --against master.csv --update replace --update full_name=ignore day2.csv | lead-score -c email,full_name,street,city,consent
  email,full_name,street,city,consent
  ann@x.example,Ann Lee,2 Low St,York,
  bo@x.example,Bo Orr,5 Any St,Leeds,denied
  ,Nobody Known,,,
  zed@x.example,Zed Fox,,,
  $ lead-import --against master.csv --update city=replace -c email,full_name,street,city day2.csv
  email,full_name,street,city
  ann@x.example,Ann Lee,2 Low St,York
  bo@x.example,Bo Orr,5 Any St,Leeds
  ,Nobody Known,,
  zed@x.example,Zed Fox,,
  $ lead-import --against master.csv --update ignore day2.csv | cut -d, -f1-8
  email,full_name,phone,street,city,country,Remarks,consent
  ann@x.example,Ann Lee,,,York,GB,called,
  bo@x.example,Bo Orr,+442079460959,1 High St,York,GB,,denied
  ,Nobody Known,,,,,met at a fair,
  zed@x.example,Zed Fox,,,,,,
  $ for u in replace ignore phone=replace; do
  >   lead-import --against master.csv --update $u -o u1 day2.csv
  >   lead-import --against u1 --update $u day2.csv | cmp - u1; done

A lead of the master that is told of twice is one lead, and so are two rows about somebody new.

  $ printf 'email,phone,title\nann@x.example,,CEO\nANN@x.example,+442079460958,\nyi@x.example,,CTO\nyi@x.example,+442079460957,\n' >twice.csv
  $ lead-import --against master.csv twice.csv | lead-score -c email,phone,title,merged_from
  email,phone,title,merged_from
  ann@x.example,+442079460958,CEO,twice.csv:2;twice.csv:3
  bo@x.example,+442079460959,,
  ,,,
  yi@x.example,+442079460957,CTO,twice.csv:5

What a lead of the master took in it knows by its id, also when its address is another now; by itself an id says
too little.

  $ printf 'id,email,full_name,phone\n1,ann@x.example,Ann Lee,+442079460958\n2,ann@x.example,Ann Lee,\n' >crm.csv
  $ lead-import -o known.csv crm.csv
  $ printf 'id,email,full_name,phone\n1,ann@x.example,Ann Lee,+442079460958\n2,ann.lee@y.example,Ann Lee,\n' >crm2.csv
  $ lead-import --against known.csv --update replace -c id,email,merged_from crm2.csv
  id,email,merged_from
  1,ann@x.example,2
  $ printf 'id,email,full_name,phone\n2,bo@y.example,Bo Orr,\n' >crm3.csv
  $ lead-import --against known.csv -c id,email,merged_from crm3.csv
  id,email,merged_from
  1,ann@x.example,2
  2,bo@y.example,

New leads that are not one person, though one of the master's is like both, replace nothing: who of them is right?

  $ printf 'email,name,phone,title\nann@x.example,Ann Lee,+442079460958,CEO\n' | lead-import -o one.csv -
  $ printf 'email,name,phone,title\nann@x.example,Ann Lee,,CTO\n,Ann Lee,+442079460958,Buyer\n' >pair.csv
  $ lead-import --against one.csv --update replace -c email,title,merged_from pair.csv
  email,title,merged_from
  ann@x.example,CEO,

Leads of the master are not merged with each other, though something new may look like two of them; --check says so.

  $ cat >two.csv <<'E'
  > id,email,full_name,phone,quality,flags,merged_from
  > 1,ann@x.example,Ann Lee,,,,
  > 2,,Ann Lee,+442079460958,,,
  > E
  $ printf 'email,name,phone\nann@x.example,Ann Lee,+442079460958\n' >both.csv
  $ lead-import --against two.csv both.csv | cut -d, -f1-4,7
  id,email,full_name,phone,merged_from
  1,ann@x.example,Ann Lee,+442079460958,both.csv:2
  2,,Ann Lee,+442079460958,
  $ lead-import --against two.csv --check both.csv
  master: 1 times two of its leads look like one person; they stay as they are, but lead-import of the file by itself would merge them
  [1]

--where is about new leads: the master loses nobody. Other columns of the master, and its order, stay.

  $ lead-import --against master.csv -w 'email contains "zed"' -c email,full_name day2.csv
  email,full_name
  ann@x.example,Ann Lee
  bo@x.example,Bo Orr
  ,Nobody Known
  zed@x.example,Zed Fox
  $ lead-score -c +score master.csv | lead-import --against - day2.csv -c email,score
  email,score
  ann@x.example,5
  bo@x.example,5
  ,0
  zed@x.example,

A master in JSON stays in JSON.

  $ lead-import -T jsonl new.csv >master.jsonl
  $ lead-import --against master.jsonl -o master.jsonl new.csv; lead-import --against master.jsonl new.csv | cmp - master.jsonl
  $ lead-import --against master.jsonl -o j1 day2.csv; lead-import --against j1 day2.csv | cmp - j1; wc -l <j1
  4

What one row says may speak for another of the same lead: the postal code for the country, the country for the
number. All of it is seen the first time, so the second changes nothing.

  $ cat >parts.csv <<'E'
  > email,phone,city,postal_code,country
  > pat@x.example,020 7946 0961,,LS1 4DY,GB
  > pat@x.example,,Leeds,,
  > pat@x.example,,Leeds,LS1 4DY,
  > sam@x.example,020 7946 0962,,,
  > sam@x.example,,,,GB
  > E
  $ lead-import --against master.csv -o p1 parts.csv; lead-import --against p1 parts.csv | cmp - p1
  $ lead-import -q -c email,phone,phone_status,city,postal_code,country parts.csv
  email,phone,phone_status,city,postal_code,country
  pat@x.example,+442079460961,valid,Leeds,LS1 4DY,GB
  sam@x.example,+442079460962,valid,,,GB

Activities are joined once, however often.

  $ printf 'email,type,at\nann@x.example,demo_request,2026-03-01\nann@x.example,demo_request,2026-03-01\nann@x.example,page_view,2026-02-01\n' >acts.csv
  $ lead-import --against master.csv -a acts.csv -o a1 new.csv; lead-import --against a1 -a acts.csv new.csv | cmp - a1
  $ lead-score -T jsonl -c email,activities a1 | sed 1q
  {"email":"ann@x.example","activities":[{"type":"page_view","at":"2026-02-01"},{"type":"demo_request","at":"2026-03-01"},{"type":"demo_request","at":"2026-03-01"}]}

-m is about the new files, and no constant of it is put into the master.

  $ lead-import --against master.csv -m source=:webinar -c email,source day2.csv
  email,source
  ann@x.example,webinar
  bo@x.example,webinar
  ,
  zed@x.example,webinar

Law: a file imported twice, exact or fuzzy, filling or replacing, changes nothing the second time; and all that was
in the master is there still.

  $ cat >gen.awk <<'E'
  > function pick(list, n, a) { n = split(list, a, " "); return a[int(rand() * n) + 1] }
  > function some(p, text) { return rand() < p ? text : "" }
  > BEGIN {
  >   srand(person); first = "Ann Bob Cy Dee Eve Flo Gus Hal Ida Jim Kay Leo"
  >   for (i = 0; i < 150; i++) {
  >     f[i] = pick(first); l[i] = pick("Abbot Baker Cooper Draper Fisher Glover Harper Mason Parker Turner Walker") pick("- - son ton ley")
  >     sub("-", "", l[i]); m[i] = pick("info a@a.com " tolower(f[i]) "." tolower(l[i]) i) ; if (m[i] !~ /@/) m[i] = m[i] "@" pick("x.example y.example")
  >     p[i] = "+44207946" sprintf("%04d", i / 2 + 900); s[i] = int(rand() * 90 + 1) " " pick("High Low Park Mill") " Street"; c[i] = pick("York Leeds Bath")
  >   }
  >   srand(seed); print "id,email,first name,last name,phone,street,city,title,consent,updated_at"
  >   for (i = 0; i < 250; i++) {
  >     k = int(rand() * 150); last = l[k]; if (rand() < .1) last = substr(last, 1, 3) substr(last, 5)
  >     printf "%s,%s,%s,%s,%s,%s,%s,%s,%s,2026-01-%02d\n", some(.3, "c" int(k + (rand() < .1))), some(.5, m[k]), some(.8, f[k]), some(.9, last), some(.4, p[k]),
  >       some(.4, s[k]), some(.5, rand() < .1 ? "Hull" : c[k]), some(.5, pick("CEO CTO Buyer")), some(.3, pick("granted denied")), rand() * 28 + 1
  >   }
  > }
  > E
  $ for seed in 1 2 3 4 5; do
  >   awk -v person=$seed -v seed=$seed -f gen.awk >g0.csv; awk -v person=$seed -v seed=1$seed -f gen.awk >g1.csv
  >   lead-import -q -o m0 g0.csv
  >   for how in '--match exact' '--match fuzzy' '--match exact --update replace' '--match fuzzy --update replace --keep newest'; do
  >     lead-import -q $how --against m0 -o m1 g1.csv
  >     lead-import -q $how --against m1 -o m2 g1.csv
  >     cmp m1 m2 || echo "seed $seed, $how"
  >     [ "$(wc -l <m0)" -le "$(wc -l <m1)" ] || echo "lost: seed $seed, $how"; done; done
  $ wc -l <m0; wc -l <m1
  203
  298

Errors.

  $ lead-import --against day2.csv new.csv
  ! lead-import: day2.csv: this is no file of lead-import's, which have merged_from, or quality and flags; import it first
  [3]
  $ lead-import --against absent.csv new.csv
  ! lead-import: absent.csv: open: No such file or directory
  [4]
  $ { cat master.csv; echo 'short,row'; } >torn.csv; lead-import --against torn.csv -o torn.csv new.csv; tail -1 torn.csv
  short,row
  ! lead-import: torn.csv:5: 2 fields, but the header has 15
  ! lead-import: torn.csv: a record of this file was refused, and it has to be whole: nothing is written
  $ lead-import --update fill new.csv
  ! lead-import: --update needs --against MASTER, whose leads it is about
  [2]
  $ lead-import --against master.csv --match off new.csv
  ! lead-import: --against needs --match exact or fuzzy
  [2]
  $ lead-import --against master.csv --undo log.csv new.csv
  ! lead-import: --undo goes with none of --against, --merge-log, --shard, --check, --show-mapping
  [2]
  $ lead-import --against master.csv --update phone=often new.csv
  ! lead-import: --update phone=often: the word is none of fill, replace or ignore
  [2]
  $ lead-import --against master.csv --update telefone=fill new.csv
  ! lead-import: --update: no column "telefone"
  [2]
  $ lead-import --against master.csv --update consent=replace new.csv
  ! lead-import: --update: consent: of permissions the most restrictive wins
  [2]
  $ lead-import --against master.csv --update id=replace day2.csv
  ! lead-import: --update: id: the master's stays, it is known by it
  [2]
  $ lead-import --against master.csv --update quality=replace new.csv
  ! lead-import: --update: quality: it is worked out
  [2]
  $ lead-import --against master.csv --update /dev/null
  ! lead-import: --update /dev/null: the word is none of fill, replace or ignore
  [2]

Leads that would be another lead of the master's each time, since they have changed both of them, are one of their own.

  $ cat >m.csv <<'X'
  > id,email,first_name,last_name,phone,city,postal_code,birth_date,title,consent,updated_at,on_hold,row,email_status,phone_status,quality,flags,merged_from
  > c6,Cy.Coopre1@y.example,,Coopre,+442079460910,York,LS1 4DY,180-01-02,Buyer,,2026-01-17,2026-02-01/2026-02-02,,valid,valid,90,consent_unknown -10,c6
  > ,Flo.Draper1@y.example,Flo,Draper,,Leeds,YO1 7HH,,Buyer,denied,2026-01-07,,,valid,,70,consent_denied -30,
  > c4,Eve.Abbot2@y.example,Eve,Abbot,+442079460909,Yrk,YO1 7HH,1980-01-02,Buyer,denied,2026-01-23,2026-02-01/2026-02-02,,valid,valid,70,consent_denied -30,new.csv:8;new.csv:9;c4
  > c0,info@x.example,,,,ath,,1980-02-01,ceo,granted,2026-01-20,2026-01-01/2026-01-02,,role,,80,no_name -10;email_role -10,
  > c7,Eve.Cooper@x.example,,Cooper,+442079460909,Bath,YO1 7HL,1975-05-05,Buyer,denied,2026-01-27,,,valid,valid,70,consent_denied -30,c7
  > c5,Eve.Cooper@y.example,,Coper,+442079460910,Leeds,YO1 7HH,1975-05-05,CTO,,2026-01-08,2026-01-01/2026-01-02,,valid,valid,90,consent_unknown -10,
  > X
  $ cat >n.csv <<'X'
  > id,email,first name,last name,phone,city,postal_code,birth_date,title,consent,updated_at,on_hold,row
  > c6,Eve.Abbot2@x.example,Eve,Abot,,eeds,YO1 7HH,1980-01-02,ceo,denied,2026-01-08,2026-01-01/2026-01-02;2026-02-01/2026-02-02,
  > c1,,Eve,,+442079460908,Leeds,YO1 7HH,1980-01-02,CTO,,2026-01-15,,
  > c0,info@x.example,Ann,,+442079460907,,,1980-02-01,CTO,denied,2026-01-02,,
  > ,Cy.Coopre1@y.example,,,+442079460908,York,,,,,2026-01-27,2026-01-01/2026-01-02;2026-02-01/2026-02-02,
  > ,,Flo,Draper,,eeds,YO1 7HL,,ceo,,2026-01-08,,
  > c0,info@x.example,Ann,Coopre,+442079460907,,,1975-05-05,CTO,denied,2026-01-06,,
  > ,Eve.Abbot2@y.example,Cy,,+442079460908,,,,,,2026-01-16,,
  > c6,,Cy,,+442079460909,York,YO1 7HH,1980-01-02,Buyer,granted,2026-01-25,2026-02-01/2026-02-02,
  > c5,Eve.Cooper@y.example,Cy,,+442079460910,Leeds,,,Buyer,denied,2026-01-21,,
  > c6,,,Coopre,,,,,CEO,,2026-01-12,2026-01-01/2026-01-02,
  > ,,,Abbot,,Leeds,YO1 7HL,1975-05-05,,granted,2026-01-13,2026-01-01/2026-01-02,
  > c5,Eve.Abbot2@x.example,Dee,Abbot,+44207946097,,YO1 7HH,1980-01-02,Buyer,granted,2026-01-15,,
  > c2,Flo.Draper1@y.example,Flo,Draper,,Leeds,YO1 7HH,1980-02-01,ceo,,2026-01-05,2026-01-01/2026-01-02;2026-02-01/2026-02-02,
  > c0,Cy.Coopre1@y.example,Cy,Coopre,+442079460908,York,LS1 4DY,1975-05-05,ceo,granted,2026-01-20,2026-01-01/2026-01-02;2026-02-01/2026-02-02,
  > ,Flo.Draper1@y.example,Eve,Draper,,,YO1 7HH,,Buyer,,2026-01-01,2026-01-01/2026-01-02;2026-02-01/2026-02-02,
  > X
  $ lead-import -q --match fuzzy --keep newest --against m.csv n.csv >once.csv
  $ lead-import -q --match fuzzy --keep newest --against once.csv n.csv >twice.csv; cmp once.csv twice.csv

A number that one row has and another row's country reads is no news when they come again.

  $ printf 'email,merged_from\nb@x.example,\n' >m.csv
  $ printf 'Email,Phone,Country\na@x.example,020 7946 0958,\na@x.example,,GB\n' >n.csv
  $ lead-import -q --update replace --against m.csv -o once.csv n.csv; tail -1 once.csv
  a@x.example,n.csv:3,+442079460958,GB,valid,valid,80,no_name -10;consent_unknown -10
  $ lead-import -q --update replace --against once.csv n.csv | cmp - once.csv
