The page and the picture.

  $ cat > hostile.csv <<'.'
  > id,source,variant,status,created_at,conversion_at
  > 1,<script>alert(1)</script>,A,won,2026-01-01,2026-01-05
  > 2,"""><img src=x onerror=alert(1)>",B,open,2026-01-01,
  > 3,</td></table>&amp;'`,B,open,2026-02-01,
  > .
  $ printf '4,a\342\200\256b\033[31m,A,open,2026-02-01,\n' >> hostile.csv
  $ awk 'BEGIN { s = sprintf("%500s", ""); gsub(/ /, "x", s); print "5," s ",A,open,2026-02-01," }' >> hostile.csv
  $ page() { lead-funnel --now 2026-06-30 --by source --cohort month --times --losses --stuck --money --attribution --ab variant "$@" hostile.csv; }
  > page -T html > page.html; page -T svg > picture.svg; page -T html -j4 | cmp - page.html

Nothing of the file's is markup, nothing hides text or moves it, and nothing is loaded or run:

  $ grep -c -e '<script' -e '<img' -e 'url(' -e '@import' -e ' on[a-z]*=[^a]' page.html picture.svg
  page.html:0
  picture.svg:0
  [1]
  $ grep -o 'http[s]*://[^"]*' page.html | sort -u
  http://www.w3.org/2000/svg
  $ LC_ALL=C grep -c "$(printf '\033')" page.html picture.svg
  page.html:0
  picture.svg:0
  [1]
  $ grep -c '&lt;script&gt;alert(1)' page.html | awk '{ print ($1 > 0) }'
  1
  $ grep -o 'a.u{202e}b.x1b.31m' page.html | sort -u
  a\u{202e}b\x1b[31m

Every cell has its header, every picture a name, every wide table is reached by the keyboard:

  $ grep -o '<html lang="en">\|<meta name="viewport"' page.html
  <html lang="en">
  <meta name="viewport"
  $ grep -o '<th[ >]' page.html | wc -l | awk '{ print ($1 > 40) }'; grep -o '<th>' page.html | wc -l
  1
  0
  $ grep -o '<svg [^>]*' page.html | grep -vc 'role="img" aria-label='
  0
  [1]
  $ grep -o '<div class="scroll[^>]*' page.html | grep -vc 'tabindex="0" role="region" aria-label='
  0
  [1]

Nothing in, and still a page and a picture:

  $ lead-funnel -T html < /dev/null | tail -n 1
  </html>
  $ lead-funnel -T svg < /dev/null
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>

Markdown takes none of it for its own:

  $ lead-funnel --now 2026-06-30 --by source -T md hostile.csv | grep awareness | cut -d ' ' -f1-5
  | "\>\<img src=x onerror=alert(1)\> |
  | \</td\>\</table\>\&amp;'\` | awareness |
  | \<script\>alert(1)\</script\> | awareness |
  | a\\u\{202e\}b\\x1b\[31m | awareness |
  | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… | awareness |

A value of 200,000 characters is cut in time that grows with it, not with its square:

  $ awk 'BEGIN { printf "notes,stage\n"; for (i = 0; i < 200000; i++) printf "x"; print ",intent" }' > wide.csv
  $ for f in table md html svg; do (ulimit -t 5; lead-funnel --by notes --times -T $f wide.csv > /dev/null) || echo $f; done
  $ lead-funnel --by notes -T table wide.csv | sed -n 3p
  notes: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
