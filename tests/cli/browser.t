Pages in a browser, at the widths of a phone and a desktop, light and dark: tests/browser.sh says
what is looked for.  Names are hostile: markup, a script, five hundred characters without a blank,
the widest there are, letters that run the other way.

needs: chromium

  $ long=$(awk 'BEGIN { s = sprintf("%500s", ""); gsub(/ /, "x", s); print s }') wide=$(awk 'BEGIN { s = sprintf("%60s", ""); gsub(/ /, "W", s); print s }')
  $ bidi=$(printf 'a\342\200\256b \327\251\327\234\327\225\327\235') script='<script>console.log(1)</script><img src=x onerror=console.log(2)>'
  $ for name in "$long" "$wide" "$bidi" "$script" web 'fair; hall 4' ''; do echo "$name"; done > names
  $ awk 'NR == FNR { name[n++] = $0; next } FNR == 1 {
  >   print "id,full_name,company,source,variant,status,lost_reason,value,temperature,created_at,interest_at,conversion_at"
  >   for (i = 0; i < 300; i++)
  >     print i "," name[i % n] "," name[(i + 1) % n] "," name[i % n] "," name[i % 5] "," (i % 3 == 0 ? "won" : i % 3 == 1 ? "lost" : "open") "," (i % 2 ? name[i % n] : "price") "," i * 1000 " EUR," (i % 2 ? "hot" : "warm") ",2026-0" i % 5 + 1 "-0" i % 9 + 1 ",2026-06-01," (i % 3 ? "" : "2026-06-2" i % 9) }' names names > leads.csv
  $ lead-funnel --now 2026-08-30 --by source --times --losses --stuck --money --attribution --ab variant -T html leads.csv > funnel.html
  $ lead-funnel --now 2026-08-30 --by variant,source --cohort week --times -T html leads.csv > cohorts.html
  $ lead-funnel --now 2026-03-02 -T html "$EXAMPLES/funnel.csv" > example.html
  $ lead-due --now 2026-08-30 -T html leads.csv > due.html; grep -c "<tr class" due.html
  100
  $ sed '1s/source/<b>"source/' leads.csv | lead-train -q --report html --drop-column value --force > train.html; grep -c '<svg' train.html
  3
  $ "$DATA/../browser.sh" funnel.html cohorts.html example.html due.html train.html
  nothing to complain about: 5

What is looked for is found:

  $ cat > bad.html <<'.'
  > <!DOCTYPE html><html><body><p style="font-size:9px">small</p><p style="width:2000px;color:#ddd">faint</p>
  > <svg width=50 height=20 style="display:block"><text x=40 y=10>cut</text><text x=41 y=12>on it</text></svg>
  > <script>nosuch()</script></body></html>
  > .
  $ "$DATA/../browser.sh" bad.html | grep '^bad.html.* 360 dark:\|^bad.html: light console'
  bad.html: light console: "Uncaught ReferenceError: nosuch is not defined"
  bad.html: 360 dark: cut off by its picture: 'cut'
  bad.html: 360 dark: cut off by its picture: 'on it'
  bad.html: 360 dark: faint text: 'faint'
  bad.html: 360 dark: small text: 'small' 9.0
  bad.html: 360 dark: text upon text: 'cut' and 'on it'
  bad.html: 360 dark: the page is not dark
  bad.html: 360 dark: the page scrolls sideways: 2008
