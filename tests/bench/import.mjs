// import.mjs - cleaning and de-duplicating leads in DuckDB: node import.mjs THREADS INPUT OUTPUT
//
// E-mail addresses are lower-cased and validated, dates and telephone numbers normalised by regular
// expressions, and of the leads with one address the first is kept; in which order they come out is
// left to DuckDB, which is faster so.  What lead-import does besides (numbers as libphonenumber says,
// numbers and words of every other column, quality, who was merged into whom) is not asked of it.
import { csv, run } from './duckdb.mjs';

const [threads, input, output] = process.argv.slice(2);
const day = c => `
    regexp_replace(regexp_replace(regexp_replace(${c}, '(\\d{1,2})[./](\\d{1,2})[./](\\d{4})', '\\3-\\2-\\1'),
      '-(\\d)-', '-0\\1-'), '-(\\d)$', '-0\\1')`;
const time = c => `
    CASE WHEN regexp_full_match(${c}, '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?Z?)?') THEN ${c}
      WHEN regexp_full_match(${c}, '\\d{1,2}[./]\\d{1,2}[./]\\d{4}') THEN ${day(c)}
      ELSE ${c} END AS ${c}`;
const sql = `
SET preserve_insertion_order = false;
COPY (
  SELECT * EXCLUDE (n, mail), mail AS email_clean,
    regexp_full_match(mail, '[a-z0-9.!#$%&''*+/=?^_\`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+') AS email_valid
  FROM (
    SELECT *, row_number() OVER (PARTITION BY CASE WHEN mail = '' THEN id ELSE mail END ORDER BY id) AS n
    FROM (
      SELECT * REPLACE (
        CASE WHEN regexp_full_match(phone, '\\+?[0-9 ()/.-]{5,20}')
          THEN regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^00', '+')
          ELSE phone END AS phone,
        ${time('created_at')}, ${time('last_activity_at')}),
        lower(trim(email)) AS mail
      FROM ${csv(input)}))
  WHERE n = 1
) TO '${output}' (FORMAT csv, HEADER true)`;

await run(threads, sql);
