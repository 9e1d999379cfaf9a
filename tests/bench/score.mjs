// score.mjs - the scoring job in DuckDB: node score.mjs THREADS csv|jsonl INPUT OUTPUT
import { csv, run, types } from './duckdb.mjs';

const [threads, format, input, output] = process.argv.slice(2);
const from = format === 'csv'
  ? csv(input)
  : `read_json('${input}', format = 'newline_delimited', columns = ${types()})`;
const to = format === 'csv' ? `(FORMAT csv, HEADER true)` : `(FORMAT json)`;
const now = `TIMESTAMP '2026-03-01 00:00:00'`;
const age = `epoch(${now} - TRY_CAST(last_activity_at AS TIMESTAMP))`;
const size = 'TRY_CAST(employees AS BIGINT)';
const sql = `
COPY (
  SELECT *, CASE WHEN score >= 70 THEN 'A' WHEN score >= 45 THEN 'B' WHEN score >= 25 THEN 'C' ELSE 'D' END AS grade
  FROM (SELECT *, least(100, greatest(0, round(
      CASE WHEN regexp_matches(title, '\\b(chief|ceo|cto|vp|director|head of|owner|founder)\\b', 'i') THEN 20 ELSE 0 END
    + CASE WHEN regexp_matches(title, '\\b(manager|lead)\\b', 'i') THEN 8 ELSE 0 END
    + CASE WHEN industry IN ('Software', 'Manufacturing', 'Finance', 'Healthcare') THEN 10 ELSE 0 END
    + CASE WHEN ${size} IS NULL THEN 0 WHEN ${size} <= 9 THEN -5 WHEN ${size} <= 49 THEN 5 WHEN ${size} <= 499 THEN 15 ELSE 10 END
    + CASE WHEN country IN ('DE', 'AT', 'CH', 'NL', 'FR', 'GB') THEN 10 ELSE 0 END
    + CASE source WHEN 'referral' THEN 12 WHEN 'partner' THEN 8 WHEN 'webinar' THEN 8 WHEN 'organic_search' THEN 5
        WHEN 'trade_show' THEN 5 WHEN 'website' THEN 4 WHEN 'paid_search' THEN 3 WHEN 'content' THEN 3
        WHEN 'cold_call' THEN -2 WHEN 'purchased_list' THEN -10 ELSE 0 END
    + CASE WHEN email LIKE '%@gmail.com' THEN -5 ELSE 0 END
    + least(10, 0.5 * CAST(page_views AS BIGINT)) + least(15, 5 * CAST(form_submits AS BIGINT))
    + coalesce(round(20 * pow(0.5, ${age} / (30.0 * 86400)), 3), 0)
    + CASE WHEN ${age} > 90 * 86400 THEN -15 ELSE 0 END
    + CASE WHEN email_opt_out = 'true' THEN -25 ELSE 0 END, 3))) AS score
    FROM ${from})
) TO '${output}' ${to}`;

await run(threads, sql);
