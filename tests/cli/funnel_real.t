needs: shared
needs: sqlite3

Real data against sqlite3, which counts by itself.  Olist: leads with their day of first contact and,
for 842, the moment at which they were won.

  $ ln -s "$LEAD_SHARED/data/leads" .
  $ cat > olist.sql <<'.'
  > create table m(id text, made text, page text, origin text);
  > .mode csv
  > .import leads/olist/mql-no-header-iso.csv m
  > .import leads/olist/closed-deals-iso.csv d
  > create table l as select m.id, replace(made, ' 00:00:00', '') as created_at, origin,
  >   replace(won_date, ' ', 'T') || 'Z' as conversion_at,
  >   case when won_date is null then 'open' else 'won' end as status,
  >   strftime('%s', won_date) - strftime('%s', made) as seconds
  >   from m left join d on m.id = d.mql_id;
  > .
  $ { cat olist.sql; echo '.headers on'; echo 'select * from l;'; } | sqlite3 :memory: > olist.csv
  $ funnel='lead-funnel --now 2018-12-01'; $funnel olist.csv | sed -n '2p;$p' | cut -d, -f1,2,6
  > $funnel --summary=s olist.csv | tail -n 1 | cut -d, -f15-17; jq .written s
  awareness,8000,1
  conversion,842,0.10525
  1271995,14054846,4247472
  8000

The same leads by origin; of those won not before they were made, the lower median, the ninth tenth, the mean:

  $ lead-funnel --now 2018-12-01 --by origin olist.csv | sed 1d | awk -F, '$2 == "awareness" { n = $3 } $2 == "conversion" { print $1 "|" n "|" $3 }' > ours
  $ { cat olist.sql; echo ".mode list"; echo "select case origin when '' then '(unknown)' else origin end, count(*), sum(status = 'won') from l group by origin order by origin;"; } | sqlite3 :memory: > theirs
  $ cmp ours theirs; wc -l < ours
  11
  $ { cat olist.sql; cat <<'.'
  > create table w as select seconds, row_number() over (order by seconds) - 1 as rank, count(*) over () as n from l where seconds >= 0;
  > select (select seconds from w where rank = cast(.5 * (n - 1) as int)), (select seconds from w where rank = cast(.9 * (n - 1) as int)),
  >   (select cast(avg(seconds) as int) from w);
  > .
  > } | sqlite3 :memory:
  1271995,14054846,4247472

By month of first contact, won by the end of that month and of the three after it:

  $ lead-funnel --now 2018-12-01 --cohort month olist.csv | sed '1,/^$/d' | sed 1d | cut -d, -f1-6 > ours
  $ { cat olist.sql; cat <<'.'
  > create table c as select strftime('%Y-%m', created_at) as month, (strftime('%Y', conversion_at) - strftime('%Y', created_at)) * 12
  >   + strftime('%m', conversion_at) - strftime('%m', created_at) as age from l;
  > select month, count(*), printf('%.6f', 1. * sum(ifnull(age <= 0, 0)) / count(*)), printf('%.6f', 1. * sum(ifnull(age <= 1, 0)) / count(*)),
  >   printf('%.6f', 1. * sum(ifnull(age <= 2, 0)) / count(*)), printf('%.6f', 1. * sum(ifnull(age <= 3, 0)) / count(*)) from c group by month order by month;
  > .
  > } | sqlite3 :memory: | tr -d '\r' > theirs
  $ awk -F, '{ printf "%s,%d", $1, $2; for (i = 3; i <= 6; i++) printf ",%.6f", $i; print "" }' ours | cmp - theirs; wc -l < theirs
  12

X Education, as it was exported: 3,561 of 9,240 converted, by source:

  $ sed 's/^Prospect ID,/id,/' leads/xeducation/Leads.csv | awk -F, 'NR > 1 { print $4 "|" $7 }' | sort | uniq -c | awk '{ n = $1; sub(/^ *[0-9]* /, ""); split($0, p, "|"); all[p[1]] += n; if (p[2] == 1) won[p[1]] += n }
  >   END { for (s in all) print (s == "" ? "(unknown)" : s) "|" all[s] "|" won[s] + 0 }' | LC_ALL=C sort > theirs
  $ awk -F, 'NR == 1 { print "id,Lead Source,status"; next } { print $1 "," $4 "," ($7 == 1 ? "won" : "open") }' leads/xeducation/Leads.csv > x.csv
  $ lead-funnel --by 'Lead Source' x.csv | sed 1d | awk -F, '$2 == "awareness" { n = $3 } $2 == "conversion" { print $1 "|" n "|" $3 }' | LC_ALL=C sort > ours
  $ cmp ours theirs; wc -l < ours; lead-funnel x.csv | tail -n 1 | cut -d, -f1,2,6
  22
  conversion,3561,0.38539
