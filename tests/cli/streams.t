Standard streams, and what goes wrong with them.

  $ printf 'id,company\n1,ann@example.com\n2,bob@example.com\n' > a.csv

Every write is checked, the last flush too.

  $ lead-score a.csv > /dev/full
  ! lead-score: (stdout): write: No space left on device
  [4]
  $ lead-score -o /dev/full a.csv
  ! lead-score: /dev/full: write: No space left on device
  [4]
  $ lead-score --summary=/dev/full -c id a.csv
  id
  1
  2
  ! lead-score: /dev/full: write: No space left on device
  [4]
  $ printf 'id,company\n1\n' | lead-score --rejects /dev/full -c id
  id
  ! lead-score: (stdin):2: 1 field, but the header has 2
  ! lead-score: /dev/full: write: No space left on device
  [4]

A standard error that cannot be written hides no status.

  $ lead-score --bogus 2> /dev/full
  [2]
  $ lead-score a.csv > /dev/full 2>&1
  [4]

Closed descriptors do not let data land in another file.

  $ lead-score a.csv >&-
  ! lead-score: (stdout): write: Bad file descriptor
  [4]
  $ lead-score -c id <&-
  ! lead-score: (stdin): read: Bad file descriptor
  [4]
  $ lead-score -c id a.csv 2>&-
  id
  1
  2
  $ lead-score -o out.csv -c id a.csv <&- >&- 2>&-
  $ cat out.csv
  id
  1
  2

Input that is not there, or is no file.

  $ lead-score nothing.csv
  ! lead-score: nothing.csv: open: No such file or directory
  [4]
  $ lead-score .
  ! lead-score: .: read: Is a directory
  [4]

A reader that has seen enough ends us without a word, even where the signal is ignored.

  $ awk 'BEGIN { print "id,company"; for (i = 0; i < 200000; i++) print i ",x@example.com" }' > long.csv
  $ lead-score -c id long.csv | head -n 2
  id
  0
  $ (trap '' PIPE; lead-score -c id long.csv; echo $? > status) | head -n 1
  id
  $ cat status
  141

A standard error nobody reads any more does not.

  $ awk 'BEGIN { print "id,company"; for (i = 0; i < 9000; i++) print i }' > odd.csv
  $ (sleep 0.2; lead-score -c id --rejects r.csv odd.csv a.csv 2>&1 >out.csv; echo $? > status) | true
  $ cat status out.csv
  0
  id
  1
  2
  $ wc -l < r.csv
  9001

A named output is complete or not there; the input may be replaced.

  $ cp a.csv b.csv && chmod 640 b.csv
  $ lead-score -c company -o b.csv b.csv && cat b.csv && ls -l b.csv | cut -c1-10
  company
  ann@example.com
  bob@example.com
  -rw-r-----
  $ printf 'id,company\n3,"open\n' > bad.csv
  $ lead-score --max-rejects 0 -o b.csv bad.csv
  ! lead-score: bad.csv:2:3: company: the quote that opens here is not closed
  ! lead-score: 1 of 1 records were refused, more than --max-rejects allows
  [3]
  $ cat b.csv; ls -A
  company
  ann@example.com
  bob@example.com
  a.csv
  b.csv
  bad.csv
  long.csv
  odd.csv
  out.csv
  r.csv
  status
  $ ln -s b.csv link.csv && lead-score -c id -o link.csv a.csv && cat b.csv && ls link.csv
  id
  1
  2
  link.csv
  $ lead-score -o same.csv --rejects same.csv a.csv
  ! lead-score: --output and --rejects are the same file
  [2]
  $ lead-score -o same.csv --summary=same.csv a.csv; lead-score --rejects same.csv --summary=same.csv a.csv; ls same.csv
  ! lead-score: --output and --summary are the same file
  ! lead-score: --rejects and --summary are the same file
  ! ls: cannot access 'same.csv': No such file or directory
  [2]
  $ lead-score -o /dev/null --rejects /dev/null --summary=/dev/null a.csv

Appending to what is read would never end.

  $ lead-score a.csv >> a.csv
  ! lead-score: a.csv: this is also the output; -o can replace it
  [2]

Killed, it leaves no half files behind.

  $ exec 2> /dev/null; mkfifo slow; mkdir out; (cat a.csv; sleep 5) > slow & writer=$!
  > lead-score -o out/o.csv --rejects out/r.csv slow & tool=$!
  > while [ "$(ls -A out | wc -l)" -lt 2 ]; do sleep 0.05; done
  > kill -TERM $tool; wait $tool; echo $?; ls -A out; kill $writer; wait $writer; true
  143
