Which column is what: presets, mapping files, names nobody has seen, --show-mapping, --save-mapping.

A system is known by two columns that others do not have; forced, or told not to look, it is not
looked for.

  $ printf 'Record ID,First Name,Contact owner,Lifecycle Stage,Mobile Phone Number,Phone Number\n1,Ann,jo,Lead,+442079460958,\n' >h.csv
  $ lead-import --show-mapping h.csv
  h.csv: HubSpot (contacts) (hubspot), which knows 83 % of the columns
    Record ID            id                  by preset
    First Name           first_name          by name
    Contact owner        owner               by preset
    Lifecycle Stage      stage               by preset
    Mobile Phone Number  phone               by preset
    Phone Number         kept                could be phone; "Mobile Phone Number" is, this one fills its gaps
  $ lead-import --preset generic --show-mapping h.csv
  h.csv
    Record ID            id                  by synonym
    First Name           first_name          by name
    Contact owner        owner               by synonym
    Lifecycle Stage      stage               by synonym
    Mobile Phone Number  kept
    Phone Number         phone               by synonym
  $ lead-import --preset hubspott h.csv
  ! lead-import: --preset: "hubspott" is not known; did you mean hubspot?
  [2]

These are signs of two systems, as many of one as of the other; Zoho's knows more of the columns.

  $ printf 'LEADID,Last Name,Lead Source,Email,Created Time\n1,Lee,web,a@b.example,2024-01-02\n' |
  > lead-import --show-mapping
  (stdin): Zoho CRM (zoho), which knows 60 % of the columns
    LEADID        id                  by preset
    Last Name     last_name           by name
    Lead Source   source              by preset
    Email         email               by name
    Created Time  created_at          by preset

E-mail and phone: the second choice fills the gaps of the first, and comes along as it is.

  $ printf 'Email,Work Email,Phone,Mobile\n,a@x.example,N/A,+442079460958\nb@x.example,c@x.example,+442079460959,\n' |
  > lead-import
  email,Work Email,phone,Mobile,email_status,phone_status,quality,flags,merged_from
  a@x.example,a@x.example,+442079460958,+442079460958,valid,valid,80,no_name -10;consent_unknown -10,
  b@x.example,c@x.example,+442079460959,,valid,valid,80,no_name -10;consent_unknown -10,
  $ printf 'Email,Work Email\n,a@x.example\n' | lead-import --strict-mapping
  ! lead-import: (stdin): "Email" could be email, too; -m email=COLUMN decides
  [2]

Of two columns the one that holds anything is the better.

  $ printf 'City,Town,email\n,Bonn,a@x.example\n' | lead-import
  original_city,city,email,email_status,quality,flags,merged_from
  ,Bonn,a@x.example,valid,80,no_name -10;consent_unknown -10,

What was understood can be kept, and does the same again.

  $ cat >odd.csv <<'X'
  > Kundennummer;Mail;Straße;Nr;Angelegt;Umsatz;Stand
  > 7;a@x.example;Am Weg;3;05/04/2026;1.500;Angebot
  > X
  $ lead-import -m id=Kundennummer -m street=Straße+Nr -m status=Stand --dates day-first \
  >   --decimal comma --region Deutschland --save-mapping m.json odd.csv
  id,email,street,created_at,annual_revenue,status,email_status,quality,flags,merged_from,original_status
  7,a@x.example,Am Weg 3,2026-04-05,1500,,valid,80,no_name -10;consent_unknown -10,,Angebot
  $ cat m.json
  {
    "lead-mapping": 1,
    "columns": {
      "id": "Kundennummer",
      "email": "Mail",
      "street": "Straße+Nr",
      "annual_revenue": "Umsatz",
      "status": "Stand",
      "created_at": "Angelegt"
    },
    "dates": { "order": "day-first" },
    "decimal": ",",
    "region": "DE"
  }
  $ lead-import --mapping m.json odd.csv
  id,email,street,created_at,annual_revenue,status,email_status,quality,flags,merged_from,original_status
  7,a@x.example,Am Weg 3,2026-04-05,1500,,valid,80,no_name -10;consent_unknown -10,,Angebot
  $ sed 's/"columns"/"values": { "status": { "Angebot": "open" } }, &/' m.json >w.json
  $ lead-import --mapping w.json -c status odd.csv
  status
  open

What a mapping file had is kept, with what it says of columns that are not there; of a field that an
option gives everywhere nothing else.

  $ cat >k.json <<'X'
  > { "lead-mapping": 1, "name": "ours", "columns": { "email": ["A", "B", "C"], "source": ":webinar", "title": "Role" },
  >   "keep": ["Title"], "activities": { "type": ["Kind", "Art"] }, "strip": { "email": "mail:" },
  >   "unfold": { "data": [] }, "values": { "status": { "Angebot": "open" } }, "quality": { "no_name": -3 },
  >   "dates": { "zone": "Europe/Berlin" } }
  > X
  $ printf 'B,Title,Created,Lead Status,Tel,Other Mail\nmail:a@x.example,Mr,2026-07-01 10:00,Angebot,+442079460958,mail:b@x.example\n' >i.csv
  $ lead-import --mapping k.json --save-mapping s.json i.csv >one.csv; lead-import --mapping s.json --save-mapping t.json i.csv | cmp - one.csv
  $ cmp s.json t.json; cat s.json
  {
    "lead-mapping": 1,
    "columns": {
      "email": ["A", "B", "C"],
      "phone": "Tel",
      "title": "Role",
      "source": ":webinar",
      "status": "Lead Status",
      "created_at": "Created"
    },
    "activities": {
      "type": ["Kind", "Art"]
    },
    "name": "ours",
    "keep": ["Title"],
    "strip": { "email": "mail:" },
    "unfold": { "data": [] },
    "values": { "status": { "Angebot": "open" } },
    "quality": { "no_name": -3 },
    "dates": { "zone": "Europe/Berlin" }
  }
  $ lead-import --mapping k.json -m email='Other Mail' -m activity.type=Art --save-mapping s.json i.csv >one.csv
  $ lead-import --mapping s.json i.csv | cmp - one.csv; grep -e email -e type s.json
      "email": ["Other Mail", "B"],
      "type": "Art"
    "strip": { "email": "mail:" },

A mapping file may say what is no field, what comes before a value, and which zone times are in.

  $ cat >k.json <<'X'
  > { "lead-mapping": 1, "columns": { "email": ["A", "B"], "source": ":webinar" }, "keep": ["Title"],
  >   "strip": { "email": "mail:" }, "dates": { "zone": "Europe/Berlin" } }
  > X
  $ printf 'B,Title,Created\nmail:a@x.example,Mr,2026-07-01 10:00\n' | lead-import --mapping k.json
  email,original_title,created_at,source,email_status,source_detail,direction,quality,flags,merged_from
  a@x.example,Mr,2026-07-01T08:00:00Z,webinar,valid,,inbound,80,no_name -10;consent_unknown -10,
  $ printf 'B,Title,Created\nmail:a@x.example,Mr,2026-07-01 10:00\n' | lead-import --tz UTC --mapping k.json -c created_at
  created_at
  2026-07-01T10:00:00Z

Mistakes are named with their place.

  $ echo '{ "lead-mapping": 1, "columns": { "emial": "A" } }' >bad.json
  $ lead-import --mapping bad.json h.csv
  ! lead-import: bad.json:1: /columns/emial: "emial" is no field; did you mean email?
  [2]
  $ echo '{ "lead-mapping": 1, "values": { "status": { "A": "gone" } } }' >bad.json
  $ lead-import --mapping bad.json h.csv
  ! lead-import: bad.json:1: /values/status/A: "gone" is no word of status
  [2]
  $ echo '{ "lead-mapping": 1, "region": "Narnia", "dates": { "order": "any" } }' >bad.json
  $ lead-import --mapping bad.json h.csv
  ! lead-import: bad.json:1: /dates/order: expected "day-first" or "month-first"
  [2]
  $ echo '{ "lead-mapping": 1, "colums": {} }' >bad.json
  $ lead-import --mapping bad.json h.csv
  ! lead-import: bad.json:1: /colums: unknown key; did you mean "columns"?
  [2]

Names that nobody has seen: fillers are left out, and the cells have to look like it.

  $ printf "What is your e-mail?,Your phone number (required),Customer First Name,Contact Email Sent\na@x.example,+442079460958,Ann,yes\n" |
  > lead-import --show-mapping
  (stdin)
    What is your e-mail?          email               by name alike
    Your phone number (required)  phone               by name alike
    Customer First Name           first_name          by name alike
    Contact Email Sent            kept
  $ printf "Your Email,x\nperhaps,1\n" | lead-import --show-mapping
  (stdin)
    Your Email  kept
    x           kept
  ! lead-import: (stdin): no contact: no column is an e-mail address, a phone number or a name; -m email=COLUMN says which is

Name beside Surname is the first name; accents, languages, capitals within words.

  $ printf 'Name,Surname,E-Mail-Adresse\nAnn,Lee,a@x.example\n' | lead-import -c first_name,last_name,email
  first_name,last_name,email
  Ann,Lee,a@x.example
  $ printf 'Prénom,NOM,Société,Code postal,CreatedDate\nAnn,Lee,X SA,01000,2026-01-02\n' |
  > lead-import -c first_name,last_name,company,postal_code,created_at
  first_name,last_name,company,postal_code,created_at
  Ann,Lee,X SA,01000,2026-01-02

Its own output: worked out anew in place, and what the other tools added stays.

  $ printf 'Email,Phone,Lead Status,score\nA@X.example,(0)30 8773486,Working,9\n' | lead-import --region DE >one.csv
  $ cat one.csv
  email,phone,status,original_score,email_status,phone_status,quality,flags,merged_from,original_status
  A@x.example,+49308773486,open,9,valid,valid,80,no_name -10;consent_unknown -10,,Working
  $ lead-import --region DE one.csv | cmp - one.csv
  $ lead-score --now 2026-03-01 one.csv | lead-import -c email,score
  email,score
  A@x.example,5

A file that lead-import wrote is known: its names are ours, and what it kept stays kept.

  $ printf 'Email,Work Email,Mobile,Phone\na@x.example,b@x.example,+442079460958,\n' |
  > lead-import --match off >ours.csv
  $ lead-import --match off ours.csv | cmp - ours.csv
  $ lead-import --show-mapping ours.csv | grep -v ours
    email           email               by name
    Work Email      kept
    phone           phone               by name
    original_phone  kept
    email_status    email_status        worked out anew
    phone_status    phone_status        worked out anew
    quality         quality             worked out anew
    flags           flags               worked out anew
