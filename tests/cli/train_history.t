What is in a history or a list predicts too.  Demos and the flag were made to matter, calls were not;
a purchase is the outcome itself; what happened after the lead was closed is not looked at.

  $ awk 'function below(n) { r = (r * 75 + 74) % 65537; return int(r / 64) % n }
  > function done(type, day) { a = a (a == "" ? "" : ",") "{\"\"type\"\":\"\"" type "\"\",\"\"at\"\":\"\"2025-" day "\"\"}" }
  > BEGIN { print "id,status,closed_at,visits,flags,checked,activities"
  > for (i = 0; i < 3000; i++) { d = below(3); f = below(2); a = ""; v = below(10)
  > for (k = 0; k < d; k++) done("demo_request", "02-01")
  > for (k = below(3); k > 0; k--) done("Call", "01-05")
  > won = below(100) < 10 + 20 * d + 20 * f + 2 * v
  > if (won) { done("purchase", "03-01"); done("onboarding", "04-01") }
  > printf "%d,%s,2025-03-05,%d,%s,2025-%s,\"[%s]\"\n", i, won ? "won" : "lost", v, f ? "Free_Email;b" : "b", below(2) ? "01-09" : "03-09", a } }' >leads.csv
  $ lead-train leads.csv 2>report.txt >model.json; grep -e LEAK -e counts -e 'same in all' report.txt
    flags                                 a list: what is in it counts by itself
    checked                               LEAK? its times lie behind the outcome: AUC 0.502
    activities                            a history: what is in it counts by itself
    flags: b                              the same in all rows
    count(purchase)                       LEAK? it alone tells the outcomes apart: AUC 1.000
  $ grep -o '"when": "[^,]*' model.json
  "when": "flags = \"free_email\""
  "when": "count(\"demo_request\") in 1..1"
  "when": "count(\"demo_request\") in 2.."
  "when": "count(\"call\") in 1.."

Calls are worth no more than their error; of the others, half of the odds at least.

  $ awk -F'[:,}]' '/demo_request.*when|free_email.*when|call.*when/ { n = $(NF - 1) + 0 ? $(NF - 1) : $(NF - 2); print (n < 4 ? "nothing" : n > 15 ? "much" : n) }' model.json
  much
  much
  much
  nothing
  $ grep -c onboarding model.json
  0
  [1]

The model that is written says what was learned: on the whole, as many as came.

  $ grep -c ,won, leads.csv; lead-score -q -m model.json -c probability leads.csv | awk 'NR > 1 { sum += $1 } END { printf "%.0f\n", sum }'
  1480
  1480

A list is the same in JSON; the history can be left out, by its name or that of a part.

  $ lead-score -q -m model.json -T jsonl -c id,status,closed_at,visits,flags,checked,activities leads.csv | lead-train -q | cmp - model.json && echo same
  same
  $ LEAD_BLOCK=1000 lead-train -q -j 4 leads.csv | cmp - model.json && echo same
  same
  $ lead-train -q --drop-column activities leads.csv | grep -c 'count(' 
  3
  $ lead-train -q --drop-column activities leads.csv | grep 'count('
        "count(demo_request)": "left out as asked",
        "count(call)": "left out as asked",
        "count(purchase)": "left out as asked" } } }
  $ lead-train -q --drop-column 'count(demo_request)' leads.csv | grep -o '"when": "[^,]*'
  "when": "flags = \"free_email\""
  "when": "count(\"call\") in 1.."

A column that was numeric in training and is text in scoring is unknown, and that is told.

  $ sed '1!s/^\([0-9]*,[a-z]*,[-0-9]*\),\([0-9]*\)/\1,about \2/' leads.csv > text.csv
  $ lead-score -m model.json --explain -c score_reasons text.csv | head -n 2 | grep -o 'visits unknown'
  visits unknown
  ! lead-score: model.json:5: visits: 3000 values of visits are no number, so unknown
