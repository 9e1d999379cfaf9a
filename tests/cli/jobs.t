Output, rejects, messages and totals are the same for any number of threads, however the input is
cut into chunks and reads.  LEAD_BLOCK and LEAD_READ are there for this.

  $ awk 'BEGIN {
  >   print "id,company,n"
  >   for (i = 0; i < 4000; i++) {
  >     if (i % 50 == 7) print i ",few"
  >     else if (i % 50 == 23) print i ",\"a\"b," i
  >     else if (i % 50 == 31) print i ",5\47" i "\"," i
  >     else if (i % 10 == 3) print i ",\"line one\nand \"\"two\"\"\"," i
  >     else if (i % 90 == 5) print ""
  >     else print i ",x" i "@example.com," i % 7
  >   } }' > a.csv
  $ lead-score --rejects r --summary -w 'n != 3' a.csv > o 2> e; cat e
  lead-score: a.csv:10: 2 fields, but the header has 3
  lead-score: a.csv:27:7: company: text behind the closing quote of a field
  lead-score: a.csv:64: 2 fields, but the header has 3
  lead-score: a.csv:81:7: company: text behind the closing quote of a field
  lead-score: a.csv:118: 2 fields, but the header has 3
  lead-score: a.csv:135:8: company: text behind the closing quote of a field
  lead-score: fields: … and 77 more
  lead-score: quote: … and 77 more
  {"tool": "lead-score", "read": 3955, "written": 3311, "merged": 0, "updated": 0, "filtered": 484, "rejected": 160, "blank": 45, "lines": 4321, "bytes": 96664, "row_sum": "000007c7fcc03d33", "lines_written": 3631, "bytes_written": 109441, "row_sum_written": "0000067828f2451b", "rejected_by": {"quote": 80, "fields": 80}}
  $ wc -l < o; wc -l < r
  3631
  161
  $ for jobs in 1 2 3 8; do for block in 64 1000 30K; do
  >   LEAD_BLOCK=$block lead-score -j$jobs --rejects r2 --summary -w 'n != 3' a.csv > o2 2> e2
  >   cmp o o2; cmp r r2; cmp e e2
  > done; done
  $ LEAD_READ=1 LEAD_BLOCK=100 lead-score -j4 --rejects r2 --summary -w 'n != 3' < a.csv > o2 2> e2
  $ cmp o o2; sed 's/(stdin)/a.csv/' r2 | cmp r -; sed 's/(stdin)/a.csv/' e2 | cmp e -
  $ LEAD_BLOCK=100 lead-score -j4 --to json --rejects r2 a.csv -q > o.json
  $ lead-score -j1 --to json --rejects r2 a.csv -q | cmp - o.json; tail -n 1 o.json
  ]
  $ LEAD_BLOCK=500 lead-score -j4 --max-rejects 70 --rejects r2 a.csv -q > o2
  ! lead-score: 71 of 1751 records were refused, more than --max-rejects allows
  [3]
  $ LEAD_BLOCK=500 lead-score -j1 --max-rejects 70 --rejects r3 a.csv -q > o3
  ! lead-score: 71 of 1751 records were refused, more than --max-rejects allows
  [3]
  $ cmp o2 o3; cmp r2 r3
