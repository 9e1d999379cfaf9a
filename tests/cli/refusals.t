Every way in which a record can be refused, with its message; lead(7) lists the codes.  The leads called ok
come out every time.

  $ cat > try <<'.'
  > lead-score -m m.json -c id --rejects r "$@" | cut -c1-50
  > awk -F'[,\t]' '/^{/ { sub(/.*"_code":"/, ""); sub(/".*/, ""); n[$0]++; next } $2 ~ /^[0-9]+$/ { n[$4]++ }
  > END { for (code in n) print "refused", n[code], code }' r | sort
  > .
  $ echo '{ "lead-model": 1 }' > m.json

quote: what is not closed is named where it opens, and costs one line; the rest is read on.

  $ printf 'id,x\n1,"a\nok,\n3,"b\nok,c\n4,"d"e,f\n5,"g"",\n' | sh try
  id
  ok
  ok
  refused 4 quote
  ! lead-score: (stdin):2:3: x: the quote that opens here is not closed
  ! lead-score: (stdin):4:3: x: the quote that opens here is not closed
  ! lead-score: (stdin):6:6: x: text behind the closing quote of a field
  ! lead-score: quote: … and 1 more
  $ printf 'id,x\nok,\n6,"last' | sh try
  id
  ok
  refused 1 quote
  ! lead-score: (stdin):3:3: x: the quote that opens here is not closed

line: a line end of another kind inside a line.

  $ printf 'id,x\n1,a\rb\nok,c\n' | sh try
  id
  ok
  refused 1 line
  ! lead-score: (stdin):2:4: a line end of another kind inside the line
  $ printf 'id,x\r\n1,a\nok,c\r\n' | sh try
  id
  1
  ok

fields: rows are not padded, and not cut.

  $ printf 'id,x\n1\n2,a,b\nok,\n3,\nok,\n,\n' | sh try
  id
  ok
  3
  ok
  ""
  refused 2 fields
  ! lead-score: (stdin):2: 1 field, but the header has 2
  ! lead-score: (stdin):3: 3 fields, but the header has 2
  $ printf 'id\tx\n1\t2\t3\nok\ta\n' | sh try -F tsv
  id
  ok
  refused 1 fields
  ! lead-score: (stdin):2: 3 fields, but the header has 2

utf8, nul: nothing of the bytes reaches the message.

  $ printf 'id,x\n1,\300\200\n2,\355\240\200\n3,\364\220\200\200\n4,\342\202\nok,\n' | sh try
  id
  ok
  refused 4 utf8
  ! lead-score: (stdin):2:3: x: a byte that is not UTF-8
  ! lead-score: (stdin):3:3: x: a byte that is not UTF-8
  ! lead-score: (stdin):4:3: x: a byte that is not UTF-8
  ! lead-score: utf8: … and 1 more
  $ printf 'id,x\n1,a\0b\n\0,\nok,\n' | sh try
  id
  ok
  refused 2 nul
  ! lead-score: (stdin):2:4: x: a NUL byte
  ! lead-score: (stdin):3:1: id: a NUL byte
  $ printf '{"id": "\0"}\n{"id": "\377"}\n{"id": "ok", "x": "\\u0000"}\n' | sh try
  {"id":"ok"}
  refused 1 nul
  refused 1 utf8
  ! lead-score: (stdin):1:9: a NUL byte
  ! lead-score: (stdin):2:9: bytes that are not UTF-8

size: over-long records, quoted, of one line, at the end.

  $ awk 'BEGIN { print "id,x"; printf "1,\""; for (i = 0; i < 900; i++) print i; print "\""; print "ok," }' | sh try --max-record 1K | tail -n 2
  refused 2 quote
  refused 899 fields
  ! lead-score: (stdin):2:3: x: the quote that opens here is not closed within --max-record
  ! lead-score: (stdin):3: 1 field, but the header has 2
  ! lead-score: (stdin):4: 1 field, but the header has 2
  ! lead-score: (stdin):5: 1 field, but the header has 2
  ! lead-score: (stdin):902:1: id: the quote that opens here is not closed
  ! lead-score: fields: … and 896 more
  $ awk 'BEGIN { print "id,x"; print "ok,"; printf "1,"; for (i = 0; i < 900; i++) printf "%d", i }' | sh try --max-record 1K
  id
  ok
  refused 1 size
  ! lead-score: (stdin):3:1: longer than a record may be (--max-record)
  $ awk 'BEGIN { printf "{\"id\": \""; for (i = 0; i < 2000; i++) printf "x"; print "\"}\n{\"id\": \"ok\"}" }' | sh try --max-record 1K
  {"id":"ok"}
  refused 1 size
  ! lead-score: (stdin):1:1: longer than a record may be (--max-record)

columns: more than 10,000.

  $ awk 'BEGIN { print "id,x"; for (i = 0; i < 10001; i++) printf ","; print ""; print "ok,x" }' | sh try
  id
  ok
  refused 1 columns
  ! lead-score: (stdin):2: 10002 fields, but the header has 2
  $ awk 'BEGIN { printf "{\"id\": 1"; for (i = 0; i < 10001; i++) printf ",\"k%d\":1", i; print "}\n{\"id\": \"ok\"}" }' | sh try
  {"id":"ok"}
  refused 1 columns
  ! lead-score: (stdin):1:98890: more than 10,000 members

json: what is no object, and what is broken off.

  $ printf '{"id": 1} x\n{"id": 2\n{"id": "ok"}\n"s"\n[1]\nnull\n{"id": 4' | sh try -F jsonl
  {"id":"ok"}
  refused 6 json
  ! lead-score: (stdin):1:11: text behind the object
  ! lead-score: (stdin):2:9: ends inside the object
  ! lead-score: (stdin):4:1: expected a JSON object
  ! lead-score: json: … and 3 more
  $ printf '{"id": "\\q"}\n{"id": "a\tb"}\n{"id": 01}\n{"id" 1}\n{id: 1}\n{"id": NaN}\n{"id": "ok"}\n' | sh try -v
  {"id":"ok"}
  refused 6 json
  ! lead-score: (stdin): jsonl, UTF-8
  ! lead-score: (stdin):1:10: not JSON from here on
  ! lead-score: (stdin):2:10: not JSON from here on
  ! lead-score: (stdin):3:9: not JSON from here on
  ! lead-score: json: … and 3 more
  $ printf '[{"id": 1},{"id": "ok"} {"id": 3}, 7, {"id": "ok"}]' | sh try
  [
  {"id":1},
  {"id":"ok"},
  {"id":"ok"}
  ]
  refused 2 json
  ! lead-score: (stdin):1:25: expected a comma before this object
  ! lead-score: (stdin):1:36: expected a JSON object
  $ printf '[{"id": "ok"},{"id": "ok"},]' | sh try
  [
  {"id":"ok"},
  {"id":"ok"}
  ]
  refused 1 json
  ! lead-score: (stdin):1:28: a comma before the end of the array

depth: nested more than 64 levels.

  $ awk 'BEGIN { for (i = 0; i < 65; i++) printf "{\"id\":"; printf "1"; for (i = 0; i < 65; i++) printf "}"; print "\n{\"id\": \"ok\"}" }' | sh try
  {"id":"ok"}
  refused 1 depth
  ! lead-score: (stdin):1:385: nested more than 64 levels deep

value: what a tool cannot take though it can be read.

  $ printf 'email,Marketing Consent\na@x.example,maybe\n' | lead-import --rejects r -c email
  email
  ! lead-import: (stdin):2:13: Marketing Consent: neither yes nor no: shape "aaa"
  $ cut -d, -f2-5 r
  _line,_column,_code,_reason
  2,13,value,"Marketing Consent: neither yes nor no: shape ""aaa"""
  $ printf 'id,created_at\n1,soon\n2,2026-13-01\n3,2026-02-30\nok,\n' | lead-due --rejects r --now 2026-03-01 --all -c id
  id
  ok
  ! lead-due: (stdin):2:3: created_at: not a time: shape "aaa"
  ! lead-due: (stdin):3:3: created_at: not a time: shape "999-99-99"
  ! lead-due: (stdin):4:3: created_at: not a time: shape "999-99-99"
  ! lead-due: start: no lead has the time that its rule starts from
  $ cut -d, -f2-5 r
  _line,_column,_code,_reason
  2,3,value,"created_at: not a time: shape ""aaa"""
  3,3,value,"created_at: not a time: shape ""999-99-99"""
  4,3,value,"created_at: not a time: shape ""999-99-99"""

What is refused is refused whole: these files are not read at all.

  $ for bytes in '\0\0\0' 'id,\377\n1,2\n' 'id,a\0b\n1,2\n' '%%PDF-1.4\n1 2\n' 'id,"x\n1,2\n' '\377\376i\0d\0\n\0' 'PK\003\004' '\037\213\b\0'; do
  >   printf "$bytes" | lead-score -m m.json; echo $?; done
  3
  3
  3
  3
  3
  3
  3
  4
  ! lead-score: (stdin):1:1: the header: a NUL byte; is this text?
  ! lead-score: (stdin):1:4: the header: not UTF-8 (--encoding reads others)
  ! lead-score: (stdin):1:5: the header: a NUL byte; is this text?
  ! lead-score: (stdin): this is a PDF document, not text
  ! lead-score: (stdin):1:4: the header: the quote that opens here is not closed
  ! lead-score: (stdin): this is UTF-16LE, not UTF-8 (--encoding UTF-16LE reads it)
  ! lead-score: (stdin): this is a ZIP archive or Excel workbook (.xlsx), not text
  ! lead-score: (stdin): the gzip data is cut short
  $ printf '[{"id": 1},\n{"id": 2' | lead-score -m m.json -c id -T jsonl; echo $?
  {"id":1}
  3
  ! lead-score: (stdin):2:9: ends inside the object
  ! lead-score: 1 of 2 records was refused; --rejects FILE keeps them
