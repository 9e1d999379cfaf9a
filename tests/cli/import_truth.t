needs: shared

Duplicates against the truth: precision and recall of pairs, by the defaults of --match fuzzy.

FEBRL: rec-N-org and rec-N-dup-K are one person. The social security number is left out.

  $ cat >pairs.awk <<'X'
  > # id,merged_from: pairs that were joined, those of them that are true, those there are
  > function who(id) { if (truth[id] != "") return truth[id]; split(id, p, "-"); return p[2] }
  > FILENAME == "truth" { truth[$1] = $2; next }
  > FNR == 1 { next }
  > {
  >   n = split($1 ($2 != "" ? ";" $2 : ""), id, ";")
  >   for (i = 1; i <= n; i++) {
  >     there += seen[who(id[i])]++
  >     for (k = 1; k < i; k++) { joined++; good += who(id[i]) == who(id[k]) }
  >   }
  > }
  > END {
  >   precision = good / joined; recall = good / there
  >   print name, "precision", (precision >= bar_p ? "ok" : precision),
  >     "recall", (recall >= bar_r ? "ok" : recall)
  > }
  > X
  $ touch truth
  $ for i in 1 2 3; do
  >   lead-import -q --match fuzzy -m id=rec_id -m first_name=given_name -m last_name=surname \
  >     -m street=street_number+address_1 -m city=suburb -m region=state -m birth_date=date_of_birth \
  >     -c id,merged_from "$LEAD_SHARED/data/duplicates/dataset$i.csv" >out.csv
  >   awk -F, -v name="dataset$i" -v bar_p=0.98 -v bar_r=0.95 -f pairs.awk truth out.csv; done
  dataset1 precision ok recall ok
  dataset2 precision ok recall ok
  dataset3 precision ok recall ok

Restaurants, where only firms, addresses and telephone numbers are known.

  $ data=$LEAD_SHARED/data/duplicates/restaurants
  > awk -F, 'NR == 1 { print "no," $0; next } { print NR - 1 "," $0 }' "$data/restaurant.csv" >r.csv
  > awk -F, 'NR > 1 { c = $NF; gsub(/["'"' "']/, "", c); print NR - 1 "," c }' "$data/restaurant.csv" >truth
  $ for region in '' '--region US'; do
  >   lead-import -q --match fuzzy $region -m id=no -m company=name -m street=addr -c id,merged_from r.csv >out.csv
  >   awk -F, -v name=restaurants -v bar_p=0.95 -v bar_r=0.95 -f pairs.awk truth out.csv; done
  restaurants precision ok recall ok
  restaurants precision ok recall ok
