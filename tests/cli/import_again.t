needs: shared

Importing what was imported changes nothing, with and without looking for duplicates.

  $ for f in "$LEAD_SHARED"/data/exports/*.csv "$LEAD_SHARED"/data/leads/xeducation/Leads.csv \
  >   "$LEAD_SHARED"/data/leads/olist/*.csv "$LEAD_SHARED"/data/duplicates/*.csv "$LEAD_SHARED"/data/suites/csvkit/*.csv; do
  >   for how in exact off; do
  >     lead-import -q --match $how --rejects r.csv -o one.csv "$f" 2>err || continue
  >     lead-import -q --match $how --rejects r.csv -o two.csv one.csv || echo "$f: $?"
  >     cmp -s one.csv two.csv && [ ! -s r.csv ] || echo "$f: not the same"
  >   done
  > done
