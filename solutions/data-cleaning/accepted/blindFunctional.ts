// Written: blind from the statement, by someone who had not seen the suite.
import { mean, quantileSorted, sampleStandardDeviation, sum } from 'simple-statistics';

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

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'unknown', '-', '?']);
// sign, then $, then digits (plain or with proper thousands commas) and/or a fraction, then exponent
const NUMBER = /^[+-]?\$?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const textToNumber = (text: string): number | null =>
  NUMBER.test(text) ? finiteOrNull(Number(text.replace(/[$,]/g, ''))) : null;

const normalizeText = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** One cell as the type of its column wants it; missing is null. */
export function parseCell(value: Cell, type: ColumnType): CleanCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value === 'string' && MISSING.has(value.trim().toLowerCase())) return null;
  if (type === 'string') return normalizeText(String(value));
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? textToNumber(value.trim()) : null;
}

// Object.fromEntries, not assignment, so that a column may be called "__proto__".
const byColumn = <T>(columns: string[], value: (column: string, index: number) => T) =>
  Object.fromEntries(columns.map((column, i) => [column, value(column, i)])) as Record<string, T>;

/** Keeps the first of equal items. */
function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const before = seen.size;
    return seen.add(key(item)).size > before;
  });
}

/** Parses every cell, then drops duplicate rows. */
export function cleanTable(table: Table, schema: Schema): CleanResult {
  const columns = [...table.columns];
  const types = columns.map((column) => schema[column] ?? 'string');
  const parsed = table.rows.map((row) => types.map((type, i) => parseCell(row[i], type)));
  const rows = uniqueBy(parsed, (row) => JSON.stringify(row));
  return {
    table: { columns, rows },
    duplicatesRemoved: parsed.length - rows.length,
    missing: byColumn(columns, (_, i) => rows.filter((row) => row[i] === null).length),
  };
}

const present = <T extends CleanCell>(table: CleanTable, index: number): T[] =>
  table.rows.map((row) => row[index]).filter((cell) => cell !== null) as T[];

const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b);

const medianOf = (values: number[]): number | null =>
  values.length > 0 ? quantileSorted(sorted(values), 0.5) : null;

/** The most frequent text; of equally frequent ones the smallest. */
function modeOf(texts: string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const beats = ([a, n]: [string, number], [b, m]: [string, number]) => n > m || (n === m && a < b);
  const entries = [...counts];
  return entries.length > 0 ? entries.reduce((best, e) => (beats(e, best) ? e : best))[0] : null;
}

/** What to fill the gaps of each column with, learned from the training table. */
export function fitImputer(table: CleanTable, schema: Schema): Fills {
  return byColumn(table.columns, (column, i) =>
    schema[column] === 'number'
      ? medianOf(present<number>(table, i))
      : modeOf(present<string>(table, i)),
  );
}

/** A copy of the table with its gaps filled from `fills` alone. */
export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  // hasOwn: a column called "constructor" without an entry must not be filled with a function
  const fill = table.columns.map((c) => (Object.hasOwn(fills, c) ? (fills[c] ?? null) : null));
  return {
    columns: [...table.columns],
    rows: table.rows.map((row) => row.map((cell, i) => cell ?? fill[i] ?? null)),
  };
}

const numberColumns = (table: CleanTable, schema: Schema) =>
  table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => schema[column] === 'number');

function summaryOf(values: number[], missing: number): Summary {
  const ordered = sorted(values);
  const count = ordered.length;
  if (count === 0) {
    const none = { mean: null, std: null, min: null, q1: null, median: null, q3: null, max: null };
    return { count, missing, ...none, outliers: 0 };
  }
  const quantile = (p: number) => quantileSorted(ordered, p);
  const [q1, q3] = [quantile(0.25), quantile(0.75)];
  const reach = 1.5 * (q3 - q1);
  return {
    count,
    missing,
    mean: mean(ordered),
    std: count > 1 ? sampleStandardDeviation(ordered) : null,
    min: quantile(0),
    q1,
    median: quantile(0.5),
    q3,
    max: quantile(1),
    outliers: ordered.filter((x) => x < q1 - reach || x > q3 + reach).length,
  };
}

/** Statistics of each number column. */
export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  const entries = numberColumns(table, schema).map(({ column, index }) => {
    const values = present<number>(table, index);
    return [column, summaryOf(values, table.rows.length - values.length)] as const;
  });
  return Object.fromEntries(entries);
}

const isConstant = (values: number[]) => values.every((value) => value === values[0]);

/** Deviations from the mean with the largest at ±1, so that no square over- or underflows. */
function deviations(values: number[]): number[] {
  const centre = (xs: number[]) => ((m) => xs.map((x) => x - m))(mean(xs));
  const centred = centre(centre(values)); // twice: the first mean is rounded
  const scale = centred.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  return centred.map((x) => x / scale);
}

function pearson(pairs: [number, number][]): number | null {
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  if (pairs.length < 2 || isConstant(xs) || isConstant(ys)) return null;
  const [dx, dy] = [deviations(xs), deviations(ys)];
  const dot = (a: number[], b: number[]) => sum(a.map((x, i) => x * (b[i] ?? 0)));
  const r = dot(dx, dy) / Math.sqrt(dot(dx, dx) * dot(dy, dy));
  return Math.max(-1, Math.min(1, r));
}

/** Pearson correlations of the number columns, pair by pair. */
export function correlations(table: CleanTable, schema: Schema): Correlations {
  const numeric = numberColumns(table, schema);
  const correlate = (i: number, j: number): number | null => {
    const pairs = table.rows
      .map((row) => [row[i], row[j]])
      .filter((pair): pair is [number, number] => pair.every((cell) => cell !== null));
    const r = pearson(pairs);
    return i === j && r !== null ? 1 : r;
  };
  // Each pair is computed in one order only, which makes the matrix exactly symmetric.
  const matrix = numeric.map(({ index: a }) =>
    numeric.map(({ index: b }) => correlate(Math.min(a, b), Math.max(a, b))),
  );
  return { columns: numeric.map(({ column }) => column), matrix };
}
