The naughty strings in every text column of every tool, in every format, as column names, and as names in a
model, read back by other people's parsers: Python's csv, json, html.parser and expat.

needs: shared
needs: python3

  $ cat > read.sh <<'.'
  > exec python3 "$TRUST/naughty.py" "$@"
  > .
  $ strings=$LEAD_SHARED/data/suites/blns.txt; sh read.sh cells "$strings" "$TRUST/../../lib/lead/vocab.def" > a.csv
  $ strings=$LEAD_SHARED/data/suites/blns.txt; sh read.sh names "$strings" > h.csv; sh read.sh model "$strings" > m.json

Filters change no cell but their own; lead-import takes blanks off the ends, and a word that means nothing
where a word is wanted; names of columns stand, too.

  $ head -n 1 a.csv | tr , '\n' | grep -v -e grade -e next_question -e persona -e '^due_' -e overdue_by > columns
  > for f in csv tsv jsonl json; do for t in score qualify due; do
  >   lead-$t --now 2026-03-02 -q -T $f -o $t.$f a.csv && sh read.sh same a.csv $t.$f $(cat columns); done; done | sort | uniq -c
       12 13416 cells
  $ for f in csv tsv jsonl json; do lead-import --now 2026-03-02 -q --match off -T $f -o import.$f a.csv && sh read.sh trimmed a.csv import.$f; done
  17028 cells
  17028 cells
  17028 cells
  17028 cells
  $ for f in csv tsv jsonl json; do for t in 'import --match off' score qualify 'due --all'; do
  >   lead-$t --now 2026-03-02 -q -T $f -o names.$f h.csv && sh read.sh same h.csv names.$f; done; done | sort | uniq -c
       16 1548 cells

There and back again, through all of them.

  $ for f in csv tsv jsonl json; do for g in csv tsv jsonl json; do
  >   lead-qualify -q -T $g -o back.$g score.$f && sh read.sh same a.csv back.$g notes owner company; done; done | sort | uniq -c
       16 1548 cells

Names in a model come out as reasons; a spreadsheet runs none of the strings; refused records keep them.

  $ for f in csv tsv jsonl json; do lead-score -q -m m.json --explain -T $f -o r.$f h.csv && sh read.sh reasons m.json r.$f; done
  510 reasons
  510 reasons
  510 reasons
  510 reasons
  $ lead-score -q --excel -o x.csv a.csv; sh read.sh excel a.csv x.csv
  16512 cells
  $ sed '1s/created_at$/email/; 1s/notes/created_at/; 1s/,email$/,notes/' a.csv > bad.csv; lead-due --now 2026-03-02 -q --rejects no.csv -o /dev/null bad.csv
  > sh read.sh groups bad.csv created_at no.csv
  511 groups

Reports: HTML and SVG have no element, attribute, comment or link that is not ours, and every string; tables, texts,
mails and traces have nothing a terminal would act on; Markdown keeps its cells, iCalendar its to-dos.

  $ for f in table text html ics prom nagios; do lead-due --now 2026-03-02 -q --rank owner -T $f -o d.$f a.csv; done
  LEADS WARNING - 516 overdue, 0 due soon, the longest for 25d | overdue=516;0;;0 soon=0;;;0 longest=2160000s;;;0
  [1]
  $ sh read.sh page a.csv owner d.html; sh read.sh calendar a.csv full_name d.ics; sh read.sh quiet d.table d.text d.html d.prom d.nagios
  505 strings
  516 to-dos
  5 quiet
  $ for b in owner stage; do for f in table csv json md html svg; do
  >   lead-funnel --now 2026-03-02 -q --stages awareness,interest,consideration,intent,conversion -b $b --losses --attribution --stuck --times -T $f -o f.$f a.csv; done
  > sh read.sh quiet f.table f.md f.html f.svg; sh read.sh page a.csv $b f.html f.svg; sh read.sh tables f.md; for f in csv json; do sh read.sh groups a.csv $b f.$f $(case $b in stage) echo by_stage ;; esac); done; done
  4 quiet
  505 strings
  svg
  7178 rows
  511 groups
  511 groups
  4 quiet
  505 strings
  svg
  7178 rows
  511 groups
  511 groups
  $ for r in text html; do lead-train -q --now 2026-03-02 --outcome 'length(notes) > 20' --split every:5 --force -m t.json --report $r a.csv > t.$r; done
  > sh read.sh page a.csv '' t.html; sh read.sh quiet t.html t.text; lead-score -q -m t.json -o scored.csv a.csv; sh read.sh same a.csv scored.csv notes
  0 strings
  2 quiet
  516 cells
  $ python3 -c "import csv
  > for row in csv.DictReader(open('a.csv', newline='', encoding='utf-8')): print(row['id'])" | awk 'NR % 32 == 5' | while IFS= read -r id; do
  >   for t in score qualify due; do lead-$t -q --now 2026-03-02 --why="$id" -o /dev/null a.csv; done; done 2> why; sh read.sh quiet why; grep -c . why
  1 quiet
  816
  $ lead-import --show-mapping h.csv > map; for t in import score qualify due; do lead-$t -v --now 2026-03-02 -o /dev/null h.csv; lead-$t -v --now 2026-03-02 --show-values -o /dev/null bad.csv; done 2> said; sh read.sh quiet map said
  2 quiet
