// funnel.mjs - the counting job in DuckDB: node funnel.mjs THREADS once|sets INPUT OUTPUT
//
// sets: the grouping sets of the file's rows.  once: rows are counted by all that matters first, and
// the grouping sets are those of the counts, which is faster.
import { csv, run } from './duckdb.mjs';

const [threads, how, input, output] = process.argv.slice(2);
const stages = ['awareness', 'interest', 'consideration', 'intent', 'conversion'];
const by = ['source', 'campaign', 'owner'];
const names = by.map(c => `CASE WHEN grouping(${c}) = 0 THEN coalesce(nullif(${c}, ''), '(unknown)') END AS ${c}`);
const counts = stages.map((name, i) => `
  sum(n) FILTER (far >= ${i}) AS reached_${i},
  sum(n) FILTER (far = ${i} AND NOT lost) AS now_${i},
  sum(n) FILTER (far = ${i} AND lost) AS lost_${i}`);
const rows = stages.map((name, i) => `
  SELECT ${by}, '${name}' AS stage, coalesce(reached_${i}, 0), coalesce(now_${i}, 0), coalesce(lost_${i}, 0) FROM groups`);
const sql = `
COPY (
  WITH leads AS (
    SELECT ${by}, status, stage, ${how === 'once' ? 'count(*)' : '1'} AS n
    FROM ${csv(input, ['stage'])}
    ${how === 'once' ? 'GROUP BY ALL' : ''}),
  paths AS (
    SELECT ${by}, n, coalesce(status = 'lost', false) AS lost,
      CASE WHEN status = 'won' THEN 4 ELSE CASE stage ${stages.map((name, i) => `WHEN '${name}' THEN ${i}`).join(' ')} ELSE 0 END END AS far
    FROM leads),
  groups AS (
    SELECT ${names}, ${counts} FROM paths GROUP BY GROUPING SETS (${by.map(c => `(${c})`)}))
  ${rows.join(' UNION ALL ')}
) TO '${output}' (FORMAT csv, HEADER false)`;

await run(threads, sql);
