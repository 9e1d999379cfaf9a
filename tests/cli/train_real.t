Real leads: what lead-train must reach, the rows held out being the reference's.

needs: shared

  $ $DATA/../bench/models.sh $(dirname $(command -v lead-train)) $LEAD_SHARED | grep -c 'ok$'
  4

A column that sales typed after contact is found, and left out by itself.

  $ lead-train --outcome '`Converted` = 1' --report text $LEAD_SHARED/data/leads/xeducation/Leads.csv >report
  $ grep -o 'Tags .*LEAK.*' report | tr -s ' ' | cut -c 1-48
  Tags LEAK? it alone tells the outcomes apart: AU

Every lead has the score that was learned: the forecast of all is what came.

  $ lead-train -q --outcome '`Converted` = 1' $LEAD_SHARED/data/leads/xeducation/Leads.csv >model.json
  $ lead-score -q -m model.json --columns Converted,probability $LEAD_SHARED/data/leads/xeducation/Leads.csv | awk -F, 'NR > 1 { came += $1; sum += $2 } END { printf "%d %.0f\n", came, sum }'
  3561 3561

Outcomes thrown by dice: the columns of real leads say nothing about them, and no model is made.

  $ awk -F';' -v OFS=';' 'NR > 1 { r = (r * 75 + 74) % 65537; $17 = r % 100 < 12 ? "\"yes\"" : "\"no\"" } { print }' $LEAD_SHARED/data/leads/bank/bank-full.csv >dice.csv
  $ lead-train --outcome 'y = yes' --split every:5 dice.csv 2>report.txt; grep SIGNAL report.txt
  NO SIGNAL: this is no better than saying the base rate to all.
