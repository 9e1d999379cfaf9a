What other importers get wrong, each by name.

EspoCRM: a blank line ends the import, and it still reports success.

  $ printf 'email\na@x.example\n\n\nb@x.example\n' | lead-import --summary=s.json -c email
  email
  a@x.example
  b@x.example
  $ grep -o '"read": 2.*"blank": 2' s.json
  "read": 2, "written": 2, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 2

SuiteCRM 5197: an empty e-mail cell inherits the previous row's.

  $ printf 'email,first name\na@x.example,Ann\n,Bo\n' | lead-import -c email,first_name,email_status
  email,first_name,email_status
  a@x.example,Ann,valid
  ,Bo,

Quoted newlines cut records.

  $ printf 'email,notes\na@x.example,"one\ntwo"\nb@x.example,"three\r\n\r\nfour"\n' | lead-import --summary=s.json -c email,notes | od -c | head -20
  0000000   e   m   a   i   l   ,   n   o   t   e   s  \n   a   @   x   .
  0000020   e   x   a   m   p   l   e   ,   "   o   n   e  \n   t   w   o
  0000040   "  \n   b   @   x   .   e   x   a   m   p   l   e   ,   "   t
  0000060   h   r   e   e  \r  \n  \r  \n   f   o   u   r   "  \n
  0000076
  $ grep -o '"read": 2' s.json
  "read": 2

Bad phones are dropped without a word.

  $ printf 'email,phone\na@x.example,call me\nb@x.example,+1 415\n' | lead-import --summary=s.json -c phone,phone_status
  phone,phone_status
  call me,invalid
  +1 415,invalid
  $ grep -o '"unread": [^}]*}' s.json
  "unread": {"phone": 2}

crm.cli: --dry-run --update writes. --check writes no lead.

  $ printf 'email,created\na@x.example,soon\n' >in.csv
  $ lead-import --check in.csv
  created_at: 1 values are no such thing; left as written
  [1]
  $ cat in.csv
  email,created
  a@x.example,soon

EspoCRM, Mautic: a truth word it does not know becomes true, or false.

  $ printf 'email,do not call\na@x.example,maybe\nb@x.example,N\n' | lead-import -c email,do_not_call --rejects r.csv
  email,do_not_call
  b@x.example,false
  ! lead-import: (stdin):2:13: do not call: neither yes nor no: shape "aaa"
  $ cat r.csv
  _file,_line,_column,_code,_reason,_raw,_raw_base64,email,do not call
  (stdin),2,13,value,"do not call: neither yes nor no: shape ""aaa""",,,a@x.example,maybe

On a merge the most restrictive permission wins, whichever comes first.

  $ printf 'email,consent,do not call,email opt out\na@x.example,yes,no,no\na@x.example,no,yes,yes\n' |
  > lead-import -c consent,do_not_call,email_opt_out
  consent,do_not_call,email_opt_out
  denied,true,true
  $ printf 'email,consent,do not call,email opt out\na@x.example,no,yes,\na@x.example,yes,no,yes\n' |
  > lead-import -c consent,do_not_call,email_opt_out
  consent,do_not_call,email_opt_out
  denied,true,true

Data Loader 230: success and error files swap rows. Each row is in one of them, with its own cells.

  $ printf 'id,email,consent\n1,a@x.example,yes\n2,b@x.example,hm\n3,c@x.example,no\n4,d@x.example,er\n' |
  > lead-import -c id,email --rejects r.csv
  id,email
  1,a@x.example
  3,c@x.example
  ! lead-import: (stdin):3:15: consent: neither yes nor no: shape "aa"
  ! lead-import: (stdin):5:15: consent: neither yes nor no: shape "aa"
  $ cut -d, -f 2,4,8-10 r.csv
  _line,_code,id,email,consent
  3,value,2,b@x.example,hm
  5,value,4,d@x.example,er

Data Loader 53: exit status 0 after a parse error.

  $ printf 'email,notes\na@x.example,"open\n' | lead-import
  email,notes,email_status,quality,flags,merged_from
  ! lead-import: (stdin):2:13: notes: the quote that opens here is not closed
  ! lead-import: 1 of 1 records was refused; --rejects FILE keeps them
  [3]

Data Loader 280, 456: a time zone shifts dates by a day.

  $ printf 'email,birthday\na@x.example,1980-01-01\nb@x.example,31.12.1979\n' |
  > lead-import --tz Pacific/Auckland -c birth_date
  birth_date
  1980-01-01
  1979-12-31
  $ printf 'email,birthday\na@x.example,1980-01-01\n' | lead-import --tz America/Los_Angeles -c birth_date
  birth_date
  1980-01-01

Mautic 5245, Frappe 302: duplicates across imports. The second import brings nobody twice.

  $ printf 'email,city\na@x.example,Bonn\n' >one.csv
  $ printf 'E-mail,Phone\nA@X.example,+442079460958\n' >two.csv
  $ lead-import one.csv two.csv
  email,city,phone,email_status,phone_status,quality,flags,merged_from
  a@x.example,Bonn,+442079460958,valid,valid,80,no_name -10;consent_unknown -10,two.csv:2
  $ lead-import one.csv >master.csv; lead-import master.csv two.csv | cut -d, -f1-3
  email,city,email_status
  a@x.example,Bonn,valid

Row-level reasons, and an error file that can be fed back: fixed, both together are a clean import.

  $ printf 'email,consent\na@x.example,yes\nb@x.example,hm\n' >c.csv
  $ lead-import --rejects r.csv -o ok.csv c.csv
  ! lead-import: c.csv:3:13: consent: neither yes nor no: shape "aa"
  $ cat r.csv
  _file,_line,_column,_code,_reason,_raw,_raw_base64,email,consent
  c.csv,3,13,value,"consent: neither yes nor no: shape ""aa""",,,b@x.example,hm
  $ sed 's/,hm/,no/' r.csv >fixed.csv
  $ lead-import ok.csv fixed.csv | sort >both.csv
  $ sed 's/,hm/,no/' c.csv | lead-import | sort | cmp - both.csv

Odoo: free mail domains never identify a company; the address moves as a block.

  $ printf 'email,company,street,city,country\na@gmail.com,X,,,FR\nb@gmail.com,Y,1 Way,York,GB\n' | lead-import -c email,company
  email,company
  a@gmail.com,X
  b@gmail.com,Y
  $ printf 'email,street,city,country\na@x.example,,,FR\na@x.example,1 Way,York,GB\n' | lead-import -c street,city,country
  street,city,country
  1 Way,York,GB
