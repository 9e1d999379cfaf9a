Naughty strings in every cell that a report shows: no control code comes out, nothing is lost.

needs: shared

  $ LC_ALL=C sed -e '/^#/d' -e '/^$/d' -e 's/"/""/g' "$LEAD_SHARED/data/suites/blns.txt" |
  >   awk 'BEGIN { print "id,full_name,company,owner,phone,email,created_at" }
  >   { s = "\"" $0 "\""; print s "," "\"\033[31m" $0 "\r\n\"," s "," s "," s "," s ",2026-02-01" }' > a.csv
  $ for f in table text html ics prom nagios; do lead-due --now 2026-03-02 -T $f --rank owner a.csv > $f; LC_ALL=C tr -d '\r\n -~\200-\377' < $f | wc -c; done
  0
  0
  0
  0
  0
  0
  $ grep -c . table; grep -c '^  [0-9]*d.*overdue:' text; grep -c '^<tr class' html; grep -c BEGIN:VTODO ics
  517
  516
  516
  516
  $ tr -d '\r' < ics | grep -v -e '^ ' | sed 's/[:;].*//' | sort -u
  BEGIN
  DESCRIPTION
  DTSTAMP
  DUE
  END
  PRIORITY
  PRODID
  STATUS
  SUMMARY
  UID
  VERSION
  $ grep -o '<[a-z0-9][a-z0-9]*' html | sort -u | tr '\n' ' '; echo
  <body <div <h1 <head <html <meta <p <style <table <tbody <td <th <thead <time <title <tr 
