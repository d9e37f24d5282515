// Written: by the author, with danfojs-node and simple-statistics where they serve: danfojs drops
// the gaps of a column and takes medians, simple-statistics does the arithmetic of lists that are
// not empty. Parsing, duplicates and the mode are plain TypeScript.
import { DataFrame, Series } from 'danfojs-node';
import * as stats from 'simple-statistics';
import type {
  Cell,
  CleanCell,
  CleanResult,
  CleanTable,
  ColumnType,
  Correlations,
  Fills,
  Schema,
  Summary,
  Table,
} from '../../../starters/data-cleaning.ts';

const missing = /^(|na|n\/a|nan|null|none|unknown|-|\?)$/i;
const plain = /^[+-]?\$?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const grouped = /^[+-]?\$?\d{1,3}(,\d{3})+(\.\d*)?(e[+-]?\d+)?$/i;

const toNumber = (text: string): number | null => {
  if (!plain.test(text) && !grouped.test(text)) return null;
  const number = Number(text.replace('$', '').replaceAll(',', ''));
  return Number.isFinite(number) ? number : null;
};

const toText = (text: string): string =>
  text.normalize('NFC').trim().split(/\s+/).join(' ').toLowerCase();

export const parseCell = (value: Cell, type: ColumnType): CleanCell => {
  if (typeof value === 'string') {
    if (missing.test(value.trim())) return null;
    return type === 'number' ? toNumber(value.trim()) : toText(value);
  }
  if (typeof value === 'boolean') return type === 'number' ? null : String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return type === 'number' ? value : String(value);
};

export const cleanTable = ({ columns, rows }: Table, schema: Schema): CleanResult => {
  const first = new Map<string, CleanCell[]>();
  for (const row of rows) {
    const parsed = columns.map((column, i) => parseCell(row[i], schema[column] ?? 'string'));
    const key = JSON.stringify(parsed);
    if (!first.has(key)) first.set(key, parsed);
  }
  const table = { columns: [...columns], rows: [...first.values()] };
  return {
    table,
    duplicatesRemoved: rows.length - first.size,
    missing: Object.fromEntries(
      columns.map((column) => [column, first.size - presentIn(table, column).length]),
    ),
  };
};

/** The cells of a column that are not missing. A DataFrame without rows has no columns. */
const presentIn = ({ columns, rows }: CleanTable, column: string): unknown[] =>
  rows.length === 0 ? [] : new DataFrame(rows, { columns }).column(column).dropNa().values;

const numbersIn = (table: CleanTable, column: string): number[] =>
  presentIn(table, column).filter((cell) => typeof cell === 'number');

const mostFrequent = (texts: string[]): string | null => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? null;
};

export const fitImputer = (table: CleanTable, schema: Schema): Fills =>
  Object.fromEntries(
    table.columns.map((column) => {
      if (schema[column] === 'number') {
        const numbers = numbersIn(table, column);
        return [column, numbers.length === 0 ? null : new Series(numbers).median()];
      }
      const texts = presentIn(table, column).filter((cell) => typeof cell === 'string');
      return [column, mostFrequent(texts)];
    }),
  );

export const applyImputer = ({ columns, rows }: CleanTable, fills: Fills): CleanTable => {
  const known = new Map(Object.entries(fills));
  const fillAt = columns.map((column) => known.get(column) ?? null);
  return {
    columns: [...columns],
    rows: rows.map((row) => row.map((cell, i) => (cell === null ? (fillAt[i] ?? null) : cell))),
  };
};

const nothing = { mean: null, std: null, min: null, q1: null, median: null, q3: null, max: null };

const describe = (values: number[], missing: number): Summary => {
  const count = values.length;
  if (count === 0) return { count, missing, ...nothing, outliers: 0 };
  const [q1, q3] = [stats.quantile(values, 0.25), stats.quantile(values, 0.75)];
  const reach = 1.5 * (q3 - q1);
  return {
    count,
    missing,
    mean: stats.mean(values),
    std: count < 2 ? null : stats.sampleStandardDeviation(values),
    min: stats.min(values),
    q1,
    median: stats.median(values),
    q3,
    max: stats.max(values),
    outliers: values.filter((value) => value < q1 - reach || value > q3 + reach).length,
  };
};

export const summarize = (table: CleanTable, schema: Schema): Record<string, Summary> => {
  const entries = numberColumns(table, schema).map((column) => {
    const values = numbersIn(table, column);
    return [column, describe(values, table.rows.length - values.length)] as const;
  });
  return Object.fromEntries(entries);
};

const numberColumns = ({ columns }: CleanTable, schema: Schema): string[] =>
  columns.filter((column) => schema[column] === 'number');

/** The rows in which both columns have a number, as two lists. */
const pairsOf = ({ columns, rows }: CleanTable, a: string, b: string): [number[], number[]] => {
  const [i, j] = [columns.indexOf(a), columns.indexOf(b)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const row of rows) {
    const [x, y] = [row[i], row[j]];
    if (typeof x !== 'number' || typeof y !== 'number') continue;
    xs.push(x);
    ys.push(y);
  }
  return [xs, ys];
};

export const correlations = (table: CleanTable, schema: Schema): Correlations => {
  const columns = numberColumns(table, schema);
  const matrix = columns.map((a) =>
    columns.map((b) => {
      const [xs, ys] = pairsOf(table, a, b);
      // sampleCorrelation of three times 0.1 is not NaN: constant means equal values.
      if (new Set(xs).size < 2 || new Set(ys).size < 2) return null;
      return a === b ? 1 : Math.max(-1, Math.min(1, stats.sampleCorrelation(xs, ys)));
    }),
  );
  return { columns, matrix };
};
