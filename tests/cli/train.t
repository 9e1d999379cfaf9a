lead-train on leads that nobody has met: a column that decides, one that says nothing, one that
sales wrote afterwards.

  $ awk 'BEGIN { OFS = ","; print "id,created_at,visits,colour,verdict,status"
  > for (i = 0; i < 1000; i++) { r = (r * 75 + 74) % 65537; v = r % 20; r = (r * 75 + 74) % 65537
  > won = r % 40 < v + 1; c = int(r / 64) % 3; print i, sprintf("2026-01-%02d", 1 + i / 40), v,
  > c == 0 ? "red" : c == 1 ? "Green" : "", won ? "signed" : "no", won ? "won" : "lost" } }' >leads.csv
  $ lead-train leads.csv >model.json 2>report.txt; grep -e leads, -e measured -e LEAK report.txt
  1000 leads, 256 of them with status = won (25.60 %)
  measured on 200 of them, 53 with the outcome: the newest fifth by created_at
    verdict                               LEAK? it alone tells the outcomes apart: AUC 1.000

The model is used like any other, and forecasts on the whole what came.

  $ lead-score -q -m model.json -c probability leads.csv | awk 'NR > 1 { sum += $1 } END { printf "%.0f\n", sum }'
  256
  $ lead-train --evaluate model.json leads.csv | grep -c '^this\|^model.json'
  1

It is the same to the byte for any number of threads, and from JSON as from CSV.

  $ LEAD_BLOCK=1000 lead-train -q -j 4 leads.csv | cmp - model.json && echo same
  same
  $ lead-score -q -m model.json -T jsonl -c id,created_at,visits,colour,verdict,status leads.csv | lead-train -q | cmp - model.json && echo same
  same

Columns go and come by name.

  $ lead-train -q --report text --drop-column visits,colour --keep-column verdict leads.csv | grep '^this model' | cut -c 1-30
  this model              1.0000
  $ lead-train --drop-column vists leads.csv
  ! lead-train: --drop-column: no column is called "vists"
  [2]

Outcomes that nothing tells apart: the report says so, and there is no model.

  $ lead-train --drop-column visits,verdict leads.csv >none.json 2>report.txt; echo $?; wc -c <none.json; grep -e SIGNAL -e 'no better than the' report.txt
  3
  0
  NO SIGNAL: this is no better than saying the base rate to all.
  lead-train: no better than the base rate: no model is written (--force writes one)
  $ lead-train -q --force --drop-column visits,verdict leads.csv | head -c 20
  { "lead-model": 1, "
  \

Too few to learn from, a weight that is none, a wrong way to split.

  $ head -n 100 leads.csv | lead-train
  ! lead-train: 25 leads with the outcome and 74 without: at least 40 of each are needed
  [3]
  $ lead-train -q --split every:1 leads.csv
  ! lead-train: --split: expected every:N, N from 2 to 1000
  [2]
  $ lead-train --weight colour leads.csv 2>&1 | head -n 1
  lead-train: leads.csv:2:17: colour: not a weight, a number from 0: shape "aaa"

Any model can be measured: this one is written by hand, and gets a calibration.

  $ echo '{ "lead-model": 1, "groups": [ { "name": "fit", "rules": [ { "name": "v", "field": "visits", "each": 2 } ] } ] }' >hand.json
  $ lead-train --evaluate hand.json leads.csv | grep -e '^measured' -e '^The model' | cut -c 1-60
  measured on 1000 of them, 256 with the outcome: all of them;
  The model has no calibration; fitted to these rows: intercep
  $ lead-train -q --evaluate hand.json --drift leads.csv leads.csv | grep -A 3 '^Drift'
  Drift (population stability index):
    score                                 0.0000
    v                                     0.0000
  $ awk -F, 'NR == 1 || $3 > 9' leads.csv >busy.csv
  $ lead-train -q --evaluate hand.json --drift busy.csv leads.csv | grep -A 3 '^Drift'
  Drift (population stability index):
    score                                 2.3022  OTHER LEADS
    v                                     2.3022  OTHER LEADS
  $ lead-train --drift busy.csv leads.csv
  ! lead-train: --drift needs --evaluate MODEL
  [2]

Odoo's naive Bayes knows words only: it cannot see the visits.

  $ lead-train -q --baseline odoo --report text leads.csv | grep -c "^Odoo's naive Bayes"
  1

The page has three charts and escapes what comes from the leads.

  $ sed '1s/colour/<b>\&/' leads.csv | lead-train -q --report html >report.html; grep -c '<svg' report.html; grep -c -e '<b>' report.html; grep -o 'lt;b&gt;&amp;.*' report.html | head -n 1 | cut -c 1-20
  3
  0
  lt;b&gt;&amp;       
