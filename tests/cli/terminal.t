On a terminal.

needs: script

  $ tty() { script -qec "$1" /dev/null < /dev/null | tr -d '\r'; }
  > tty 'lead-score; echo $?'
  > printf 'id,company\n1,x\n' > a.csv; tty 'lead-score -c id - < a.csv'
  > tty 'lead-funnel -q a.csv' | sed -n '3,4p' | cut -c 1-20; lead-funnel -q a.csv | head -n 1 | cut -c 1-20
  usage: lead-score [option]... [file]...
  lead-score --help says more
  2
  id
  1
    stage          rea
    awareness         
  stage,reached,step,s

How far it got, told when it takes longer than a second, and taken off the screen at the end.

  $ rows() { seq -f '%020.0f' "$1" "$2"; }
  > (echo id; rows 1 30000; sleep 1.3; rows 30001 90000; sleep 0.3) | lead-score -c id --progress 2>&1 >out.csv |
  >     tr '\r' '\n' | sed 's/[0-9][0-9,]*/N/g' | grep -o 'lead-score: N records, N MB, N s' | uniq
  lead-score: N records, N MB, N s
