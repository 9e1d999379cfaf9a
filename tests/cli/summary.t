The totals account for every record.

  $ printf 'id,company,n\n1,a,1\n\n2,b\n3,"c\nc",3\n4,d,4\n' > a.csv
  $ lead-score -c id --summary --rejects r.csv -w '`n` > 1' a.csv
  id
  3
  4
  ! lead-score: a.csv:4: 2 fields, but the header has 3
  ! {"tool": "lead-score", "read": 4, "written": 2, "merged": 0, "updated": 0, "filtered": 1, "rejected": 1, "blank": 1, "lines": 7, "bytes": 40, "row_sum": "000000015a025739", "lines_written": 3, "bytes_written": 7, "row_sum_written": "000000016188a9d3", "rejected_by": {"fields": 1}}
  $ lead-score -c id --summary=s.json --rejects r.csv a.csv -q > /dev/null; cat s.json
  {"tool": "lead-score", "read": 4, "written": 3, "merged": 0, "updated": 0, "filtered": 0, "rejected": 1, "blank": 1, "lines": 7, "bytes": 40, "row_sum": "000000015a025739", "lines_written": 4, "bytes_written": 9, "row_sum_written": "00000001e565998a", "rejected_by": {"fields": 1}}

--one-line counts the line ends it took out of cells.

  $ lead-score -c id,company --one-line --summary --rejects r.csv a.csv -q
  id,company
  1,a
  3,c c
  4,d
  ! {"tool": "lead-score", "read": 4, "written": 3, "merged": 0, "updated": 0, "filtered": 0, "rejected": 1, "blank": 1, "lines": 7, "bytes": 40, "row_sum": "000000015a025739", "lines_written": 4, "bytes_written": 25, "row_sum_written": "000000024b230c7a", "rejected_by": {"fields": 1}, "joined": 1}

Only what the system took is written.

  $ lead-score --summary --rejects r.csv a.csv -q > /dev/full
  ! lead-score: (stdout): write: No space left on device
  ! {"tool": "lead-score", "read": 4, "written": 0, "merged": 0, "updated": 0, "filtered": 0, "rejected": 1, "blank": 1, "lines": 7, "bytes": 40, "row_sum": "000000015a025739", "lines_written": 0, "bytes_written": 0, "row_sum_written": "0000000000000000", "rejected_by": {"fields": 1}}
  [4]

A run that could not begin has no totals.

  $ lead-score --summary missing.csv
  ! lead-score: missing.csv: open: No such file or directory
  [4]
