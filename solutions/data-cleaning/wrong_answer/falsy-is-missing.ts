// Loses: imputation
// May lose: fit-leakage
// Fills every falsy cell: 0 and the empty text are replaced.
import { type CleanTable, type Fills } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function applyImputer({ columns, rows }: CleanTable, fills: Fills): CleanTable {
  return {
    columns: [...columns],
    rows: rows.map((row) =>
      row.map((cell, index) => (!cell ? (fills[columns[index] ?? ''] ?? cell) : cell)),
    ),
  };
}
