The monitor's line by the grammar of the Monitoring Plugins' guidelines: TEXT | PERFDATA, where PERFDATA is
'LABEL'=VALUE[UNIT];[WARN];[CRIT];[MIN];[MAX] and more of these behind blanks; one line, and a status
from 0 to 3 that goes with the word.

  $ cat > grammar.awk <<'.'
  > BEGIN {
  >   number = "-?[0-9]+([.][0-9]+)?"
  >   range = "(@?((~|" number ")?:)?(" number ")?)?"
  >   item = "('([^'=]|'')+'|[^ '=]+)=(" number "|U)(s|us|ms|%|B|KB|MB|TB|c)?(;" range "(;" range "(;(" number ")?(;(" number ")?)?)?)?)?"
  >   split("OK WARNING CRITICAL UNKNOWN", word, " ")
  > }
  > NR == 1 && $0 !~ "^LEADS " word[status + 1] " - [^|]*( [|] " item "( " item ")*)?$" { print "not a line of a plugin: " $0 }
  > END { if (NR != 1) print NR " lines" }
  > .
  $ printf 'id,created_at\n1,2026-02-01\n2,2026-02-27T12:00:00Z\n3,2026-03-01T12:00:00Z\n' > a.csv
  $ cat > plugin <<'.'
  > lead-due --now 2026-03-02T09:00:00Z -T nagios "$@" > line; status=$?
  > echo "$status $(cat line)"
  > awk -v status=$status -f grammar.awk line
  > .
  $ sh plugin a.csv
  1 LEADS WARNING - 1 overdue, 1 due soon, the longest for 25d 9h | overdue=1;0;;0 soon=1;;;0 longest=2192400s;;;0

One is overdue: is that outside of the range?  The status for each --warning, behind that for a --critical
which one is outside of, and one which it is not.

  $ for w in 0 1 0: 1: ~:0 0:1 @0:1 @1:1 @2: 10 -5:-1; do printf '%s ' $w; for c in @1:5 ~:1; do sh plugin --warning=$w --critical=$c a.csv | cut -c 1; done | tr -d '\n'; echo; done
  0 21
  1 20
  0: 20
  1: 20
  ~:0 21
  0:1 20
  @0:1 21
  @1:1 21
  @2: 20
  10 20
  -5:-1 21
  $ for w in 0 @0:1 10 -5:-1 ~:0; do sh plugin --warning=$w --critical=$w a.csv; done | grep not
  [1]
  $ printf 'lead-due: %s\n' x | awk -v status=3 -f grammar.awk
  not a line of a plugin: lead-due: x
  $ head -1 a.csv > none.csv; sh plugin none.csv; sh plugin --cron none.csv
  0 LEADS OK - 0 overdue, 0 due soon | overdue=0;0;;0 soon=0;;;0 longest=0s;;;0
  0 LEADS OK - 0 overdue, 0 due soon | overdue=0;0;;0 soon=0;;;0 longest=0s;;;0

Whatever goes wrong is status 3 and a line.

  $ sh plugin nowhere.csv 2>/dev/null; sh plugin --warning x a.csv 2>/dev/null; sh plugin --nonsense 2>/dev/null; sh plugin -s nowhere.json a.csv 2>/dev/null
  3 LEADS UNKNOWN - lead-due failed, see its messages
  3 LEADS UNKNOWN - lead-due failed, see its messages
  3 LEADS UNKNOWN - lead-due failed, see its messages
  3 LEADS UNKNOWN - lead-due failed, see its messages
  $ printf 'id,created_at\n1,soon\n' > bad.csv; sh plugin bad.csv 2>/dev/null
  3 LEADS UNKNOWN - lead-due failed, see its messages
  $ printf 'id,created_at\n"1,2026-02-01\n' > bad.csv; sh plugin bad.csv 2>/dev/null
  3 LEADS UNKNOWN - lead-due failed, see its messages
  $ lead-due --now 2026-03-02 -T nagios a.csv > /dev/full; echo $?
  3

So it is when no lead has the time that its rule starts from: nobody may take that for all being well.

  $ printf 'id,created\n1,2026-02-01\n' > bad.csv; sh plugin bad.csv 2>/dev/null
  3 LEADS UNKNOWN - no lead has the time that its rule starts from | overdue=0;0;;0 soon=0;;;0 longest=0s;;;0

Options may stand together; and a file or a state that is called nagios asks for no plugin.

  $ lead-due -aTnagios a.csv 2>/dev/null; lead-due -aT nagios a.csv 2>/dev/null; lead-due --all --to nagios a.csv 2>/dev/null
  LEADS UNKNOWN - lead-due failed, see its messages
  LEADS UNKNOWN - lead-due failed, see its messages
  LEADS UNKNOWN - lead-due failed, see its messages
  [3]
  $ lead-due nagios; lead-due --state nagios nowhere.csv; lead-due -- -T nagios
  ! lead-due: nagios: open: No such file or directory
  ! lead-due: nowhere.csv: open: No such file or directory
  ! lead-due: -T: open: No such file or directory
  [4]

A range is shown as it was given, so it has to be one that others can read.

  $ sh plugin --warning 1e3 a.csv 2>/dev/null; sh plugin --warning +1 a.csv 2>/dev/null; sh plugin --warning 1.0 a.csv 2>/dev/null
  3 LEADS UNKNOWN - lead-due failed, see its messages
  3 LEADS UNKNOWN - lead-due failed, see its messages
  0 LEADS OK - 1 overdue, 1 due soon, the longest for 25d 9h | overdue=1;1.0;;0 soon=1;;;0 longest=2192400s;;;0

Ranges for another format are refused: somebody forgot which he asked for.

  $ lead-due --warning 3 a.csv
  ! lead-due: --warning and --critical are for --to nagios
  [2]
