Whose value stays: --keep first, newest, complete, rank.

  $ cat >crm.csv <<'E'
  > id,email,first name,last name,phone,street,city,country,title,industry,consent,updated_at
  > 1,ann@x.example,A.,Lee,+442079460958,,York,GB,CEO,,granted,2026-01-01
  > E
  $ cat >fair.csv <<'E'
  > id,email,first name,last name,phone,street,city,country,title,industry,consent,updated_at
  > 2,ann@x.example,Ann Maria,Lee,+442079460959,1 High St,Leeds,,Chief Executive Officer,Steel,,2026-03-01
  > 3,ann@x.example,,Lee,,,,DE,CTO,,denied,2026-02-01T10:00:00Z
  > E
  $ echo 'lead-import -c id,first_name,last_name,phone,street,city,country,title,industry,consent "$@"' >keep

By default the first known value of each column; an address from the first that knows the street, without the
country of one that agrees in nothing.

  $ sh keep crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,A.,Lee,+442079460958,1 High St,Leeds,,CEO,Steel,denied

The newest, of everything or of one column; what is said of a part of an address or of a name is said of the whole.

  $ sh keep --keep newest crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  2,Ann Maria,Lee,+442079460959,1 High St,Leeds,,Chief Executive Officer,Steel,denied
  $ sh keep --keep title=newest --keep city=newest crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,A.,Lee,+442079460958,1 High St,Leeds,,Chief Executive Officer,Steel,denied

The most complete: the most parts, then the longest text.

  $ sh keep --keep complete crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,Ann Maria,Lee,+442079460958,1 High St,Leeds,,Chief Executive Officer,Steel,denied
  $ sh keep --keep "Title=complete" crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,A.,Lee,+442079460958,1 High St,Leeds,,Chief Executive Officer,Steel,denied

The best input, by name or by the system it comes from.

  $ sh keep --keep rank --rank fair.csv,crm.csv crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  2,Ann Maria,Lee,+442079460959,1 High St,Leeds,,Chief Executive Officer,Steel,denied
  $ sh keep --keep phone=rank --rank fair.csv crm.csv ./fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,A.,Lee,+442079460959,1 High St,Leeds,,CEO,Steel,denied
  $ printf 'Id,IsDeleted,MasterRecordId,FirstName,LastName,Email,IsConverted\n00Q,0,,Ann,Lee,ann@x.example,0\n' >sf.csv
  $ lead-import --show-mapping sf.csv | head -1
  sf.csv: Salesforce (data export, API) (salesforce), which knows 85 % of the columns
  $ lead-import -c first_name,last_name --keep first_name=rank --rank salesforce crm.csv sf.csv
  first_name,last_name
  Ann,Lee

Of permissions the most restrictive wins whatever is said, and lists unite: they take no rule.

  $ lead-import --keep consent=newest crm.csv fair.csv >x; lead-import --keep merged_from=first crm.csv fair.csv >x
  ! lead-import: --keep: consent: of permissions the most restrictive wins
  ! lead-import: --keep: merged_from: it is worked out
  [2]
  $ printf 'email,on_hold\na@x.example,2026-01-01/2026-01-02\n' >h.csv; lead-import --keep on_hold=first h.csv >x
  ! lead-import: --keep: on_hold: lists unite
  [2]

Without a time a lead is older than any; created_at counts where there is no updated_at.

  $ printf 'email,title,created_at,updated_at\na@x.example,none,,\na@x.example,made,2026-02-01,\na@x.example,old,2025-01-01,2026-01-01\n' >t.csv
  $ lead-import --keep newest -c title t.csv
  title
  made

Errors.

  $ lead-import --keep longest crm.csv
  ! lead-import: --keep longest: the word is none of first, newest, complete or rank
  [2]
  $ lead-import --keep titel=newest crm.csv
  ! lead-import: --keep: no column "titel"; did you mean "title"?
  [2]
  $ lead-import --keep rank crm.csv
  ! lead-import: --keep rank needs --rank, which says which input is the best
  [2]
  $ lead-import --rank crm.csv crm.csv
  ! lead-import: --rank needs --keep rank, or --keep FIELD=rank
  [2]
  $ lead-import --keep rank --rank crm.csv,web crm.csv
  ! lead-import: --rank: no input is "web" or comes from such a system
  [2]

A mapping file can hold it: "merge". Options win, and one for all columns takes back what the file says of single
ones; --save-mapping writes both. What is not there this time does not matter.

  $ cat >m.json <<'X'
  > { "lead-mapping": 1, "merge": { "keep": { "*": "newest", "phone": "rank", "nickname": "first" }, "update": { "title": "replace" }, "rank": ["web.csv", "crm.csv"] } }
  > X
  $ sh keep --mapping m.json crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  2,Ann Maria,Lee,+442079460958,1 High St,Leeds,,Chief Executive Officer,Steel,denied
  $ sh keep --mapping m.json --keep title=first crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  2,Ann Maria,Lee,+442079460958,1 High St,Leeds,,CEO,Steel,denied
  $ sh keep --mapping m.json --keep first crm.csv fair.csv
  id,first_name,last_name,phone,street,city,country,title,industry,consent
  1,A.,Lee,+442079460958,1 High St,Leeds,,CEO,Steel,denied
  $ lead-import -q --mapping m.json --keep title=first --keep phone=newest --save-mapping n.json crm.csv fair.csv >x; sed -n '/merge/,$p' n.json
    "merge": {
      "keep": { "*": "newest", "phone": "newest", "nickname": "first", "title": "first" },
      "update": { "title": "replace" },
      "rank": ["web.csv", "crm.csv"]
    }
  }
  $ lead-import -q --mapping n.json crm.csv fair.csv | cmp - x
  $ lead-import -q --mapping m.json --keep complete --save-mapping o.json crm.csv >x; grep keep o.json
      "keep": { "*": "complete" },
  $ printf 'email,title,phone\nann@x.example,CMO,\n' >cmo.csv; lead-import -q -o all.csv crm.csv
  $ lead-import --mapping m.json --against all.csv -c title,phone cmo.csv
  title,phone
  CMO,+442079460958
  $ echo '{ "lead-mapping": 1, "merge": { "keep": { "consent": "newest" } } }' >c.json; lead-import --mapping c.json crm.csv >x
  ! lead-import: /merge/keep of the mapping file: consent: of permissions the most restrictive wins
  [2]
  $ for bad in '{ "keep": { "title": "latest" } }' '{ "update": { "title": 1 } }' '{ "keep": "newest" }' '{ "rank": "crm.csv" }' '{ "order": {} }' '[]'; do
  > echo "{ \"lead-mapping\": 1, \"merge\": $bad }" >b.json; lead-import --mapping b.json crm.csv >x; done
  ! lead-import: b.json:1: /merge/keep/title: expected first, newest, complete or rank
  ! lead-import: b.json:1: /merge/update/title: expected a text
  ! lead-import: b.json:1: /merge/keep: expected an object
  ! lead-import: b.json:1: /merge/rank: expected a list of inputs or systems
  ! lead-import: b.json:1: /merge/order: unknown key
  ! lead-import: b.json:1: /merge: expected an object
  [2]
