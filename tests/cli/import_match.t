Who is the same person: --match exact, fuzzy, off.

Exact: a mailbox is one person, unless it is a role's and the names differ.

  $ cat >m.csv <<'X'
  > id,email,name
  > 1,ann@x.example,Ann Lee
  > 2,ANN@x.example,A. Lee
  > 3,info@x.example,Bo Orr
  > 4,info@x.example,Cy Dow
  > 5,info@x.example,Bo Orr
  > X
  $ lead-import -c id,merged_from m.csv
  id,merged_from
  1,2
  3,5
  4,

Placeholders shared by different people merge nobody: a@a.com, phone 123, one address for three names.

  $ cat >p.csv <<'X'
  > id,email,phone,name
  > 1,a@a.com,123,Ann Lee
  > 2,a@a.com,123,Bo Orr
  > 3,none@none.com,123,
  > 4,none@none.com,,
  > 5,office@y.example,,Ann Lee
  > 6,office@y.example,,Bo Orr
  > 7,office@y.example,,Cy Dow
  > 8,shared@y.example,,Ann Lee
  > 9,shared@y.example,,Bo Orr
  > 10,shared@y.example,,Cy Dow
  > 11,shared@y.example,,Bo Orr
  > X
  $ lead-import -c id,merged_from p.csv
  id,merged_from
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,11
  10,
  $ lead-import --match fuzzy -c id,merged_from p.csv
  id,merged_from
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,11
  10,

Ids: within a file they say who it is, across files only if nothing speaks against it.

  $ printf 'id,email,name\n1,a@x.example,Ann Lee\n1,b@x.example,Ann Lee\n2,c@x.example,Bo Orr\n2,d@x.example,Cy Dow\n' >i.csv
  $ lead-import -c id,email,merged_from i.csv
  id,email,merged_from
  1,a@x.example,1
  2,c@x.example,
  2,d@x.example,
  $ printf 'id,email,name\n1,z@x.example,Zoe Fox\n2,,Bo Orr\n' >j.csv
  $ lead-import -c id,email,full_name,merged_from i.csv j.csv
  id,email,full_name,merged_from
  1,a@x.example,Ann Lee,1
  2,c@x.example,Bo Orr,2
  2,d@x.example,Cy Dow,
  1,z@x.example,Zoe Fox,

A phone joins only where neither names nor addresses differ; of firms without people, the firms.

  $ cat >t.csv <<'X'
  > id,phone,name,email,company
  > 1,+442079460958,Ann Lee,,
  > 2,+442079460958,Bo Lee,,
  > 3,+442079460959,,,Acme Ltd
  > 4,+442079460959,,,Zenith
  > 5,+442079460957,,a@x.example,
  > 6,+442079460957,,b@x.example,
  > 7,+442079460957,,,
  > X
  $ lead-import -c id,merged_from t.csv
  id,merged_from
  1,
  2,
  3,
  4,
  5,7
  6,

A website joins with the name, or with the firm where nobody is named; not the address of a page that many have.

  $ cat >w.csv <<'X'
  > id,name,company,website,email
  > 1,Ann Lee,,https://www.Acme.example/,
  > 2,ANN LEE,,acme.example,ann@acme.example
  > 3,Bo Orr,,acme.example,
  > 4,Ann Lee,,acme.example,lee@acme.example
  > 5,,Zenith Ltd,http://zenith.example,
  > 6,,ZENITH Ltd,zenith.example/,
  > 7,,Nadir Ltd,zenith.example,
  > 8,Cy Dow,,linked.example/in/cy1,
  > 9,Cy Dow,,linked.example/in/cy2,
  > X
  $ lead-import -c id,merged_from w.csv
  id,merged_from
  1,2
  3,
  4,
  5,6
  7,
  8,
  9,

A key on more than 20 leads joins only equal names, and is reported.

  $ { echo 'id,phone,name'; for i in $(seq 30); do echo "$i,+442079460958,Ann Lee$((i % 15 + 10))"; done; } >k.csv
  $ lead-import --summary=s.json -c id,merged_from k.csv | sed -n '2,3p;$p'
  1,16
  2,17
  15,30
  $ lead-import --check k.csv
  phone: 1 values are on more than 20 leads each and say little
  [1]
  $ { echo 'id,phone,name'; for i in $(seq 30); do echo "$i,+442079460958,Ann L$(printf "\\$((i % 15 + 141))")"; done; } >k.csv
  $ lead-import -c id,merged_from k.csv | sed -n '2,3p;$p'
  1,16
  2,17
  15,30

Options: plus tags, and the dots of Gmail.

  $ printf 'email\nann.lee+x@gmail.com\nannlee@gmail.com\nb+1@y.example\nb@y.example\n' >l.csv
  $ lead-import -c email l.csv
  email
  ann.lee+x@gmail.com
  annlee@gmail.com
  b+1@y.example
  b@y.example
  $ lead-import --loose-email -c email,merged_from l.csv
  email,merged_from
  ann.lee+x@gmail.com,l.csv:3
  b+1@y.example,l.csv:5

Fuzzy: slips of the finger, swapped names, other forms of a firm's name, half the address.

  $ cat >f.csv <<'X'
  > id,first name,last name,company,street,city,zip,birthday,phone,email
  > 1,Catherine,Harrington,,12 Maltby Circuit,Coolaroo,3465,1955-06-12,,
  > 2,Catherin,Harington,,12 Maltby Crct,Cooloroo,3456,1955-06-12,,
  > 3,Harrington,Catherine,,,,,1955-12-06,,
  > 4,Ann,Keller,Keller Logistik GmbH,,Hamburg,,,,ann.keller@keller.example
  > 5,Ann,Keller,Keller Logistik,,,,,,a.keller@keller.example
  > 6,,,Müller & Söhne AG,Am Weg 3,Bonn,53111,,0228 5550100,
  > 7,,,Müller und Söhne,Am Weg 3,Bonn,53111,,+49 228 5550100,
  > X
  $ lead-import --match fuzzy -c id,merged_from f.csv
  id,merged_from
  1,2;3
  4,5
  6,7

It does not join: a couple, brothers, two of one name in one town, colleagues, two of one firm's places,
john1 and john2.

  $ cat >n.csv <<'X'
  > id,first name,last name,company,street,city,zip,birthday,phone,email
  > 1,Ann,Lee,,1 High Street,York,YO1 7EP,,+441904550100,ann@lee.example
  > 2,Bob,Lee,,1 High Street,York,YO1 7EP,,+441904550100,bob@lee.example
  > 3,Tim,Orr,,2 Low Street,York,YO1 7EP,1990-01-02,,
  > 4,Tom,Orr,,2 Low Street,York,YO1 7EP,1992-05-20,,
  > 5,John,Smith,,,London,,,,
  > 6,John,Smith,,,London,,,,
  > 7,Eva,Braun,Acme,,Wien,,,,eva.braun@acme.example
  > 8,Evan,Brown,Acme,,Wien,,,,evan.brown@acme.example
  > 9,,,Ritz-Carlton Cafe,181 Peachtree St,Atlanta,,,404-659-0400,
  > 10,,,Ritz-Carlton Dining Room,181 Peachtree St,Atlanta,,,404-659-0400,
  > 11,John,Smith,Acme,,Wien,,,,john1@acme.example
  > 12,John,Smith,Acme,,Wien,,,,john2@acme.example
  > X
  $ lead-import --match fuzzy -c id,merged_from n.csv
  id,merged_from
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,

A chain is cut where its ends contradict: 2 has no first name, and is 1 or 3, but not both.

  $ cat >c.csv <<'X'
  > id,first name,last name,street,zip,birthday
  > 1,Ann,Featherstone,1 High Street,YO1 7EP,
  > 2,,Featherstone,1 High Street,YO1 7EP,
  > 3,Bob,Featherstone,1 High Street,YO1 7EP,
  > X
  $ lead-import --match fuzzy -c id,merged_from c.csv
  id,merged_from
  1,2
  3,

Nicknames are an option.

  $ printf 'id,first name,last name,zip,street\n1,Bob,Harrington,YO1 7EP,1 High Street\n2,Robert,Harrington,YO1 7EP,1 High Street\n' >b.csv
  $ lead-import --match fuzzy -c id,merged_from b.csv
  id,merged_from
  1,
  2,
  $ lead-import --match fuzzy --nicknames -c id,merged_from b.csv
  id,merged_from
  1,2

The same for any number of threads, cut of the input and seed of the hashes.

  $ { cat f.csv; tail -n +2 n.csv | sed 's/^/2/'; tail -n +2 f.csv | sed 's/^/1/'; } >all.csv
  $ for i in 1 2 3 4; do LEAD_BLOCK=$((i * 50)) LEAD_READ=$i lead-import --match fuzzy -j$i all.csv | cksum; done | uniq | wc -l
  1

Of a website it counts what the name folds to as a whole: a firm may be called like its owner.

  $ printf 'Website,First Name,Last Name,Company,City\nlee.example,Ann,Lee,,York\nlee.example,,,Ann Lee,\nlee.example,ANN MARIE,Lee,,\n' >w.csv
  $ lead-import -c first_name,last_name,company,city,merged_from w.csv
  first_name,last_name,company,city,merged_from
  Ann,Lee,Ann Lee,York,w.csv:3
  ANN MARIE,Lee,,,
