The example crontab as a real cron runs it, and its mail as it goes out; within a minute.

needs: cron
needs: msmtp
needs: perl
needs: unshare -m true

Each line every minute, with its command as it stands: for leads that wait, for leads that do not, and
for a file that is not there.

  $ printf 'id,full_name,owner,temperature,created_at\n1,Zoë Keller,sam,hot,2020-03-01T08:00:00Z\n' > due.csv
  $ printf 'id,full_name,created_at,first_contacted_at\n1,Ann,2020-03-01,2020-03-01\n' > fine.csv
  $ cat > lines <<'.'
  > echo "LEADS=$PWD/$1.csv"
  > sed -n "/^[*0-9]/{ s/^[^a-z]*/* * * * * /; s,-o [^ ]*,-o $PWD/$1.prom,; s,HOME/,HOME/$1,; p }" "$EXAMPLES/crontab"
  > .
  $ sh lines due | sed "s,$PWD,PWD,"
  LEADS=PWD/due.csv
  * * * * * lead-due --cron --to text --by-owner "$LEADS"
  * * * * * lead-due --cron --to text --state "$HOME/due.lead-due" "$LEADS"
  * * * * * lead-due --to prom -o PWD/due.prom "$LEADS"
  $ { grep ^MAILTO "$EXAMPLES/crontab"; echo "PATH=$PATH"; echo "HOME=$PWD"; sh lines due; echo MAILTO=nobody@example.org; sh lines fine
  >   echo MAILTO=trouble@example.org; sh lines none | head -2; } > crontab
  $ "$MAN/../tests/cron_once.sh" crontab mail due.prom fine.prom
  $ ls mail | sed 's/[0-9]*$//'; ls *.prom
  sales@example.org.
  sales@example.org.
  trouble@example.org.
  due.prom
  fine.prom

Both mails of the first are the digest, by owner and not; the other's says what went wrong.

  $ for m in mail/sales*; do sed '1,/^$/d; s/as of .*/as of NOW./; s/[0-9]*d.* overdue:/LONG overdue:/' $m; done | sort | uniq -c
        3 
        1     first response, hot
        1     first response, hot; owner sam
        2   LONG overdue: call Zoë Keller
        2 Leads waiting: 1 overdue, as of NOW.
        1 sam: 1 overdue
  $ sed '1,/^$/d' mail/trouble* | sed "s,$PWD,PWD,"
  lead-due: PWD/none.csv: open: No such file or directory
  $ grep -h -e ^To -e ^Subject mail/sales* | sed 's/<[^>]*> *//' | sort
  Subject: Cron lead-due --cron --to text --by-owner "$LEADS"
  Subject: Cron lead-due --cron --to text --state "$HOME/due.lead-due" "$LEADS"
  To: sales@example.org
  To: sales@example.org
