// Data cleaning, 20 minutes. Task: problems/coding/data-cleaning/statement.md
//
// Begin with parseCell: the rest stands on it, and it earns points at once.
// Run:  npm run judge sample data-cleaning   (visible tests)
//       npm run judge data-cleaning          (hidden tests)
//
// Worth knowing about danfojs-node: it has no DataFrame.dropDuplicates and no corr; asType turns ''
// and null into 0; describe() throws on null; groupby joins keys with "-"; a column named "values"
// breaks it; sorting and dropping duplicates grow with the square of the rows.
// About simple-statistics: standardDeviation is the population's (sampleStandardDeviation is n - 1);
// mean, median and quantile throw on an empty list; sampleCorrelation may leave [-1, 1] by rounding.

export type Cell = string | number | boolean | null | undefined;
export type CleanCell = string | number | null;
export type ColumnType = 'number' | 'string';
export type Schema = Record<string, ColumnType>;
export type Table = { columns: string[]; rows: Cell[][] };
export type CleanTable = { columns: string[]; rows: CleanCell[][] };
export type CleanResult = {
  table: CleanTable;
  duplicatesRemoved: number;
  missing: Record<string, number>;
};
export type Fills = Record<string, number | string | null>;
export type Summary = {
  count: number;
  missing: number;
  mean: number | null;
  std: number | null;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
  outliers: number;
};
export type Correlations = { columns: string[]; matrix: (number | null)[][] };

/** One cell as the type of its column wants it; missing is null. */
export function parseCell(value: Cell, type: ColumnType): CleanCell {
  throw new Error(`TODO: parse ${String(value)} as a ${type}`);
}

/** Parses every cell, then drops duplicate rows. */
export function cleanTable(table: Table, schema: Schema): CleanResult {
  throw new Error(`TODO: clean ${table.rows.length} rows by ${JSON.stringify(schema)}`);
}

/** What to fill the gaps of each column with, learned from the training table. */
export function fitImputer(table: CleanTable, schema: Schema): Fills {
  throw new Error(`TODO: learn from ${table.rows.length} rows by ${JSON.stringify(schema)}`);
}

/** A copy of the table with its gaps filled from `fills` alone. */
export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  throw new Error(`TODO: fill ${table.rows.length} rows with ${JSON.stringify(fills)}`);
}

/** Statistics of each number column. */
export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  throw new Error(`TODO: summarize ${table.rows.length} rows by ${JSON.stringify(schema)}`);
}

/** Pearson correlations of the number columns, pair by pair. */
export function correlations(table: CleanTable, schema: Schema): Correlations {
  throw new Error(`TODO: correlate ${table.rows.length} rows by ${JSON.stringify(schema)}`);
}
