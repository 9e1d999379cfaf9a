A tool that is taken over while it works has nothing to take: escape.c tries, at the first write.

needs: sh tests/trust/plain.sh release
needs: sh tests/trust/landlock.sh

  $ cat > taken <<'.'
  > LD_PRELOAD=$(dirname $(command -v lead-score))/../trust/escape.so "$@" 9> told > out
  > .
  $ sh $TRUST/leads.sh > leads.csv; echo mine > mine; : > run
  $ sh taken lead-score leads.csv; cat told
  read a file: no
  read an input again: no
  list a folder: no
  make a file: no
  write a file: no
  cut a file: no
  make a temporary file: no
  make a folder: no
  make a link: no
  network: no
  local socket: no
  pair of sockets: no
  io_uring: no
  a process: no
  a signal to another: no
  read in a thread: no
  a program: no

So it is with each of them, on several threads, from a pipe, from gzip and in another encoding, with
outputs that are still to take their places, and with zones and holidays; and they do their work.

  $ mv told none
  $ for tool in import score train qualify funnel due; do
  >   sh taken lead-$tool -q --now 2026-03-02 -j4 leads.csv < /dev/null; cmp told none
  >   lead-$tool -q --now 2026-03-02 --no-sandbox leads.csv | cmp - out
  > done
  $ gzip -k leads.csv; iconv -f UTF-8 -t UTF-16 leads.csv > 16.csv
  $ for tool in import score; do
  >   cat leads.csv.gz | sh taken lead-$tool -q -T json -o o --summary=s --rejects r; cmp told none
  >   sh taken lead-$tool -q --encoding UTF-16 16.csv 2>&1; cmp told none
  > done; cat out | tail -n +2 | wc -l; ls s r o
  160
  o
  r
  s
  $ cat leads.csv | LEAD_BLOCK=64 sh taken lead-import -q --save-mapping m -j4 --tz Europe/Berlin; cmp told none
  $ sh taken lead-import -q 16.csv; cmp told none
  $ head -c 12 m; echo
  {
    "lead-ma
  $ sh taken lead-due --state st -o due --tz Asia/Tokyo leads.csv; cmp told none; stat -c %a st
  600
  $ sh taken lead-train -q --force -m model --outcome 'status = won' leads.csv; cmp told none; sh taken lead-score -m model leads.csv; cmp told none

The folder of --split is open for writing, and nothing above it.

  $ sh taken lead-qualify -q --split levels leads.csv; cmp told none; ls levels
  disqualified.csv
  iql.csv
  mql.csv
  sql.csv
  undecided.csv
  unqualified.csv

While there are inputs to come, they can be opened, and nothing else.

  $ (cat leads.csv; echo 'too,few') > bad.csv
  $ sh taken lead-score --rejects r bad.csv leads.csv; grep YES told
  read an input again: YES
  ! lead-score: bad.csv:162: 2 fields, but the header has 7

An empty file, a missing one, a folder: as ever.

  $ : > empty; lead-score empty; lead-score missing
  ! lead-score: missing: open: No such file or directory
  [4]
  $ lead-score /
  ! lead-score: /: read: Is a directory
  [4]

With --no-sandbox all is as it was.

  $ rm run; sh taken lead-score --no-sandbox leads.csv; grep -c YES told; rm -r loot folder link
  15
