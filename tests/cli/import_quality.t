Quality: 100 less what the flags take, never below 0; the points add up.

  $ cat >q.csv <<'X'
  > email,first name,last name,phone,country,consent,do not call
  > ann.lee@x.example,Ann,Lee,+442079460958,GB,yes,no
  > ann.lee@gmial.com,Ann,Lee,+442079460958,FR,no,yes
  > bo@x.example,Cyril,Orr,,,yes,
  > info@x.example,Doherty,Wertz,4.15556E+09,,yes,
  > dd@mailinator.com,Di,Do,020 7946 0958,GB,,
  > not an address,,,,,yes,
  > ,Ed,Ox,,,yes,
  > X
  $ lead-import -c quality,flags q.csv
  quality,flags
  100,
  30,email_typo -20;phone_country -10;consent_denied -30;do_not_call -10
  95,email_other_name -5
  70,email_role -10;phone_invalid -15;phone_damaged -5
  55,consent_unknown -10;email_disposable -35
  55,no_name -10;email_invalid -35
  60,no_contact -40

Who is not there: test data, keyboards, placeholders, bots; and who only looks like it.

  $ cat >l.csv <<'X'
  > email,name,phone,consent
  > test@test.com,Test Lead,,yes
  > qwerty@x.example,Asdf Ghjkl,+1 555 555 5555,yes
  > a@a.com,,123,yes
  > x@x.example,Buy http://spam.example,+49 30 1234567,yes
  > lisa.lisa@x.example,Lisa Lisa,,yes
  > hertz@x.example,Gustav Hertz,,yes
  > liberty.doherty@x.example,Liberty Doherty,,yes
  > g.wertheim@x.example,Greta Wertheim,,yes
  > krcg@x.example,Brnčić Krč,,yes
  > X
  $ lead-import -c email,quality,flags l.csv
  email,quality,flags
  test@test.com,0,email_role -10;placeholder -40;test_data -60;no less than 0 +10
  qwerty@x.example,15,email_other_name -5;phone_invalid -15;keyboard_mash -40;repeated_digits -25
  a@a.com,50,no_name -10;placeholder -40
  x@x.example,0,email_other_name -5;placeholder -40;repeated_digits -25;bot -40;no less than 0 +10
  lisa.lisa@x.example,60,bot -40
  hertz@x.example,100,
  liberty.doherty@x.example,100,
  g.wertheim@x.example,100,
  krcg@x.example,100,

What a flag costs is a setting; a flag that costs nothing is not shown.

  $ echo '{ "lead-mapping": 1, "quality": { "consent_unknown": 0, "email_role": -1 } }' >m.json
  $ printf 'email\ninfo@x.example\n' | lead-import --mapping m.json -c quality,flags
  quality,flags
  89,no_name -10;email_role -1
  $ echo '{ "lead-mapping": 1, "quality": { "email_role": 1 } }' >m.json
  $ printf 'email\ninfo@x.example\n' | lead-import --mapping m.json
  ! lead-import: m.json:1: /quality/email_role: expected a whole number from -100 to 0
  [2]
  $ echo '{ "lead-mapping": 1, "quality": { "email_rolle": 1 } }' >m.json
  $ printf 'email\ninfo@x.example\n' | lead-import --mapping m.json
  ! lead-import: m.json:1: /quality/email_rolle: unknown key; did you mean "email_role"?
  [2]

A number in JSON, a list of flags; a merged lead has the quality of what it is now.

  $ printf 'email,phone,consent\ninfo@x.example,,\ninfo@x.example,123,no\n' | lead-import -T jsonl
  {"email":"info@x.example","phone":"123","consent":"denied","email_status":"role","quality":10,"flags":["no_name -10","email_role -10","consent_denied -30","placeholder -40"],"merged_from":["(stdin):3"]}

Names are split and joined; one cell may hold several addresses or numbers, and what it held is kept.

  $ cat >n.csv <<'X'
  > name,email,phone
  > "van der Berg, Ann","a@x.example, b@y.example",'+44 20 7946 0958
  > Dr. Bo Orr Jr.,c@x.example,+1 415 555 2671 x33
  > Cy,d@x.example,+44 20 7946 0958 ::: +44 20 7946 0959
  > X
  $ printf 'first name,last name,email,notes\nEd,Ox,e@x.example,="00501"\n' >o.csv
  $ lead-import -c full_name,first_name,last_name,email,original_email,phone,original_phone,notes n.csv o.csv
  full_name,first_name,last_name,email,original_email,phone,original_phone,notes
  "van der Berg, Ann",Ann,van der Berg,a@x.example,"a@x.example, b@y.example",+442079460958,,
  Dr. Bo Orr Jr.,Bo,Orr,c@x.example,,+14155552671,+1 415 555 2671 x33,
  Cy,Cy,,d@x.example,,+442079460958,+44 20 7946 0958 ::: +44 20 7946 0959,
  Ed Ox,Ed,Ox,e@x.example,,,,="00501"
