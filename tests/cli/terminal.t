On a terminal.

needs: script

  $ tty() { script -qec "$1" /dev/null < /dev/null | tr -d '\r'; }
  > tty 'lead-score; echo $?'
  > printf 'id,company\n1,x\n' > a.csv; tty 'lead-score -c id - < a.csv'
  > tty 'lead-funnel -q a.csv' | head -n 2 | cut -c 1-20; lead-funnel -q a.csv | head -n 1 | cut -c 1-20
  usage: lead-score [option]... [file]...
  lead-score --help says more
  2
  id
  1
    stage          rea
    awareness         
  stage,reached,step,s
