What cannot be taken is refused: told, kept, and never lost.

  $ cat > a.csv <<'END'
  > id,company,n
  > 1,ann@example.com,1
  > 2,"bob ""b"" <bob@example.com>",2
  > 3,x,y,z
  > 4,5'10",fine
  > 5,"open,5
  > 6,eve@example.com,6
  > 
  > 7,short
  > END
  $ printf '8,\377\376,8\n9,n\0l,9\n10,last@example.com,10\n' >> a.csv

Without --rejects they are told, everything else comes out, and the status is 3.

  $ lead-score -c id,n a.csv
  id,n
  1,1
  2,2
  4,fine
  6,6
  10,10
  ! lead-score: a.csv:4: 4 fields, but the header has 3
  ! lead-score: a.csv:6:3: company: the quote that opens here is not closed
  ! lead-score: a.csv:9: 2 fields, but the header has 3
  ! lead-score: a.csv:10:3: company: a byte that is not UTF-8
  ! lead-score: a.csv:11:4: company: a NUL byte
  ! lead-score: 5 of 10 records were refused; --rejects FILE keeps them
  [3]

The field named is the one that the byte is in, also where quotes inside of quotes were let pass.

  $ { printf '"say "hi" \377",x,1\n'; printf '2,"a "b" c","c "d" \000"\n'; } | sed '1s/^/id,company,n\n/' > l.csv
  $ lead-score --lenient -c id l.csv
  id
  ! lead-score: l.csv:2:11: id: a byte that is not UTF-8
  ! lead-score: l.csv:3:20: n: a NUL byte
  ! lead-score: 2 of 2 records were refused; --rejects FILE keeps them
  [3]

With it they are kept with the reason, in the columns of the input.

  $ lead-score -c id --rejects r.csv a.csv 2> /dev/null
  id
  1
  2
  4
  6
  10
  $ cat r.csv
  _file,_line,_column,_code,_reason,_raw,_raw_base64,id,company,n
  a.csv,4,,fields,"4 fields, but the header has 3","3,x,y,z",,,,
  a.csv,6,3,quote,company: the quote that opens here is not closed,"5,""open,5",,,,
  a.csv,9,,fields,"2 fields, but the header has 3","7,short",,,,
  a.csv,10,3,utf8,company: a byte that is not UTF-8,,OCz//iw4,,,
  a.csv,11,4,nul,company: a NUL byte,,OSxuAGwsOQ==,,,

Fed back in as they are, they are refused again, and nothing of them is lost.

  $ lead-score -q --rejects again.csv r.csv
  id,company,n,score,fit,engagement,grade
  $ cat again.csv
  _file,_line,_column,_code,_reason,_raw,_raw_base64,id,company,n
  r.csv,2,,fields,"refused again: its own cells are empty, what was there is in _raw","3,x,y,z",,,,
  r.csv,3,,quote,"refused again: its own cells are empty, what was there is in _raw","5,""open,5",,,,
  r.csv,4,,fields,"refused again: its own cells are empty, what was there is in _raw","7,short",,,,
  r.csv,5,,utf8,"refused again: its own cells are empty, what was there is in _raw",,OCz//iw4,,,
  r.csv,6,,nul,"refused again: its own cells are empty, what was there is in _raw",,OSxuAGwsOQ==,,,

Mended, they go through, and the columns that said why are gone.

  $ awk -F, -v OFS=, 'NR == 1 { print; next } { print "r,1,,,,," , NR, "mended@example.com", 0 }' r.csv > m.csv
  $ lead-score -c -score,-fit,-engagement,-grade m.csv
  id,company,n
  2,mended@example.com,0
  3,mended@example.com,0
  4,mended@example.com,0
  5,mended@example.com,0
  6,mended@example.com,0
  $ lead-score -c company m.csv | head -n 2
  company
  mended@example.com
  $ lead-score -c id m.csv a.csv --rejects /dev/null -q | wc -l
  11

Nothing refused makes an empty file.

  $ printf 'id\n1\n' | lead-score --rejects empty.csv -c id
  id
  1
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?
  $ wc -c < empty.csv
  0

The same complaint is told three times, then counted.

  $ awk 'BEGIN { print "id,company"; for (i = 2; i < 1300; i++) print i; print "1,\"x\"y" }' > many.csv
  $ lead-score -c id many.csv
  id
  ! lead-score: many.csv:2: 1 field, but the header has 2
  ! lead-score: many.csv:3: 1 field, but the header has 2
  ! lead-score: many.csv:4: 1 field, but the header has 2
  ! lead-score: many.csv:1300:6: company: text behind the closing quote of a field
  ! lead-score: fields: … and 1,295 more
  ! lead-score: 1,299 of 1,299 records were refused; --rejects FILE keeps them
  [3]

A limit ends the run; a percentage is judged at its end.

  $ lead-score -c id --max-rejects 3 --rejects r.csv a.csv -q
  id
  1
  2
  4
  6
  10
  ! lead-score: 5 of 10 records were refused, more than --max-rejects allows
  [3]
  $ lead-score -c id --max-rejects 5 --rejects r.csv a.csv -q | wc -l
  6
  $ lead-score -c id --max-rejects 50% --rejects r.csv a.csv -q > /dev/null
  $ lead-score -c id --max-rejects 49.999% --rejects r.csv a.csv -q > /dev/null
  ! lead-score: 5 of 10 records were refused, more than --max-rejects allows
  [3]

Too long a record, and how long one may be.

  $ awk 'BEGIN { print "id,company"; printf "1,"; for (i = 0; i < 2000; i++) printf "x"; print ""; print "2,y" }' > long.csv
  $ lead-score -c id --max-record 1K long.csv
  id
  2
  ! lead-score: long.csv:2:1: longer than a record may be (--max-record)
  ! lead-score: 1 of 2 records was refused; --rejects FILE keeps them
  [3]
  $ lead-score -c id --max-record 4K long.csv
  id
  1
  2

TSV keeps its tabs.

  $ printf 'id\tcompany\n1\n2\tb\n' | lead-score -c id --rejects r.tsv -F tsv -q
  id
  2
  $ cat r.tsv
  _file	_line	_column	_code	_reason	_raw	_raw_base64	id	company
  (stdin)	2		fields	1 field, but the header has 2	1			
