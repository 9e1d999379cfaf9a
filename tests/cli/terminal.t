On a terminal.

needs: script

  $ tty() { script -qec "$1" /dev/null < /dev/null | tr -d '\r'; }
  > tty 'lead-score; echo $?'
  > printf 'id,company\n1,x\n' > a.csv; tty 'lead-score -c id - < a.csv'
  > tty 'lead-funnel -q a.csv' | head -n 2; lead-funnel -q a.csv | head -n 1
  usage: lead-score [option]... [file]...
  lead-score --help says more
  2
  id
  1
    stage            reached    of all    of last  95 % int.    median   current    lost
    awareness              1   100.0 %                                       1       0  ████████████████████
  stage,reached,step,step_low,step_high,overall,current,lost,skipped,median_seconds
