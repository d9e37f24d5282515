// The committed fixtures are what the generators make. After a change of a generator:
// npx vitest run --config tests/vitest.config.ts tests/unit/fixtures -u
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRandom } from '#judge/suite/random.ts';
import { customersSchema, customersTable } from '../../problems/coding/data-cleaning/generate.ts';
import { messyRows } from '../../problems/coding/feature-engineering/generate.ts';
import { root } from '../helpers/cli.ts';

const fixture = (path: string): string => join(root, 'fixtures', path);

test('the customers table', async () => {
  const table = customersTable(createRandom(2024, 'customers'), 240);
  const rows = table.rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const json = `{
  "schema": ${JSON.stringify(customersSchema)},
  "columns": ${JSON.stringify(table.columns)},
  "rows": [\n${rows}\n  ]\n}\n`;
  expect(JSON.parse(json)).toMatchObject(table);
  await expect(json).toMatchFileSnapshot(fixture('data-cleaning/customers.json'));
  const csv = csvOf(table.columns, table.rows);
  await expect(csv).toMatchFileSnapshot(fixture('data-cleaning/customers.csv'));
});

test('the transaction log', async () => {
  const rows = messyRows(createRandom(2024, 'transactions'), { rows: 5000, users: 90 });
  const columns = ['transaction_id', 'user_id', 'timestamp', 'amount', 'category'];
  const csv = csvOf(columns, rows.map(Object.values));
  await expect(csv).toMatchFileSnapshot(fixture('feature-engineering/transactions.csv'));
});

type Field = string | number | boolean | null | undefined;

/** RFC 4180, with empty fields for missing values. */
function csvOf(columns: readonly string[], rows: readonly (readonly Field[])[]): string {
  const field = (value: Field): string => {
    const text = String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\n`).join('');
}
