// Written: blind from the statement, by someone who had not seen the suite.
// Column-oriented data cleaning: no library, hand-written number scanner, integer-id row hashing.

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

// ---------------------------------------------------------------- cells

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'unknown', '-', '?']);
const LONGEST_MISSING = 7;

function isMissingText(trimmed: string): boolean {
  return trimmed.length <= LONGEST_MISSING && MISSING.has(trimmed.toLowerCase());
}

const PLUS = 43,
  COMMA = 44,
  MINUS = 45,
  DOT = 46,
  DOLLAR = 36,
  UPPER_E = 69,
  LOWER_E = 101;

/** Index of the first non-digit at or after `from`. */
function skipDigits(s: string, from: number): number {
  let i = from;
  while (i < s.length) {
    const c = s.charCodeAt(i);
    if (c < 48 || c > 57) break;
    i++;
  }
  return i;
}

/** [sign] [$] (digits | d{1,3}(,ddd)+)? [. digits] [e [sign] digits]; null when it is anything else. */
function scanNumber(s: string): number | null {
  let i = 0;
  let negative = false;
  const first = s.charCodeAt(0);
  if (first === PLUS || first === MINUS) {
    negative = first === MINUS;
    i++;
  }
  if (s.charCodeAt(i) === DOLLAR) i++;

  const start = i;
  i = skipDigits(s, i);
  const whole = i - start;
  let commas = false;
  if (s.charCodeAt(i) === COMMA) {
    if (whole < 1 || whole > 3) return null;
    commas = true;
    while (s.charCodeAt(i) === COMMA) {
      const end = skipDigits(s, i + 1);
      if (end - i !== 4) return null;
      i = end;
    }
  }
  let fraction = 0;
  if (s.charCodeAt(i) === DOT) {
    const end = skipDigits(s, i + 1);
    fraction = end - i - 1;
    if (fraction === 0) return null; // '5.' and '.'
    i = end;
  }
  if (whole === 0 && fraction === 0) return null;
  const e = s.charCodeAt(i);
  if (e === LOWER_E || e === UPPER_E) {
    i++;
    const sign = s.charCodeAt(i);
    if (sign === PLUS || sign === MINUS) i++;
    const end = skipDigits(s, i);
    if (end === i) return null;
    i = end;
  }
  if (i !== s.length) return null;

  const body = s.slice(start);
  const magnitude = Number(commas ? body.replaceAll(',', '') : body);
  if (!Number.isFinite(magnitude)) return null; // 1e999
  return negative ? -magnitude : magnitude;
}

/** One cell as the type of its column wants it; missing is null. */
export function parseCell(value: Cell, type: ColumnType): CleanCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return type === 'number' ? value : String(value);
  }
  if (typeof value === 'boolean') return type === 'number' ? null : String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  if (isMissingText(trimmed)) return null;
  if (type === 'number') return scanNumber(trimmed);
  return trimmed.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

// ---------------------------------------------------------------- table

/** One parsed column with a small integer per distinct value (0 is missing). */
function parseColumn(
  rows: Cell[][],
  at: number,
  type: ColumnType,
): { cells: CleanCell[]; ids: Int32Array } {
  const n = rows.length;
  const cells: CleanCell[] = new Array(n);
  const ids = new Int32Array(n);
  const idOf = new Map<CleanCell, number>(); // SameValueZero: -0 and 0 are one value
  const seen = new Map<string, number>(); // raw text -> the first row that holds it
  for (let r = 0; r < n; r++) {
    const raw = rows[r][at];
    if (typeof raw === 'string') {
      const before = seen.get(raw);
      if (before !== undefined) {
        cells[r] = cells[before];
        ids[r] = ids[before];
        continue;
      }
      seen.set(raw, r);
    }
    const cell = parseCell(raw, type);
    cells[r] = cell;
    if (cell === null) continue;
    let id = idOf.get(cell);
    if (id === undefined) {
      id = idOf.size + 1;
      idOf.set(cell, id);
    }
    ids[r] = id;
  }
  return { cells, ids };
}

/** The rows that are the first of their kind, in order. Open addressing over the integer ids. */
function firstOfKind(ids: Int32Array[], n: number): number[] {
  const hash = new Int32Array(n);
  for (const column of ids) {
    for (let r = 0; r < n; r++) {
      let h = Math.imul(hash[r] ^ column[r], 0x9e3779b1);
      h ^= h >>> 15;
      hash[r] = Math.imul(h, 0x85ebca6b) + 0x27d4eb2f;
    }
  }
  let size = 16;
  while (size < 2 * n) size *= 2;
  const slots = new Int32Array(size); // row + 1, 0 is free
  const kept: number[] = [];
  for (let r = 0; r < n; r++) {
    const h = hash[r];
    let slot = (h ^ (h >>> 16)) & (size - 1);
    for (;;) {
      const other = slots[slot] - 1;
      if (other < 0) {
        slots[slot] = r + 1;
        kept.push(r);
        break;
      }
      if (hash[other] === h && ids.every((column) => column[other] === column[r])) break;
      slot = (slot + 1) & (size - 1);
    }
  }
  return kept;
}

/** Parses every cell, then drops duplicate rows. */
export async function cleanTable(table: Table, schema: Schema): Promise<CleanResult> {
  const { columns, rows } = table;
  const parsed = columns.map((name, c) => parseColumn(rows, c, schema[name]));
  const kept = firstOfKind(
    parsed.map((p) => p.ids),
    rows.length,
  );
  const missing = columns.map((name, c): [string, number] => {
    const { ids } = parsed[c];
    let count = 0;
    for (const r of kept) if (ids[r] === 0) count++;
    return [name, count];
  });
  const width = columns.length;
  const out = kept.map((r) => {
    const row: CleanCell[] = new Array(width);
    for (let c = 0; c < width; c++) row[c] = parsed[c].cells[r];
    return row;
  });
  return {
    table: { columns: columns.slice(), rows: out },
    duplicatesRemoved: rows.length - kept.length,
    missing: Object.fromEntries(missing), // defines own keys, even '__proto__'
  };
}

// ---------------------------------------------------------------- imputer

function isMissing(cell: CleanCell | undefined): cell is null | undefined {
  return cell === null || cell === undefined || (typeof cell === 'number' && Number.isNaN(cell));
}

function presentNumbers(rows: CleanCell[][], at: number): Float64Array {
  const values = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) {
    const cell = row[at];
    if (typeof cell === 'number' && Number.isFinite(cell)) values[n++] = cell;
  }
  return values.slice(0, n);
}

/** Linear interpolation between order statistics (type 7); `sorted` is not empty. */
function quantile(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const lo = sorted[below];
  const part = h - below;
  if (part === 0) return lo;
  const hi = sorted[below + 1];
  if (part === 0.5 && Number.isFinite(lo + hi)) return (lo + hi) / 2;
  const step = hi - lo;
  return Number.isFinite(step) ? lo + part * step : lo * (1 - part) + hi * part;
}

function mostFrequent(rows: CleanCell[][], at: number): CleanCell {
  const counts = new Map<string | number, number>();
  for (const row of rows) {
    const cell = row[at];
    if (!isMissing(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  let best: CleanCell = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most || (count === most && best !== null && value < best)) {
      best = value;
      most = count;
    }
  }
  return best;
}

/** What to fill the gaps of each column with, learned from the training table. */
export async function fitImputer(table: CleanTable, schema: Schema): Promise<Fills> {
  return Object.fromEntries(
    table.columns.map((name, c): [string, CleanCell] => {
      if (schema[name] !== 'number') return [name, mostFrequent(table.rows, c)];
      const sorted = presentNumbers(table.rows, c).sort();
      return [name, sorted.length === 0 ? null : quantile(sorted, 0.5)];
    }),
  );
}

/** A copy of the table with its gaps filled from `fills` alone. */
export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  const fill = table.columns.map((name) =>
    Object.hasOwn(fills, name) ? (fills[name] ?? null) : null,
  );
  return {
    columns: table.columns.slice(),
    rows: table.rows.map((row) =>
      fill.map((value, c) => {
        const cell = row[c];
        return isMissing(cell) ? value : cell;
      }),
    ),
  };
}

// ---------------------------------------------------------------- statistics

/** Neumaier's compensated mean; the scale keeps the sum from overflowing. */
function meanOf(values: Float64Array, largest: number): number {
  const scale = largest > 2 ** 960 ? 2 ** -60 : 1;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const x = value * scale;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length / scale;
}

/** Maps [min, max] (min < max) to [0, 1]: keeps Welford away from big offsets, overflow, underflow. */
function unitScale(min: number, max: number): { low: number; range: number; shrink: number } {
  const shrink = Number.isFinite(max - min) ? 1 : 0.25;
  return { low: min * shrink, range: max * shrink - min * shrink, shrink };
}

function sampleStd(values: Float64Array, min: number, max: number): number | null {
  if (values.length < 2) return null;
  if (min === max) return 0;
  const { low, range, shrink } = unitScale(min, max);
  let n = 0;
  let mean = 0;
  let m2 = 0;
  for (const value of values) {
    const u = (value * shrink - low) / range;
    const delta = u - mean;
    mean += delta / ++n;
    m2 += delta * (u - mean);
  }
  return (Math.sqrt(m2 / (n - 1)) * range) / shrink;
}

function summarizeColumn(rows: CleanCell[][], at: number): Summary {
  const sorted = presentNumbers(rows, at).sort();
  const count = sorted.length;
  const missing = rows.length - count;
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
  const min = sorted[0];
  const max = sorted[count - 1];
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const reach = 1.5 * (q3 - q1);
  let outliers = 0;
  for (const x of sorted) if (x < q1 - reach || x > q3 + reach) outliers++;
  return {
    count,
    missing,
    mean: min === max ? min : meanOf(sorted, Math.max(Math.abs(min), Math.abs(max))),
    std: sampleStd(sorted, min, max),
    min,
    q1,
    median: quantile(sorted, 0.5),
    q3,
    max,
    outliers,
  };
}

function numberColumns(table: CleanTable, schema: Schema): number[] {
  return [...table.columns.keys()].filter((c) => schema[table.columns[c]] === 'number');
}

/** Statistics of each number column. */
export async function summarize(
  table: CleanTable,
  schema: Schema,
): Promise<Record<string, Summary>> {
  return Object.fromEntries(
    numberColumns(table, schema).map((c): [string, Summary] => [
      table.columns[c],
      summarizeColumn(table.rows, c),
    ]),
  );
}

function pearson(a: Float64Array, b: Float64Array): number | null {
  let n = 0;
  let minA = Infinity,
    maxA = -Infinity,
    minB = Infinity,
    maxB = -Infinity;
  for (let r = 0; r < a.length; r++) {
    const x = a[r];
    const y = b[r];
    if (x !== x || y !== y) continue;
    n++;
    if (x < minA) minA = x;
    if (x > maxA) maxA = x;
    if (y < minB) minB = y;
    if (y > maxB) maxB = y;
  }
  if (n < 2 || minA === maxA || minB === maxB) return null;
  if (a === b) return 1;
  const sa = unitScale(minA, maxA);
  const sb = unitScale(minB, maxB);
  let k = 0,
    meanA = 0,
    meanB = 0,
    m2A = 0,
    m2B = 0,
    both = 0;
  for (let r = 0; r < a.length; r++) {
    if (a[r] !== a[r] || b[r] !== b[r]) continue;
    const x = (a[r] * sa.shrink - sa.low) / sa.range;
    const y = (b[r] * sb.shrink - sb.low) / sb.range;
    k++;
    const dx = x - meanA;
    const dy = y - meanB;
    meanA += dx / k;
    meanB += dy / k;
    m2A += dx * (x - meanA);
    m2B += dy * (y - meanB);
    both += dx * (y - meanB);
  }
  return Math.max(-1, Math.min(1, both / (Math.sqrt(m2A) * Math.sqrt(m2B))));
}

/** Pearson correlations of the number columns, pair by pair. */
export async function correlations(table: CleanTable, schema: Schema): Promise<Correlations> {
  const at = numberColumns(table, schema);
  const data = at.map((c) =>
    Float64Array.from(table.rows, (row) => {
      const cell = row[c];
      return typeof cell === 'number' && Number.isFinite(cell) ? cell : NaN;
    }),
  );
  const matrix: (number | null)[][] = at.map(() => new Array(at.length).fill(null));
  for (let i = 0; i < at.length; i++) {
    for (let j = i; j < at.length; j++) matrix[i][j] = matrix[j][i] = pearson(data[i], data[j]);
  }
  return { columns: at.map((c) => table.columns[c]), matrix };
}
