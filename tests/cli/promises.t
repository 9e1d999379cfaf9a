The three promises, over odd files: a mixture of quotes, line ends, blank lines, broken rows.

  $ cat > odd.csv <<'.'
  > id,name,note,count,title
  > 00501,"Ann, ""the"" Boss","two
  > lines",7,CEO
  > 2,5'10",37°36'37.8"N,1.10,chief of staff
  > 
  > 3,"broken" row,x,,
  > 4,ragged
  > 5,Jürgen,café,9007199254740993,"Head of
  > Sales"
  > 6,"never closed,x,,
  > 7,last,,,
  > .
  $ printf '8,\0,nul,,\n9,\377bad,utf8,,\n10,no newline at the end,,,owner' >> odd.csv
  $ echo '{ "lead-model": 1 }' > empty.json

First: a byte nobody asked about is never changed.  Without our own column at its end, what comes
out is what went in, but for the refused rows and the blank line.

  $ lead-score -m empty.json --rejects r.csv odd.csv > out.csv
  ! lead-score: odd.csv:6:11: name: text behind the closing quote of a field
  ! lead-score: odd.csv:7: 2 fields, but the header has 5
  ! lead-score: odd.csv:10:3: name: the quote that opens here is not closed
  ! lead-score: odd.csv:12:3: name: a NUL byte
  ! lead-score: odd.csv:13:3: name: a byte that is not UTF-8
  $ sed '5,7d;10d;12,13d' odd.csv > kept.csv; echo >> kept.csv
  $ sed 's/,score$//;s/,0$//' out.csv | cmp - kept.csv

Second: every record is accounted for: ten, and a blank line.  The refused are in the file of
rejects, byte for byte, and come out of it as they are until somebody mends them.

  $ lead-score -m empty.json --rejects r.csv -q --summary=s.json odd.csv > out.csv; cat s.json
  {"tool": "lead-score", "read": 10, "written": 5, "merged": 0, "updated": 0, "filtered": 0, "rejected": 5, "blank": 1, "lines": 14, "bytes": 275, "row_sum": "00000004fdfc6e75", "lines_written": 8, "bytes_written": 219, "row_sum_written": "00000001d7a9a475", "rejected_by": {"quote": 2, "fields": 1, "utf8": 1, "nul": 1}}
  $ cut -d, -f2-4 r.csv
  _line,_column,_code
  6,11,quote
  7,,fields
  10,3,quote
  12,3,nul
  13,3,utf8

Third: the same bytes, however the input is cut, by however many threads, in any locale and zone.

  $ for r in 1 2 3 7 64 4096; do for b in 64 100 1000 65536; do for j in 1 2 4; do
  >   LEAD_READ=$r LEAD_BLOCK=$b lead-score -j$j --now 2026-03-01 --rejects r2.csv odd.csv > o2.csv 2> e2
  >   cat o2.csv r2.csv e2 | cksum
  > done; done; done | sort | uniq -c | awk '{ print $1 }'
  72
