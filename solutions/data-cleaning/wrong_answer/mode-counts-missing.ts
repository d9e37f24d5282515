// Loses: imputation
// Counts null as a text of its own, 'null', when it looks for the most frequent.
import {
  fitImputer as right,
  type CleanTable,
  type Fills,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function fitImputer(table: CleanTable, schema: Schema): Fills {
  const rows = table.rows.map((row) =>
    row.map((cell, index) =>
      schema[table.columns[index] ?? ''] === 'string' ? String(cell) : cell,
    ),
  );
  return right({ ...table, rows }, schema);
}
