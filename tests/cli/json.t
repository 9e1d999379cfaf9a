JSON in and out, and between the formats.

  $ cat > a.jsonl <<'END'
  > {"id": "00501", "company": "ann@example.com", "n": 1.10}
  > {"id": "2", "tags": ["a", "b;c"], "n": 12345678901234567890, "n": 2}
  > {"id": 3, "company": null, "deep": {"x": [1, 2]}}
  > END

To CSV the header is the union of the keys, in order of first sight: the input is read twice, from a
pipe too.

  $ lead-score -c -score,-fit,-engagement,-grade --to csv a.jsonl
  id,company,n,tags,n_2,deep
  00501,ann@example.com,1.10,,,
  2,,12345678901234567890,"[""a"", ""b;c""]",2,
  3,,,,,"{""x"": [1, 2]}"
  $ cat a.jsonl | lead-score -c -score,-fit,-engagement,-grade --to csv
  id,company,n,tags,n_2,deep
  00501,ann@example.com,1.10,,,
  2,,12345678901234567890,"[""a"", ""b;c""]",2,
  3,,,,,"{""x"": [1, 2]}"
  $ LEAD_BLOCK=40 LEAD_READ=1 lead-score -j4 -c id,n_2,company --to csv < a.jsonl
  id,n_2,company
  00501,,ann@example.com
  2,2,
  3,,
  $ lead-score -c id --to csv -w 'company is known' a.jsonl
  id
  00501
  $ cat a.jsonl | TMPDIR=/nowhere lead-score --to csv
  ! lead-score: /nowhere: make a temporary file: No such file or directory
  [4]

CSV is not read twice, and needs no temporary file.

  $ printf 'id,company\n1,x\n' | TMPDIR=/nowhere lead-score -c id --to csv
  id
  1

A column that no record has is told at the end; where there is a header, before.

  $ lead-score -c id -w 'age_group = 1 or company is known' a.jsonl
  {"id":"00501"}
  ! lead-score: --where: no column "age_group" in any record
  $ lead-score -c id -w '`age group` = 1 or company is known' a.jsonl
  {"id":"00501"}
  ! lead-score: --where: no column "age group" in any record
  $ printf 'id,company\n1,x\n' | lead-score -c id -w '`age group` = 1 or company is known'
  id
  1
  ! lead-score: --where: no column "age group" in any record
  $ printf 'id,company\n1,x\n' | lead-score -c id -w 'age_group = 1 or company is known'
  ! lead-score: --where: no column "age_group" in the input
  [2]

To JSON nothing changes that nobody asked about.

  $ lead-score a.jsonl | sed 's/,"score".*//'
  {"id": "00501", "company": "ann@example.com", "n": 1.10
  {"id": "2", "tags": ["a", "b;c"], "n": 12345678901234567890, "n": 2
  {"id": 3, "company": null, "deep": {"x": [1, 2]}
  $ lead-score -c id,score a.jsonl
  {"id":"00501","score":5}
  {"id":"2","score":0}
  {"id":3,"score":0}
  $ lead-score --to json -c id a.jsonl
  [
  {"id":"00501"},
  {"id":"2"},
  {"id":3}
  ]
  $ lead-score --to json -c id a.jsonl | lead-score -c id --to tsv
  id
  00501
  2
  3
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

A CSV file behind JSON adds its columns; JSON behind CSV has no header to share.

  $ printf 'city,id\nBonn,4\n' > c.csv
  $ lead-score -c id,company,city --to csv a.jsonl c.csv
  id,company,city
  00501,ann@example.com,
  2,,
  3,,
  4,,Bonn
  $ lead-score -c id a.jsonl c.csv
  {"id":"00501"}
  {"id":"2"}
  {"id":3}
  {"id":"4"}
  $ lead-score -c id c.csv a.jsonl
  id
  4
  ! lead-score: a.jsonl: JSON behind CSV has no header to share; --to jsonl or --to json takes both
  [3]
  $ lead-score -c id --to jsonl c.csv a.jsonl
  {"id":"4"}
  {"id":"00501"}
  {"id":"2"}
  {"id":3}

From CSV cells are strings; only numbers of ours are numbers.

  $ printf 'id,n,score\n00501,1.10,7\n' | lead-score --to jsonl
  {"id":"00501","n":"1.10","score":0,"fit":0,"engagement":0,"grade":"D"}
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?

Refused lines are kept as JSON, and refused again until they are mended.

  $ printf '{"id": 1}\n{"id": 2,}\n[3]\n{"id": "\377"}\n{"id": 5}\n' > bad.jsonl
  $ lead-score -c id --rejects r.jsonl bad.jsonl
  {"id":1}
  {"id":5}
  ! lead-score: bad.jsonl:2:10: not JSON from here on
  ! lead-score: bad.jsonl:3:1: expected a JSON object
  ! lead-score: bad.jsonl:4:9: bytes that are not UTF-8
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?
  $ cat r.jsonl
  {"_file":"bad.jsonl","_line":2,"_column":10,"_code":"json","_reason":"not JSON from here on","_raw":"{\"id\": 2,}","_raw_base64":null}
  {"_file":"bad.jsonl","_line":3,"_column":1,"_code":"json","_reason":"expected a JSON object","_raw":"[3]","_raw_base64":null}
  {"_file":"bad.jsonl","_line":4,"_column":9,"_code":"utf8","_reason":"bytes that are not UTF-8","_raw":null,"_raw_base64":"eyJpZCI6ICL/In0="}
  $ lead-score -q -c id --rejects again.jsonl r.jsonl; cat again.jsonl
  {"_file":"r.jsonl","_line":1,"_column":1,"_code":"json","_reason":"refused again: its own cells are empty, what was there is in _raw","_raw":"{\"id\": 2,}","_raw_base64":""}
  {"_file":"r.jsonl","_line":2,"_column":1,"_code":"json","_reason":"refused again: its own cells are empty, what was there is in _raw","_raw":"[3]","_raw_base64":""}
  {"_file":"r.jsonl","_line":3,"_column":1,"_code":"utf8","_reason":"refused again: its own cells are empty, what was there is in _raw","_raw":"","_raw_base64":"eyJpZCI6ICL/In0="}
  $ sed 's/"_raw":.*}$/"_raw":"","_raw_base64":null, "id": 7}/' r.jsonl > mended.jsonl
  $ lead-score -c -score,-fit,-engagement,-grade mended.jsonl
  {"id":7}
  {"id":7}
  {"id":7}
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?
  $ lead-score -c -score,-fit,-engagement,-grade --to csv mended.jsonl bad.jsonl -q --rejects r
  id
  7
  7
  7
  1
  5
  $ lead-score -c id --to json bad.jsonl --rejects r.json -q; cat r.json
  [
  {"id":1},
  {"id":5}
  ]
  {"_file":"bad.jsonl","_line":2,"_column":10,"_code":"json","_reason":"not JSON from here on","_raw":"{\"id\": 2,}","_raw_base64":null}
  {"_file":"bad.jsonl","_line":3,"_column":1,"_code":"json","_reason":"expected a JSON object","_raw":"[3]","_raw_base64":null}
  {"_file":"bad.jsonl","_line":4,"_column":9,"_code":"utf8","_reason":"bytes that are not UTF-8","_raw":null,"_raw_base64":"eyJpZCI6ICL/In0="}

Nothing in it.

  $ lead-score -F jsonl < /dev/null
  $ lead-score -F jsonl --to csv < /dev/null
  $ echo '[]' | lead-score
  []
  $ echo '[]' | lead-score --to csv
  $ echo '{}' | lead-score -c -score,-fit,-engagement,-grade
  {}
  ! lead-score: no known column: nothing this tool looks at is there; run lead-import first?
