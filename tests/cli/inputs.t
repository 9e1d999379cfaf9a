Several inputs, and inputs with nothing in them.

  $ printf 'id,company\n1,ann@example.com\n' > a.csv
  $ printf 'company;id\r\nbob,b@example.com;2\r\n' > b.csv
  $ printf 'id,company,phone\n3,c,d\n' > more.csv
  $ printf 'id\n3\n' > less.csv
  $ : > nothing.csv; printf 'id,company\n' > header.csv

The first one leads: its columns, delimiter and line ends are those of the output.

  $ lead-score -c id,company a.csv b.csv a.csv
  id,company
  1,ann@example.com
  2,"bob,b@example.com"
  1,ann@example.com
  $ lead-score -c id,company b.csv a.csv | od -c | head -n 5
  0000000   i   d   ;   c   o   m   p   a   n   y  \r  \n   2   ;   b   o
  0000020   b   ,   b   @   e   x   a   m   p   l   e   .   c   o   m  \r
  0000040  \n   1   ;   a   n   n   @   e   x   a   m   p   l   e   .   c
  0000060   o   m  \r  \n
  0000064
  $ lead-score -c id,company a.csv - < b.csv
  id,company
  1,ann@example.com
  2,"bob,b@example.com"
  $ lead-score -c -score,-fit,-engagement,-grade nothing.csv header.csv a.csv header.csv
  id,company
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
  ! lead-score: less.csv:1: there is no column "company", which a.csv has
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
  ! {"tool": "lead-score", "read": 0, "written": 0, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 0, "bytes": 0, "row_sum": "0000000000000000", "lines_written": 0, "bytes_written": 0, "row_sum_written": "0000000000000000"}

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

  $ printf 'id|company\n1|x,y\n' | lead-score -c id,company
  id|company
  1|x,y
  $ printf 'id:company\n1:x,y\n' | lead-score -c id,company -d :
  id:company
  1:x,y
  $ printf 'id\tcompany\n1\tx,y\n' | lead-score -c company -d tab --to csv
  company
  "x,y"
  $ printf 'id,company\n1,M\374ller\n' | lead-score -c company --encoding latin1
  company
  Müller
  $ printf 'id,company\n1,M\374ller\n' | lead-score -c company --encoding klingon
  ! lead-score: unknown encoding "klingon"
  [2]
  $ printf 'id,company\n1,M\374ller\n' | iconv -f latin1 -t utf-16 | lead-score -c company
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
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

A pipe that somebody made non-blocking is waited for all the same.

  $ (sleep 0.2; cat a.csv) | (dd iflag=nonblock count=0 status=none; lead-score -c id 2>&1) | head -n 1
  id

A file without a header loses its first lead, which is taken for one: a name that is an address
gives it away.

  $ printf 'ann@x.com,Ann,Lee\nbob@y.com,Bob,Ray\n' > bare.csv
  $ lead-qualify -c Ann bare.csv
  Ann
  Bob
  ! lead-qualify: bare.csv:1: the name of column 1 is an e-mail address: is there no header? then the first lead is taken for one
  ! lead-qualify: no known column: nothing this tool looks at is there; run lead-import first?
