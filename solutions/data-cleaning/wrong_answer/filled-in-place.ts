// Loses: invariants
// Writes the fills into the table it was given.
import { type CleanTable, type Fills } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  for (const row of table.rows) {
    for (const [index, column] of table.columns.entries()) {
      row[index] ??= fills[column] ?? null;
    }
  }
  return table;
}
