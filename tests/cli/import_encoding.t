Whether a file is UTF-8 only all of it can tell.  One byte near the end of many says that it is not, and
then all of it is read as Windows-1252, from a file and from a pipe, whatever the number of threads.

  $ awk 'BEGIN { print "email,first_name,created_at"
  >   for (i = 0; i < 30000; i++) printf "a%d@b.example,Ann \303\251,%d.1.2026\n", i, i % 12 + 1 }' > utf8.csv
  $ cp utf8.csv late.csv; echo z@b.example,Rene,31.1.2026 >> utf8.csv
  $ printf 'z@b.example,Ren\351,31.1.2026\n' >> late.csv
  $ iconv -f WINDOWS-1252 -t UTF-8 late.csv > said.csv
  $ lead-import utf8.csv | sed -n '2p;$p' | cut -d, -f1-3
  a0@b.example,Ann é,2026-01-01
  z@b.example,Rene,2026-01-31
  $ lead-import -q said.csv > expected
  $ for j in 1 2 3; do lead-import -j$j late.csv | cmp - expected; done
  ! lead-import: late.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  ! lead-import: late.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  ! lead-import: late.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  $ cat late.csv | lead-import -q | cmp - expected
  $ gzip -c late.csv | lead-import -q | cmp - expected

What was counted before that was seen is forgotten.  Of 30,000 dates one in twelve is 1.1., which is one day.

  $ lead-import -q --summary=a late.csv > /dev/null; lead-import -q --summary=b said.csv > /dev/null
  $ for s in a b; do grep -o '"day_first": [0-9]*, "month_first": [0-9]*, "ambiguous": [0-9]*' $s; done
  "day_first": 1, "month_first": 0, "ambiguous": 27500
  "day_first": 1, "month_first": 0, "ambiguous": 27500

Also where the byte is in a line too long to be read, or in the header.

  $ awk 'BEGIN { print "email,first_name"; print "a@b.example,Ann \303\251"; print "b@b.example,Bob"
  >   for (i = 0; i < 2000000; i++) printf "x"; print "\351"; print "c@b.example,Carl" }' > long.csv
  $ lead-import -q -c email,first_name long.csv
  email,first_name
  a@b.example,Ann Ã©
  b@b.example,Bob
  c@b.example,Carl
  ! lead-import: 1 of 4 records was refused; --rejects FILE keeps them
  [3]
  $ printf 'email,pr\351nom\na@b.example,Ann\n' | lead-import -q | cut -d, -f1-2
  email,first_name
  a@b.example,Ann

What was guessed is told before what does not fit the guess, whatever is read at once.

  $ { printf 'email,first_name\na@b.example,Ren\351\n'; head -c 600 /dev/zero | tr '\0' x; printf ',\201\n'; } > bad.csv
  $ for n in 1 100 100000; do LEAD_READ=$n lead-import bad.csv; echo $?; done
  3
  3
  3
  ! lead-import: bad.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  ! lead-import: bad.csv: byte 636 has no meaning in WINDOWS-1252 (try another --encoding)
  ! lead-import: bad.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  ! lead-import: bad.csv: byte 636 has no meaning in WINDOWS-1252 (try another --encoding)
  ! lead-import: bad.csv: encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is
  ! lead-import: bad.csv: byte 636 has no meaning in WINDOWS-1252 (try another --encoding)
