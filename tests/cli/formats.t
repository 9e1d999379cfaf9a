The record as it is written: every format into every other, odd headers, line ends, character sets.

  $ echo '{ "lead-model": 1 }' > m.json
  $ cat > s <<'.'
  > exec lead-score -q -m m.json -c -score "$@"
  > .
  $ printf 'id,name,n\n00501,"Ann, ""A""\nLee",1.10\n2,Bo,\n' > a.csv

What goes round all the formats comes back byte for byte.

  $ for via in csv tsv jsonl json; do sh s -T $via a.csv | sh s -T csv | cmp - a.csv && echo $via; done
  csv
  tsv
  jsonl
  json
  $ for from in tsv jsonl json; do sh s -T $from a.csv > x; for to in tsv jsonl json; do
  >   sh s -T $to x > y; sh s -F $to -T $from y | cmp - x; done; done
  $ sh s -T tsv a.csv; sh s -T json a.csv
  id	name	n
  00501	"Ann, ""A""
  Lee"	1.10
  2	Bo	
  [
  {"id":"00501","name":"Ann, \"A\"\nLee","n":"1.10"},
  {"id":"2","name":"Bo","n":""}
  ]
  $ gzip -c a.csv | sh s | cmp - a.csv

The delimiter is that which all the lines agree on, not the first line's favourite.

  $ for d in , ';' '\t' '|'; do printf "id${d}name\n1${d}a,b;c|d e\n2${d}x;y,z\n" | sed 's/a,b;c|d e/ab/; s/x;y,z/xy/' | sh s -T jsonl | head -n 1; done
  {"id":"1","name":"ab"}
  {"id":"1","name":"ab"}
  {"id":"1","name":"ab"}
  {"id":"1","name":"ab"}
  $ printf 'name, first;id\na, b;1\nc;2\n' | sh s -T jsonl
  {"name, first":"a, b","id":"1"}
  {"name, first":"c","id":"2"}
  $ printf 'id\n1\n' | sh s; printf 'a b c\n1,2 3\n' | sh s -T jsonl
  id
  1
  ! lead-score: 1 of 1 records was refused; --rejects FILE keeps them
  [3]

Repeated and empty names stay in CSV, and have others elsewhere.

  $ printf 'id,id,,x, x\n1,2,3,4,5\n' > d.csv; sh s d.csv; sh s -T jsonl d.csv; sh s -T tsv d.csv; sh s -c id_2,x d.csv
  id,id,,x, x
  1,2,3,4,5
  {"id":"1","id_2":"2","column_3":"3","x":"4"," x":"5"}
  id	id		x	 x
  1	2	3	4	5
  id_2,x
  2,4

Lines above the header are passed over, and told with -v.

  $ printf 'Report of 1 March\n\nid,name,email\n1,A,a@x.example\n2,B,b@x.example\n3,C,c@x.example\n' > p.csv
  $ sh s p.csv; lead-score -v -m m.json p.csv 2>&1 > /dev/null
  id,name,email
  1,A,a@x.example
  2,B,b@x.example
  3,C,c@x.example
  lead-score: p.csv: csv, UTF-8, delimiter ",", 3 columns, 2 lines above the header

A mark in front goes; the line ends of the input are those of the output.

  $ printf '\357\273\277id,x\r\n1,a\r\n' | sh s | od -c
  0000000   i   d   ,   x  \r  \n   1   ,   a  \r  \n
  0000013
  $ printf 'id,x\r1,a\r2,"b\rc"\r' | sh s | od -c
  0000000   i   d   ,   x  \r   1   ,   a  \r   2   ,   "   b  \r   c   "
  0000020  \r
  0000021
  $ printf 'id,x\n1,a' | sh s | od -c
  0000000   i   d   ,   x  \n   1   ,   a  \n
  0000011

Spreadsheets: what could be a formula or lose digits is text; lead-import takes that away again.

  $ printf 'id,company,phone,email\n00501,=SUM(1),+441632960961,a@x.example\n9007199254740993,-x,"a\nb",@y\n' > e.csv
  $ sh s --excel e.csv | od -c | head -n 1; sh s --excel e.csv | tr -d '\r' | tail -n +2
  0000000 357 273 277   i   d   ,   c   o   m   p   a   n   y   ,   p   h
  '00501,'=SUM(1),'+441632960961,a@x.example
  '9007199254740993,'-x,"a
  b",'@y
  $ sh s --excel e.csv > x.csv; lead-import -q --match off -c id,company x.csv > y.csv; lead-import -q --match off -c id,company e.csv | cmp - y.csv; cat y.csv
  id,company
  00501,=SUM(1)
  9007199254740993,-x
  $ sh s --excel -T jsonl e.csv | head -n 1
  {"id":"00501","company":"=SUM(1)","phone":"+441632960961","email":"a@x.example"}

--lenient: text around quotes is read as libcsv reads it; without it, it is refused.

  $ printf 'id,x\n1,"a" b"\n2,"c\n3,"d" e,f"\n' > l.csv; sh s l.csv; sh s --lenient l.csv
  id,x
  id,x
  1,"a"" b"
  3,"d"" e,f"
  ! lead-score: 3 of 3 records were refused; --rejects FILE keeps them
  ! lead-score: 1 of 3 records was refused; --rejects FILE keeps them
  [3]
  $ printf 'id,x\n1,a "b" c\n' | sh s
  id,x
  1,a "b" c

Character sets: guessed by lead-import only, and told.

  $ printf 'email,name\na@x.example,M\374ller\n' > w.csv; lead-import -c full_name w.csv
  full_name
  Müller
  ! lead-import: w.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  $ sh s w.csv; sh s --encoding windows-1252 w.csv
  email,name
  email,name
  a@x.example,Müller
  ! lead-score: 1 of 1 records was refused; --rejects FILE keeps them
  $ for e in UTF-16LE UTF-16BE UTF-8; do printf 'email,name\na@x.example,Müller\n' | iconv -f UTF-8 -t $e | lead-import -q -c full_name | tail -n 1; done
  Müller
  Müller
  Müller

Values are shown when asked for; colour, too, and NO_COLOR is heard.

  $ printf 'id,created_at\n1,soon\n' > t.csv; lead-due --now 2026-03-01 -q t.csv > /dev/null; lead-due --now 2026-03-01 --show-values t.csv > /dev/null
  ! lead-due: 1 of 1 records was refused; --rejects FILE keeps them
  ! lead-due: t.csv:2:3: created_at: not a time: "soon"
  ! lead-due: 1 of 1 records was refused; --rejects FILE keeps them
  [3]
  $ printf 'id,created_at\n1,2026-02-01\n' > t.csv
  $ lead-due -T table --now 2026-03-01 t.csv | od -c | grep -c 033; lead-due --color -T table --now 2026-03-01 t.csv | cat -v | tail -n 1
  0
  ^[[31m!  24d  email  1     first response^[[0m
  $ NO_COLOR=1 lead-due --color=auto -T table --now 2026-03-01 t.csv | cat -v | tail -n 1
  !  24d  email  1     first response
