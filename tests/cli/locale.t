The same bytes in any locale and any zone of the environment.
needs: build/locale

  $ export LOCPATH=$DATA/../../build/locale; for l in C de_DE tr_TR ps_AF; do for z in UTC America/New_York Asia/Kolkata; do
  >   export LC_ALL=$l.UTF-8 TZ=$z
  >   lead-score --now 2026-03-01 --explain $EXAMPLES/small.csv | lead-qualify | lead-funnel --by title
  > done; done | sort | uniq -c | awk '{ print $1 }' | uniq
  12

The locales are really there:

  $ LOCPATH=$DATA/../../build/locale LC_ALL=tr_TR.UTF-8 locale -k thousands_sep | head -n 1
  thousands_sep="."
