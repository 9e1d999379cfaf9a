// duckdb.mjs - what the jobs in DuckDB share: its module, the columns of the invented leads.
import { createRequire } from 'node:module';
const require = createRequire(process.env.PEERS + '/package.json');
const { DuckDBInstance } = require('@duckdb/node-api');

const columns = ['id', 'email', 'phone', 'first_name', 'last_name', 'title', 'company', 'website',
  'street', 'city', 'country', 'industry', 'employees', 'annual_revenue', 'source', 'campaign',
  'status', 'owner', 'page_views', 'form_submits', 'email_opt_out', 'created_at',
  'last_activity_at', 'notes'];

// Everything is text, as in the file; more: columns behind the usual ones.
export const types = (more = []) =>
  '{' + columns.concat(more).map(c => `'${c}': 'VARCHAR'`).join(', ') + '}';
export const csv = (input, more) =>
  `read_csv('${input}', header = true, columns = ${types(more)}, quote = '"', escape = '"', delim = ',', auto_detect = false)`;

export async function run(threads, sql) {
  const db = await DuckDBInstance.create(':memory:', { threads });
  const connection = await db.connect();
  await connection.run(sql);
}
