needs: shared

Real data: facts that were counted by others.

X Education: 3,561 converted; Google and google are one source; no duplicate ids.

  $ lead-import --summary=s.json -o x.csv "$LEAD_SHARED/data/leads/xeducation/Leads.csv" 2>err
  $ grep -o '"read.*"rejected": [0-9]*' s.json
  "read": 9240, "written": 9240, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0
  $ lead-import -q -c status x.csv | sort | uniq -c
     5679 open
        1 status
     3561 won
  $ lead-import -q --where 'source = organic_search and source_detail = google' -c id x.csv | tail -n +2 | wc -l
  2873
  $ cut -c1-11 err
  lead-import

Olist: leads and deals joined, 842 won; also as a merge of the two files.

  $ lead-import -q -m id=mql_id -m activity.lead_id=mql_id -m activity.at=won_date -m activity.type=:purchase \
  >   -a "$LEAD_SHARED/data/leads/olist/olist_closed_deals_dataset.csv" --summary=s.json \
  >   --where 'count(purchase) > 0' -c id "$LEAD_SHARED/data/leads/olist/olist_marketing_qualified_leads_dataset.csv" |
  >   tail -n +2 | wc -l
  842
  $ grep -o '"activities": [^}]*}' s.json
  "activities": {"read": 842, "joined": 842, "unmatched": 0, "rejected": 0, "undated": 0}
  $ lead-import -q -m id=mql_id -m first_contacted_at=first_contact_date --summary=s.json -o o.csv \
  >   "$LEAD_SHARED/data/leads/olist/olist_marketing_qualified_leads_dataset.csv" "$LEAD_SHARED/data/leads/olist/olist_closed_deals_dataset.csv"
  $ grep -o '"read.*"rejected": [0-9]*' s.json
  "read": 8842, "written": 8000, "merged": 842, "updated": 0, "filtered": 0, "rejected": 0
  $ lead-import -q --where 'closed_at is known' -c id o.csv | tail -n +2 | wc -l
  842
  $ lead-import -q -c first_contacted_at o.csv | tail -n +2 | sort | sed -n '1p;$p'
  2017-06-14
  2018-05-31

Dates three ways: no disagreement over 8,000.

  $ for i in 1 2 3; do cut -f 1,$((i + 1)) "$LEAD_SHARED/data/leads/olist/dates-three-ways.tsv" >d.tsv
  >   lead-import -q -m id=mql_id -m created_at=$(head -1 d.tsv | cut -f2) -c created_at d.tsv |
  >   cut -c1-10 | cksum; done
  992935105 88011
  992935105 88011
  992935105 88011

Bank: 5,289 yes.

  $ lead-import -q -c status "$LEAD_SHARED/data/leads/bank/bank-full.csv" | sort | uniq -c
    39922 open
        1 status
     5289 won

Every export sample is read, and its totals add up.

  $ for f in "$LEAD_SHARED"/data/exports/*.csv; do
  >   lead-import -q --rejects r.csv -o o.csv "$f" || echo "$f: $?"; done

Rows wrapped in quotes: each cell is that of the clean copy.

  $ lead-import -q -o wrapped.csv "$LEAD_SHARED/data/leads/xeducation/rows-wrapped-in-quotes.csv" --summary=s.json
  $ grep -o '"wrapped": [0-9]*' s.json
  "wrapped": 338
  $ lead-import -q -c -column_38 "$LEAD_SHARED/data/leads/xeducation/Leads.csv" | cmp - wrapped.csv

A file of LinkedIn is known by its header alone.

  $ lead-import --show-mapping "$LEAD_SHARED/data/exports/linkedin_lead_gen_csv.csv" | head -1 | sed 's/.*csv: //'
  LinkedIn Lead Gen Forms (linkedin), which knows 80 % of the columns

What was understood of a file, saved and given again, makes the same of it.

  $ for f in "$LEAD_SHARED"/data/exports/*; do rm -f s.json
  >   [ -f "$f" ] && lead-import -q --save-mapping s.json "$f" >one.csv 2>err && [ -f s.json ] || continue
  >   lead-import -q --mapping s.json --save-mapping t.json "$f" 2>err | cmp - one.csv; cmp s.json t.json; echo same; done | sort | uniq -c
       19 same
