-- due.sql - the job of due.sh for sqlite3, by the clock alone; COLUMNS, INPUT, OUTPUT are put in
.bail on
.mode csv
.import INPUT t
.headers on
.output OUTPUT
SELECT COLUMNS FROM (SELECT *,
    strftime('%Y-%m-%dT%H:%M:%SZ', due, 'unixepoch') AS due_at,
    CASE WHEN due IS NULL THEN '' WHEN 1772323200 > due THEN 'overdue' WHEN 1772323200 >= due - warn THEN 'soon'
      ELSE 'ok' END AS due_state,
    CASE WHEN due IS NULL THEN '' WHEN rule = 'warm source' THEN 'call'
      WHEN email_opt_out <> 'true' THEN CASE rule WHEN 'quiet' THEN 'nurture' ELSE 'email' END
      WHEN rule = 'open' THEN 'call' ELSE 'review' END AS due_action,
    CASE WHEN 1772323200 > due THEN 1772323200 - due ELSE '' END AS overdue_by,
    rule AS due_rule,
    CASE WHEN 1772323200 > due + 86400 THEN 'escalate to team lead' ELSE '' END AS due_reason
  FROM (SELECT *, CASE rule
        WHEN 'warm source' THEN unixepoch(created_at) + 14400
        WHEN 'open' THEN unixepoch(created_at) + 172800
        WHEN 'quiet' THEN unixepoch(last_activity_at) + 1209600 END AS due,
      CASE rule WHEN 'warm source' THEN 7200 WHEN 'open' THEN 14400 ELSE 0 END AS warn
    FROM (SELECT *, CASE
        WHEN status = 'open' AND source IN ('referral', 'partner', 'webinar') THEN 'warm source'
        WHEN status = 'open' THEN 'open' WHEN status = 'recycled' THEN 'quiet' END AS rule FROM t)));
