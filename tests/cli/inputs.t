Several inputs, and inputs with nothing in them.

  $ printf 'id,email\n1,ann@example.com\n' > a.csv
  $ printf 'email;id\r\nbob,b@example.com;2\r\n' > b.csv
  $ printf 'id,email,phone\n3,c,d\n' > more.csv
  $ printf 'id\n3\n' > less.csv
  $ : > nothing.csv; printf 'id,email\n' > header.csv

The first one leads: its columns, delimiter and line ends are those of the output.

  $ lead-score -c id,email a.csv b.csv a.csv
  id,email
  1,ann@example.com
  2,"bob,b@example.com"
  1,ann@example.com
  $ lead-score -c id,email b.csv a.csv | od -c | head -n 5
  0000000   i   d   ;   e   m   a   i   l  \r  \n   2   ;   b   o   b   ,
  0000020   b   @   e   x   a   m   p   l   e   .   c   o   m  \r  \n   1
  0000040   ;   a   n   n   @   e   x   a   m   p   l   e   .   c   o   m
  0000060  \r  \n
  0000062
  $ lead-score -c id,email a.csv - < b.csv
  id,email
  1,ann@example.com
  2,"bob,b@example.com"
  $ lead-score -c -score,-fit,-engagement,-grade nothing.csv header.csv a.csv header.csv
  id,email
  1,ann@example.com

All of them have the same columns.

  $ lead-score -c id a.csv more.csv
  id
  1
  ! lead-score: more.csv:1: column "phone" is not in a.csv
  [3]
  $ lead-score -c id a.csv less.csv
  id
  1
  ! lead-score: less.csv:1: there is no column "email", which a.csv has
  [3]
  $ lead-score -c id a.csv nothing.csv missing.csv
  id
  1
  ! lead-score: missing.csv: open: No such file or directory
  [4]

Nothing in, nothing out; a header in, a header out; to JSON both are an empty array.

  $ lead-score nothing.csv
  $ lead-score --to json nothing.csv
  []
  $ lead-score --to jsonl nothing.csv
  $ lead-score -c id header.csv
  id
  $ lead-score --to json -c id header.csv
  []
  $ lead-score --to jsonl -c id header.csv
  $ lead-score --to jsonl nothing.csv --summary
  ! {"tool": "lead-score", "read": 0, "written": 0, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 0, "bytes": 0}

gzip is unpacked, from standard input too; cut short, it is an error.

  $ gzip -c a.csv > a.csv.gz
  $ lead-score -c id a.csv.gz
  id
  1
  $ lead-score -c id < a.csv.gz
  id
  1
  $ head -c 30 a.csv.gz | lead-score -c id
  ! lead-score: (stdin): the gzip data is cut short
  [4]

Other delimiters and character sets.

  $ printf 'id|email\n1|x,y\n' | lead-score -c id,email
  id|email
  1|x,y
  $ printf 'id:email\n1:x,y\n' | lead-score -c id,email -d :
  id:email
  1:x,y
  $ printf 'id\temail\n1\tx,y\n' | lead-score -c email -d tab --to csv
  email
  x,y
  $ printf 'id,email\n1,M\374ller\n' | lead-score -c email --encoding latin1
  email
  Müller
  $ printf 'id,email\n1,M\374ller\n' | lead-score -c email --encoding klingon
  ! lead-score: unknown encoding "klingon"
  [2]
  $ printf 'id,email\n1,M\374ller\n' | iconv -f latin1 -t utf-16 | lead-score -c email
  ! lead-score: (stdin): this is UTF-16LE, not UTF-8 (--encoding UTF-16LE reads it)
  [3]

What was understood is told on request.

  $ lead-score -v -c id a.csv b.csv > /dev/null
  ! lead-score: a.csv: csv, UTF-8, delimiter ",", 2 columns
  ! lead-score: b.csv: csv, UTF-8, delimiter ";", 2 columns

When nothing the model looks at is there, that is said.

  $ printf 'a,b\n1,2\n' | lead-score -c a
  a
  1
  ! lead-score: (stdin): no known column: nothing this tool looks at is there; run lead-import first?
