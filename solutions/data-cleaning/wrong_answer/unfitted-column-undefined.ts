// Loses: imputation
// A gap in a column that is not in fills becomes undefined.
import { type CleanCell, type CleanTable, type Fills } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function applyImputer({ columns, rows }: CleanTable, fills: Fills): Filled {
  return {
    columns: [...columns],
    rows: rows.map((row) => row.map((cell, index) => cell ?? fills[columns[index] ?? ''])),
  };
}

type Filled = { columns: string[]; rows: (CleanCell | undefined)[][] };
