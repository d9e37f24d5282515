// Loses: imputation, fit-leakage
// Keeps the fills of the first call and fills every later table with them.
import { applyImputer as right, type CleanTable, type Fills } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const learned = new Map<string, Fills[string]>();

export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  for (const [column, fill] of Object.entries(fills)) {
    if (!learned.has(column)) learned.set(column, fill);
  }
  return right(table, Object.fromEntries(learned));
}
