// Written: by the author, in plain TypeScript; also the oracle of the hidden suite.
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

export type * from '../../../starters/data-cleaning.ts';

const missingWords = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'unknown', '-', '?']);
const numeral = /^[+-]?\$?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

export function parseCell(value: Cell, type: ColumnType): CleanCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  const text = String(value).trim();
  if (missingWords.has(text.toLowerCase())) return null;
  if (type === 'string') return text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || !numeral.test(text)) return null;
  const number = Number(text.replace(/[$,]/g, ''));
  return Number.isFinite(number) ? number : null;
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema)));
}

export function parseRows(table: Table, schema: Schema, parse = parseCell): CleanCell[][] {
  const types = table.columns.map((column) => schema[column] ?? 'string');
  return table.rows.map((row) => types.map((type, index) => parse(row[index], type)));
}

/** The first row of each key, in their order. */
export function deduplicate<Row>(rows: Row[], keyOf: (row: Row) => string = JSON.stringify): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    return !seen.has(key) && seen.add(key);
  });
}

export function cleaned({ columns, rows }: Table, kept: CleanCell[][]): CleanResult {
  const missing = columns.map((column, index): [string, number] => [
    column,
    kept.filter((row) => row[index] === null).length,
  ]);
  return {
    table: { columns: [...columns], rows: kept },
    duplicatesRemoved: rows.length - kept.length,
    missing: Object.fromEntries(missing),
  };
}

export function fitImputer(
  table: CleanTable,
  schema: Schema,
  ofNumbers = median,
  ofTexts = mode,
): Fills {
  const fills = table.columns.map((column, index) => {
    const isNumber = schema[column] === 'number';
    return [
      column,
      isNumber ? ofNumbers(numbersAt(table, index)) : ofTexts(stringsAt(table, index)),
    ];
  });
  return Object.fromEntries(fills);
}

export function applyImputer({ columns, rows }: CleanTable, fills: Fills): CleanTable {
  const fillAt = columns.map((column) => (Object.hasOwn(fills, column) ? fills[column] : null));
  return {
    columns: [...columns],
    rows: rows.map((row) => row.map((cell, index) => cell ?? fillAt[index] ?? null)),
  };
}

export function summarize(
  table: CleanTable,
  schema: Schema,
  describe = summaryOf,
): Record<string, Summary> {
  const numeric = numberColumns(table, schema);
  return Object.fromEntries(
    numeric.map(({ column, index }) => {
      const values = numbersAt(table, index);
      return [column, describe(values, table.rows.length - values.length)];
    }),
  );
}

export function correlations(
  table: CleanTable,
  schema: Schema,
  correlate = correlation,
): Correlations {
  const numeric = numberColumns(table, schema);
  const matrix = numeric.map((a) =>
    numeric.map((b) => {
      const pairs = table.rows.flatMap((row) => {
        const [x, y] = [row[a.index], row[b.index]];
        return typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [];
      });
      const r = correlate(
        pairs.map(({ x }) => x),
        pairs.map(({ y }) => y),
      );
      return a.index === b.index && r !== null ? 1 : r;
    }),
  );
  return { columns: numeric.map(({ column }) => column), matrix };
}

export function numberColumns(
  { columns }: CleanTable,
  schema: Schema,
): { column: string; index: number }[] {
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => schema[column] === 'number');
}

export function numbersAt({ rows }: CleanTable, index: number): number[] {
  return rows.map((row) => row[index]).filter((cell) => typeof cell === 'number');
}

function stringsAt({ rows }: CleanTable, index: number): string[] {
  return rows.map((row) => row[index]).filter((cell) => typeof cell === 'string');
}

export function summaryOf(values: number[], missing: number): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const reach = q1 === null || q3 === null ? 0 : 1.5 * (q3 - q1);
  const isOutlier = (value: number): boolean =>
    q1 !== null && q3 !== null && (value < q1 - reach || value > q3 + reach);
  return {
    count: values.length,
    missing,
    mean: values.length === 0 ? null : mean(values),
    std: values.length < 2 ? null : sampleStd(values),
    min: sorted[0] ?? null,
    q1,
    median: quantile(sorted, 0.5),
    q3,
    max: sorted.at(-1) ?? null,
    outliers: values.filter(isOutlier).length,
  };
}

export function median(values: number[]): number | null {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Linear interpolation between order statistics: type 7 of Hyndman and Fan (1996). */
export function quantile(sorted: readonly number[], p: number): number | null {
  const position = (sorted.length - 1) * p;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (position - Math.floor(position));
}

export function mode(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) {
    const bestCount = best === null ? 0 : (counts.get(best) ?? 0);
    if (best === null || count > bestCount || (count === bestCount && value < best)) best = value;
  }
  return best;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sampleStd(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Also true of fewer than two values. Compares values: a variance of 0.1, 0.1, 0.1 is not quite 0. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]) || values.length < 2;
}

function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  return isConstant(xs) || isConstant(ys) ? null : pearson(xs, ys);
}

export function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [index, x] of xs.entries()) {
    const dx = x - meanX;
    const dy = (ys[index] ?? 0) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
