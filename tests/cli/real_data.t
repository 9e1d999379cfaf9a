needs: shared

The main job on data nobody here wrote: import, score, qualify, due and funnel, one after the
other, and every ledger adds up: each tool reads what the one before it wrote.

  $ cat > job <<'.'
  > # job NOW [option of lead-import]... file...: all.csv, due.csv, funnel.csv and their totals
  > now=--now=$1; shift
  > lead-import $now -q --summary=1.json --rejects import.r "$@" > 1.csv || echo "import: $?"
  > lead-score $now -q --summary=2.json 1.csv > 2.csv || echo "score: $?"
  > lead-qualify $now -q --summary=3.json 2.csv > all.csv || echo "qualify: $?"
  > lead-due $now -q --summary=4.json -o due.csv all.csv || echo "due: $?"
  > lead-funnel $now -q --stages awareness,interest,consideration,intent,conversion --summary=5.json -o funnel.csv all.csv || echo "funnel: $?"
  > cat [1-5].json | tr -d '{,"}' | awk '{
  >   for (i = 1; i < NF; i += 2) n[$i] = $(i + 1)
  >   if ($4 != $6 + $8 + $12 + $14) print $2 " does not add up"
  >   if (NR > 1 && $4 != (NR < 5 ? before : all)) print $2 " read " $4
  >   before = $6; if (NR == 3) all = $6
  >   if (NR == 1) printf "%s read, ", $4
  >   if (NR == 3) printf "%s come out\n", all
  > }'
  > .
  $ cat > cells <<'.'
  > # cells COLUMN...: of the first stage and the last one
  > awk -F'[,;]' -v names="$*" '
  >   NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(names, name, " ") }
  >   { line = ""; for (i = 1; i <= n; i++) line = line " " $at[name[i]] }
  >   NR == 2 { print line }
  >   END { print line }' funnel.csv
  > .

X Education: 3,561 of 9,240 converted, 38.54 %.  It has no dates: nobody can be said to be waiting.

  $ ln -s "$LEAD_SHARED/data/leads" "$LEAD_SHARED/data/exports" .; sh job 2026-03-01 leads/xeducation/Leads.csv
  9240 read, 9240 come out
  $ sh cells stage reached overall
   awareness 9240 1
   conversion 3561 0.38539
  $ lead-score -q -c qualification -w 'status = won' all.csv | sort | uniq -c
        1 qualification
     3561 sql
  $ grep -o '"filtered": [0-9]*\|"no_start": [0-9]*\|"no_rule": [0-9]*' 4.json
  "filtered": 9240
  "no_start": 5679
  "no_rule": 3561
  $ lead-funnel -q --by source -w 'source = referral' all.csv | sed -n '2p;$p' | cut -d, -f1-3,7
  referral,awareness,534,1
  referral,conversion,490,0.917603

The damaged copy: 338 rows that stand in one quoted cell are unwrapped, and none is lost.

  $ sh job 2026-03-01 leads/xeducation/rows-wrapped-in-quotes.csv
  9240 read, 9240 come out
  $ lead-import leads/xeducation/rows-wrapped-in-quotes.csv 2>&1 >/dev/null | grep -c 338
  1
  $ lead-import -q leads/xeducation/Leads-is-really-xlsx.csv 2>&1 | sed 's/.*csv: //'
  this is a ZIP archive or Excel workbook (.xlsx), not text

Olist: 8,000 leads; 842 deals joined as activities are 842 conversions, 10.53 %.  Days to win: the median is
14 (in whole days), and by origin the known shares come out; (unknown) is 179 won of 1,099 called so and 14
of 60 left empty.

  $ sh job 2018-12-01 -m id=mql_id -m created_at=first_contact_date -m activity.lead_id=mql_id \
  >   -m activity.at=won_date -m activity.type=:stage -m activity.stage=:conversion \
  >   -a leads/olist/olist_closed_deals_dataset.csv leads/olist/olist_marketing_qualified_leads_dataset.csv
  8000 read, 8000 come out
  $ grep -o '"activities": [^}]*}' 1.json
  "activities": {"read": 842, "joined": 842, "unmatched": 0, "rejected": 0, "undated": 0}
  $ sh cells stage reached overall
   awareness 8000 1
   conversion 842 0.10525
  $ sh cells median_seconds | awk 'NR == 1 { print int($1 / 86400) }'
  14
  $ lead-funnel -q --by source all.csv | awk -F, '$2 == "conversion" { printf "%s %.1f %%\n", $1, 100 * $7 }'
  (unknown) 16.7 %
  display 5.1 %
  email 3.0 %
  organic_search 11.8 %
  other 3.3 %
  paid_search 12.3 %
  referral 8.5 %
  social 5.6 %
  website 11.2 %
  $ for f in mql-us-dates.csv closed-deals-iso.csv; do sh job 2018-12-01 -m id=mql_id leads/olist/$f; done
  8000 read, 8000 come out
  842 read, 842 come out

Joined by columns instead, as a merge of two files, it is the same 842.

  $ sh job 2018-12-01 -m id=mql_id -m created_at=first_contact_date -m closed_at=won_date -m conversion_at=won_date \
  >   leads/olist/olist_marketing_qualified_leads_dataset.csv leads/olist/olist_closed_deals_dataset.csv
  8842 read, 8000 come out
  $ grep -o '"merged": [0-9]*' 1.json
  "merged": 842
  $ sh cells stage reached overall
   awareness 8000 1
   conversion 842 0.10525

Bank Marketing, by semicolons: 5,289 of 45,211 said yes, 11.70 %.

  $ sh job 2010-11-30 leads/bank/bank-full.csv
  45211 read, 45211 come out
  $ sh cells stage reached overall
   awareness 45211 1
   conversion 5289 0.116985

Zoho: 3,900 leads, each with a throw-away address.

  $ sh job 2021-12-01 leads/zoho/Leads.csv
  3900 read, 3900 come out
  $ lead-score -q -c email_status all.csv | tail -n +2 | sort | uniq -c
     3900 disposable
  $ for f in leads/zoho/*.csv; do sh job 2021-12-01 $f; done
  4100 read, 4087 come out
  3900 read, 3900 come out
  2978 read, 2978 come out
  3900 read, 3900 come out
  3632 read, 3632 come out
  2978 read, 2978 come out

Every export sample.

  $ for f in exports/*.csv; do sh job 2026-12-01 $f | grep -v ' read, ' | sed "s|^|$f: |"; done
