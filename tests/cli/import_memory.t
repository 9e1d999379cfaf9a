What a lead takes of memory while it is not known who is who: its hashes, place and group, and with --match fuzzy
what it is compared by. "memory" in the summary says it. Bars: 200 bytes, fuzzy, for leads that have everything.

  $ awk 'function name(n,   t) { for (t = ""; length(t) < 7; n = int(n / 10)) t = t s[n % 10 + 1]; return t }
  > BEGIN {
  >   split("ba cor du fel gim hav jol ku lem nor", s, " ")
  >   print "id,email,phone,first_name,last_name,company,street,city,postal_code,country"
  >   for (i = 0; i < 4000; i++) {
  >     who = i % 10 ? i : int(i / 2); a = name(who * 7919 % 9973); b = name(who * 104729 % 99991); c = name(who * 1299709 % 99989)
  >     printf "%d,%s.%s@%s.example,+4420794%05d,%s,%s,%s Analytics Ltd,%d %s Road,Leeds,LS%d %dAB,GB\n", 100000 + i,
  >       a, b, c, who, a, b, c, who % 180, c, who % 30, who % 9
  >   } }' >leads.csv
  $ for how in off exact fuzzy; do lead-import --match $how --summary=s.json leads.csv >out.csv
  >   sed 's/.*"leads": \([0-9]*\), "bytes": \([0-9]*\), "bytes_a_lead": \([0-9]*\).*/\1 \2 \3/' s.json |
  >     awk -v how=$how '{ print how, $1, $3 - 1 < $2 / $1 && $2 / $1 <= $3,
  >       $3 <= (how == "off" ? 56 : how == "exact" ? 80 : 190) ? "few" : "too many: " $3 }'; done
  off 4000 1 few
  exact 4000 1 few
  fuzzy 4000 1 few

For a master file it is a little more, as everybody is twice there, and for the log of what was merged, whose reasons
take 12.

  $ lead-import -q --match fuzzy -o master.csv leads.csv
  $ for more in --against=master.csv --merge-log=log.csv; do
  >   lead-import -q --match fuzzy $more --summary=s.json leads.csv >out.csv
  >   sed 's/.*"bytes_a_lead": \([0-9]*\).*/\1/' s.json | awk '{ print $1 <= 205 ? "few" : "too many: " $1 }'; done
  few
  few

Nobody takes nothing.

  $ sed 1q leads.csv | lead-import --summary=s.json >out.csv; grep -o '"memory": {[^}]*}' s.json
  "memory": {"leads": 0, "bytes": 0, "bytes_a_lead": 0}
