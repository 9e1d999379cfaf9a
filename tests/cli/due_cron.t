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

The same by systemd: the list when somebody waits, and never an old one when the run failed.  A dollar
is written twice in a unit.

  $ printf '#!/bin/sh\necho "to $1"; cat\n' > sendmail; chmod +x sendmail; echo list > due.txt
  $ sed -n "s,^ExecStart=/bin/sh -c '\(.*\)'\$,\1,p" "$EXAMPLES/lead-due-mail.service" | sed 's/\$\$/$/g; s,/var/lib/lead-due,.,; s/\\\\/\\/g' > unit
  $ for s in 1 4; do PATH=.:$PATH MONITOR_EXIT_STATUS=$s sh unit; done
  to sales@example.org
  Subject: leads waiting
  
  list
  to sales@example.org
  Subject: lead-due failed
  
  Status 4: journalctl -u lead-due.service
  $ printf 'id,created_at\n1,2020-03-01\n' > waiting.csv; mkdir var
  $ sed -n 's,^ExecStart=/usr/local/bin/,,p' "$EXAMPLES/lead-due.service" > start; LEADS=waiting.csv STATE_DIRECTORY=var sh start; echo $?; LEADS=waiting.csv STATE_DIRECTORY=var sh start; echo $?; sed 's/as of.*//' var/due.txt
  1
  0
  Nobody new is waiting; 1 told before, 
