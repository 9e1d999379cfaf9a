The naughty strings once more, read back by what browsers, spreadsheets and calendars read with (make readers).

needs: shared
needs: node
needs: python3
needs: build/readers/node_modules

  $ cat > read.sh <<'.'
  > exec node "$TRUST/naughty.mjs" "$TRUST/../../build/readers" "$@"
  > .
  $ python3 "$TRUST/naughty.py" cells "$LEAD_SHARED/data/suites/blns.txt" "$TRUST/../../lib/lead/vocab.def" > a.csv
  $ for t in score qualify due; do for f in csv tsv; do lead-$t -q --now 2026-03-02 -T $f -o $t.$f a.csv; sh read.sh csv a.csv $t.$f notes owner company stage; done; done
  2064 cells
  2064 cells
  2064 cells
  2064 cells
  2064 cells
  2064 cells
  $ lead-score -q --excel -o x.csv a.csv; sh read.sh sheet a.csv x.csv notes owner company stage
  2064 cells
  $ for f in html ics; do lead-due -q --now 2026-03-02 -T $f -o d.$f a.csv; done; sh read.sh page d.html; sh read.sh calendar a.csv d.ics full_name
  clean
  516 to-dos
  $ for b in owner stage; do for f in html svg; do lead-funnel -q --now 2026-03-02 --stages awareness,interest,consideration,intent,conversion -b $b --losses --attribution --stuck --times -T $f -o f.$f a.csv; sh read.sh page f.$f; done; done
  clean
  clean
  clean
  clean
  $ lead-train -q --now 2026-03-02 --outcome 'length(notes) > 20' --split every:5 --force -m t.json --report html a.csv > t.html; sh read.sh page t.html
  clean
