// due.mjs - the job of due.sh in DuckDB, by the clock alone:
// node due.mjs THREADS all|list|short INPUT OUTPUT
import { csv, run } from './duckdb.mjs';

const [threads, mode, input, output] = process.argv.slice(2);
const now = `TIMESTAMP '2026-03-01 00:00:00'`;
const all = `
  SELECT t.* EXCLUDE (rule, due, warn),
    strftime(due, '%Y-%m-%dT%H:%M:%SZ') AS due_at,
    CASE WHEN due IS NULL THEN '' WHEN ${now} > due THEN 'overdue' WHEN ${now} >= due - warn THEN 'soon'
      ELSE 'ok' END AS due_state,
    CASE WHEN due IS NULL THEN '' WHEN rule = 'warm source' THEN 'call'
      WHEN email_opt_out <> 'true' THEN CASE rule WHEN 'quiet' THEN 'nurture' ELSE 'email' END
      WHEN rule = 'open' THEN 'call' ELSE 'review' END AS due_action,
    CASE WHEN ${now} > due THEN CAST(${now} - due AS VARCHAR) ELSE '' END AS overdue_by,
    rule AS due_rule,
    CASE WHEN ${now} > due + INTERVAL 1 DAY THEN 'escalate to team lead' ELSE '' END AS due_reason
  FROM (SELECT *, CASE rule
      WHEN 'warm source' THEN TRY_CAST(created_at AS TIMESTAMP) + INTERVAL 4 HOUR
      WHEN 'open' THEN TRY_CAST(created_at AS TIMESTAMP) + INTERVAL 2 DAY
      WHEN 'quiet' THEN TRY_CAST(last_activity_at AS TIMESTAMP) + INTERVAL 14 DAY END AS due,
      CASE rule WHEN 'warm source' THEN INTERVAL 2 HOUR WHEN 'open' THEN INTERVAL 4 HOUR
        ELSE INTERVAL 0 HOUR END AS warn
    FROM (SELECT *, CASE
        WHEN status = 'open' AND source IN ('referral', 'partner', 'webinar') THEN 'warm source'
        WHEN status = 'open' THEN 'open' WHEN status = 'recycled' THEN 'quiet' END AS rule
      FROM ${csv(input)})) AS t`;
const job = {
  all,
  list: `${all} WHERE ${now} >= due - warn ORDER BY due`,
  short: `SELECT id, due_at, due_state, due_action, due_rule FROM (${all})`,
};

await run(threads, `COPY (${job[mode]}) TO '${output}' (FORMAT csv, HEADER true)`);
