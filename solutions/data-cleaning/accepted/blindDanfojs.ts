// Written: blind from the statement, by someone who had not seen the suite.
import { DataFrame } from 'danfojs-node';
import {
  mean,
  numericSort,
  quantileSorted,
  sampleCorrelation,
  sampleStandardDeviation,
} from 'simple-statistics';

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
const NUMBER = /^[+-]?\$?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
const UNEVEN = /\s\s|[^\S ]/; // inner white space that is not one plain space

/** One cell as the type of its column wants it; missing is null. */
export function parseCell(value: Cell, type: ColumnType): CleanCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (type === 'number') {
    if (typeof value === 'number') return value;
    if (typeof value !== 'string') return null;
    const text = value.trim();
    if (!NUMBER.test(text)) return null; // no missing word looks like a number
    const parsed = Number(
      text.includes('$') || text.includes(',') ? text.replace(/[$,]/g, '') : text,
    );
    return Number.isFinite(parsed) ? parsed : null; // 1e999 overflows to Infinity
  }
  const nfc = String(value).normalize('NFC').trim();
  const text = (UNEVEN.test(nfc) ? nfc.replace(/\s+/g, ' ') : nfc).toLowerCase();
  return MISSING.has(text) ? null : text;
}

/** A record that survives column names such as "__proto__". */
function record<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries);
}

/** Parses every cell, then drops duplicate rows. */
export function cleanTable(table: Table, schema: Schema): CleanResult {
  const types = table.columns.map((name) => schema[name]);
  const nulls = types.map(() => 0);
  const seen = new Set<string>();
  const rows: CleanCell[][] = [];
  for (const raw of table.rows) {
    const row: CleanCell[] = new Array(types.length);
    for (let c = 0; c < types.length; c++) row[c] = parseCell(raw[c], types[c]);
    const key = JSON.stringify(row);
    if (seen.has(key)) continue;
    seen.add(key);
    rows.push(row);
    for (let c = 0; c < row.length; c++) if (row[c] === null) nulls[c]++;
  }
  return {
    table: { columns: [...table.columns], rows },
    duplicatesRemoved: table.rows.length - rows.length,
    missing: record(table.columns.map((name, c) => [name, nulls[c]])),
  };
}

/**
 * The columns of a table by way of danfojs. Its DataFrame defines a property per column (a column
 * "values" or "shape" recurses for ever) and refuses equal names, hence names of our own; without
 * rows or columns it has nothing to transpose.
 */
function columnsOf(table: CleanTable): CleanCell[][] {
  const width = table.columns.length;
  if (width === 0 || table.rows.length === 0) return table.columns.map(() => []);
  const names = table.columns.map((_, c) => `c${c}`);
  const rows = table.rows.map((row) => names.map((_, c) => row[c] ?? null));
  const frame = new DataFrame(rows, { columns: names });
  return names.map((name) => frame.column(name).values as CleanCell[]);
}

const isNumber = (cell: CleanCell): cell is number =>
  typeof cell === 'number' && Number.isFinite(cell);

/** Sorted present numbers of a column. */
const presentNumbers = (column: CleanCell[]): number[] => numericSort(column.filter(isNumber));

/** The most frequent string, the smallest on ties (the modes of the libraries are for numbers). */
function mostFrequent(column: CleanCell[]): string | null {
  const counts = new Map<string, number>();
  for (const cell of column)
    if (typeof cell === 'string') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let best: string | null = null;
  let bestCount = 0;
  for (const [value, count] of counts) {
    if (count > bestCount || (count === bestCount && best !== null && value < best)) {
      best = value;
      bestCount = count;
    }
  }
  return best;
}

/** f(values), once more on a smaller scale when it overflows (f is homogeneous). */
function safely(f: (values: number[]) => number, values: number[]): number {
  const result = f(values);
  return Number.isFinite(result) ? result : f(values.map((v) => v * 2 ** -64)) * 2 ** 64;
}

const quantileOf = (sorted: number[], p: number): number =>
  safely((v) => quantileSorted(v, p), sorted);

/** What to fill the gaps of each column with, learned from the training table. */
export function fitImputer(table: CleanTable, schema: Schema): Fills {
  const columns = columnsOf(table);
  return record<number | string | null>(
    table.columns.map((name, c) => {
      if (schema[name] !== 'number') return [name, mostFrequent(columns[c])];
      const sorted = presentNumbers(columns[c]);
      return [name, sorted.length === 0 ? null : quantileOf(sorted, 0.5)];
    }),
  );
}

/** A copy of the table with its gaps filled from `fills` alone. */
export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  const fill = table.columns.map((name) =>
    Object.hasOwn(fills, name) ? (fills[name] ?? null) : null,
  );
  return {
    columns: [...table.columns],
    rows: table.rows.map((row) => fill.map((f, c) => row[c] ?? f)),
  };
}

/**
 * Values moved to start at 0 and scaled into [-1, 1], so that squares neither overflow nor vanish;
 * null when they are constant.
 */
function standardized(values: number[]): { unit: number[]; scale: number } | null {
  let factor = 1;
  let moved = values.map((v) => v - values[0]);
  if (!moved.every(Number.isFinite)) {
    factor = 2;
    moved = values.map((v) => v / 2 - values[0] / 2);
  }
  const scale = moved.reduce((a, v) => Math.max(a, Math.abs(v)), 0);
  return scale === 0 ? null : { unit: moved.map((v) => v / scale), scale: scale * factor };
}

function std(values: number[]): number | null {
  if (values.length < 2) return null;
  const s = standardized(values);
  if (s === null) return 0;
  return sampleStandardDeviation(s.unit) * s.scale;
}

function summarizeColumn(column: CleanCell[], total: number): Summary {
  const sorted = presentNumbers(column);
  const count = sorted.length;
  const missing = total - count;
  if (count === 0) {
    return {
      count,
      missing,
      mean: null,
      std: null,
      min: null,
      q1: null,
      median: null,
      q3: null,
      max: null,
      outliers: 0,
    };
  }
  const q1 = quantileOf(sorted, 0.25);
  const q3 = quantileOf(sorted, 0.75);
  const reach = 1.5 * (q3 - q1);
  const low = q1 - reach;
  const high = q3 + reach;
  return {
    count,
    missing,
    mean: safely(mean, sorted),
    std: std(sorted),
    min: sorted[0],
    q1,
    median: quantileOf(sorted, 0.5),
    q3,
    max: sorted[count - 1],
    outliers: sorted.filter((v) => v < low || v > high).length,
  };
}

/** Statistics of each number column. */
export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  const columns = columnsOf(table);
  const entries: [string, Summary][] = [];
  table.columns.forEach((name, c) => {
    if (schema[name] === 'number')
      entries.push([name, summarizeColumn(columns[c], table.rows.length)]);
  });
  return record(entries);
}

function correlation(a: CleanCell[], b: CleanCell[], same: boolean): number | null {
  const x: number[] = [];
  const y: number[] = [];
  for (let r = 0; r < a.length; r++) {
    const u = a[r];
    const v = b[r];
    if (isNumber(u) && isNumber(v)) {
      x.push(u);
      y.push(v);
    }
  }
  if (x.length < 2) return null;
  const sx = standardized(x);
  const sy = standardized(y);
  if (sx === null || sy === null) return null;
  if (same) return 1;
  return Math.max(-1, Math.min(1, sampleCorrelation(sx.unit, sy.unit)));
}

/** Pearson correlations of the number columns, pair by pair. */
export function correlations(table: CleanTable, schema: Schema): Correlations {
  const all = columnsOf(table);
  const numeric = table.columns
    .map((_, c) => c)
    .filter((c) => schema[table.columns[c]] === 'number');
  const matrix: (number | null)[][] = numeric.map(() => new Array(numeric.length).fill(null));
  for (let i = 0; i < numeric.length; i++) {
    for (let j = i; j < numeric.length; j++) {
      matrix[i][j] = matrix[j][i] = correlation(all[numeric[i]], all[numeric[j]], i === j);
    }
  }
  return { columns: numeric.map((c) => table.columns[c]), matrix };
}
