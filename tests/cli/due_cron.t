The lines of the example crontab, as cron runs them: by /bin/sh, with few variables.

  $ cat > a.csv <<.
  > id,full_name,owner,temperature,created_at
  > 1,Ann Keller,sam,hot,2020-03-01T08:00:00Z
  > .
  $ cat > line <<.
  > command=\$(sed -n 's/^[^#A-Z]* [-*0-9]*  *\(lead-due.*\)/\1/p' "\$EXAMPLES/crontab" | sed -n "\$1p")
  > env -i PATH="\$PATH" HOME="\$PWD" LEADS=a.csv /bin/sh -c "\$command \$2"
  > .
  $ sh line 1 '--now 2020-03-02T09:00:00Z'
  Leads waiting: 1 overdue, as of 2020-03-02T09:00:00Z.
  
  sam: 1 overdue
  
    1h overdue: call Ann Keller
      first response, hot
  $ sh line 1 '--now 2020-03-01T09:00:00Z'
  $ sh line 2 '--now 2020-03-02T09:00:00Z' | head -1
  Leads waiting: 1 overdue, as of 2020-03-02T09:00:00Z.
  $ sh line 2 '--now 2020-03-02T10:00:00Z'
  $ sh line 3 '-o leads.prom --now 2020-03-02T10:00:00Z'; grep overdue.*1 leads.prom
  lead_due_leads{state="overdue"} 1
  lead_due_overdue_leads{rule="first response, hot"} 1

What goes wrong is said, whatever else is silent.

  $ LEADS=none; rm a.csv; sh line 1
  ! lead-due: a.csv: open: No such file or directory
  [4]
