The monitor's line read by Monitoring::Plugin, which plugins in Perl are written with (it knows no @ ranges).

needs: perl -MMonitoring::Plugin::Performance -e 1

  $ printf 'id,created_at\n1,2026-02-01\n2,2026-02-27T12:00:00Z\n' > a.csv
  $ lead-due --now 2026-03-02T09:00:00Z -T nagios --warning 2:4 --critical 10 a.csv > line
  [1]
  $ sed 's/[^|]*| //' line | perl -MMonitoring::Plugin::Performance -ne '
  >   for (Monitoring::Plugin::Performance->parse_perfstring($_)) {
  >     printf "%s %s%s min %s", $_->label, $_->value, $_->uom, $_->min;
  >     printf " warning %s critical %s", $_->threshold->warning, $_->threshold->critical if $_->threshold->warning->is_set;
  >     print " status ", $_->threshold->get_status($_->value), "\n" }'
  overdue 1 min 0 warning 2:4 critical 10 status 1
  soon 1 min 0 status 0
  longest 2192400s min 0 status 0
