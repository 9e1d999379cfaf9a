The page in a browser: it is well formed as the browser reads it, it asks for no script, the console
stays silent, and nothing is wider than a phone's screen but what can be scrolled.

needs: chromium

  $ { echo id,source,variant,status,created_at,conversion_at
  > echo '1,<script>console.log(1)</script>,A,won,2026-01-01,2026-01-05'
  > awk 'BEGIN { s = sprintf("%500s", ""); gsub(/ /, "x", s); print "2," s ",B,open,2026-01-01," }'
  > awk 'BEGIN { for (i = 0; i < 100; i++) print i + 10 ",><img src=x onerror=console.log(2)>," (i % 2 ? "A" : "B") "," (i % 3 ? "open" : "won") ",2026-02-0" i % 9 + 1 "," (i % 3 ? "" : "2026-02-1" i % 9) }'; } > leads.csv
  $ lead-funnel --now 2026-06-30 --by source --cohort month --times --losses --stuck --money --attribution --ab variant -T html leads.csv > page.html
  $ browse() { timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --enable-logging=stderr "$@" 2>log; }
  > browse --dump-dom "file://$PWD/page.html" > dom.html
  > grep -c CONSOLE log; grep -c '</html>' dom.html; grep -c '<script\|<img' dom.html; grep -o '<svg' page.html | wc -l > a; grep -o '<svg' dom.html | wc -l | cmp - a
  0
  1
  0

The same page with a script of the test's, for which the page's own policy is taken out:

  $ cat > probe.js <<'.'
  > var found = [], width = document.documentElement.clientWidth;
  > if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  > document.querySelectorAll("svg").forEach(function (s) {
  >   if (s.closest(".wide")) return;
  >   if (s.getBoundingClientRect().right > width + 1) found.push("a picture is cut off");
  >   var t = Array.from(s.querySelectorAll("text")).map(function (e) { return e.getBoundingClientRect(); });
  >   t.forEach(function (x, i) {
  >     if (x.height < 10) found.push("text too small");
  >     t.forEach(function (y, k) {
  >       if (i < k && x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 3 && y.top < x.bottom - 3)
  >         found.push("texts overlap");
  >     });
  >   });
  > });
  > document.title = "looked at " + document.querySelectorAll("svg").length + ", found: " + found.join("; ");
  > .
  $ { sed 's/<meta http-equiv[^>]*>//; /<[/]body>/,$d' page.html; echo '<script>'; cat probe.js; echo '</script></body></html>'; } > probe.html
  $ for width in 500 1280; do
  > timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --window-size=$width,900 --dump-dom "file://$PWD/probe.html" 2>log | grep -o '<title>[^<]*'; done
  <title>looked at 6, found: 
  <title>looked at 6, found: 
