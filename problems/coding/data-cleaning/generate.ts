// Hidden tables of the data-cleaning problem, from the run's seed, and the oracle.
// Also visible: 'São Paulo', 'New York' (the fixture is made by customersTable)
import type { Random } from '#judge/suite/api.ts';
import type {
  Cell,
  CleanCell,
  CleanTable,
  Schema,
  Table,
} from '../../../solutions/data-cleaning/accepted/reference.ts';

export {
  cleanTable as expectedClean,
  correlations as expectedCorrelations,
  fitImputer as expectedFills,
  summarize as expectedSummary,
} from '../../../solutions/data-cleaning/accepted/reference.ts';
export type { Cell, CleanCell, CleanTable, Schema, Table };

/** Texts that mean "missing", as people type them. */
const missingTexts = ['', 'na', 'n/a', 'nan', 'null', 'none', 'unknown', '-', '?'];

/** Everything that means "missing", the texts in several cases and paddings. */
export function missingCells(random: Random): Cell[] {
  const dressed = missingTexts.flatMap((text) => [
    text,
    text.toUpperCase(),
    ` ${text.charAt(0).toUpperCase()}${text.slice(1)}${random.pick([' ', '\t', '  '])}`,
  ]);
  return random.shuffle([...dressed, null, undefined, NaN, Infinity, -Infinity]);
}

export const customersSchema: Schema = {
  customer_id: 'string',
  city: 'string',
  plan: 'string',
  age: 'number',
  income: 'number',
  visits: 'number',
  score: 'number',
  flat: 'number',
  ghost: 'string',
};

const cities = ['London', 'Paris', 'São Paulo', 'New York', 'Zürich', 'Kraków', 'Lagos', 'Pune'];
const plans = ['basic', 'plus', 'pro'];

/**
 * A customers table typed by hand: gaps in several spellings, ages and incomes as text, outliers,
 * garbage, duplicates exact and near, a constant column (`flat`), an empty one (`ghost`).
 */
export function customersTable(random: Random, rowCount: number): Table {
  const rows: Cell[][] = [];
  while (rows.length < rowCount) {
    const earlier = rows.length > 0 && random.float() < 0.08 ? random.pick(rows) : undefined;
    rows.push(earlier === undefined ? customer(random, rows.length + 1) : retyped(earlier, random));
  }
  return { columns: Object.keys(customersSchema), rows };
}

function customer(random: Random, id: number): Cell[] {
  const age = random.int(18, 80);
  const income = Math.round(900 * age + 9000 * random.normal() + 20_000);
  const isOutlier = random.float() < 0.02;
  const score = Math.round(1000 - income / 100 + 40 * random.normal()) / 10;
  const row: Cell[] = [
    `c-${String(id).padStart(4, '0')}`,
    random.pick(cities),
    random.pick(plans),
    ageCell(age, random),
    moneyCell(isOutlier ? 20 * income : income, random),
    random.int(0, 30),
    score,
    0.1,
    random.pick(missingTexts),
  ];
  return row.map((cell, column) => (column > 0 && random.float() < 0.07 ? gap(random) : cell));
}

function gap(random: Random): Cell {
  return random.pick<Cell>(['', 'N/A', 'unknown', '-', '?', ' None ', 'NaN', null]);
}

function ageCell(age: number, random: Random): Cell {
  const draw = random.float();
  if (draw < 0.02) return random.pick<Cell>(['twelve', '0x10', true, 'Infinity']);
  return draw < 0.32 ? ` ${age}` : age;
}

function moneyCell(amount: number, random: Random): Cell {
  const withCommas = String(amount).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  const sign = amount < 0 ? '-' : '';
  return random.pick<Cell>([
    amount,
    String(amount),
    withCommas,
    `${sign}$${withCommas.replace('-', '')}`,
    ` ${amount}.00 `,
  ]);
}

/** The same row typed again: other case and white space, the same meaning. */
function retyped(row: readonly Cell[], random: Random): Cell[] {
  return row.map((cell) => {
    if (typeof cell !== 'string') return cell;
    return random.pick([cell, cell.toUpperCase(), ` ${cell}`, cell.replace(' ', '   ')]);
  });
}

/** Tables that need no parsing: plain numbers and lower-case words, few enough to repeat. */
export function tidyTable(random: Random, rowCount: number): { table: Table; schema: Schema } {
  const rows = Array.from({ length: rowCount }, (): Cell[] => [
    random.pick(['ada', 'bob', 'cy']),
    random.pick(['x', 'y', null]),
    random.int(1, 4),
  ]);
  const schema: Schema = { name: 'string', kind: 'string', level: 'number' };
  return { table: { columns: Object.keys(schema), rows }, schema };
}

/** A clean table with gaps: numbers `a`, `b` (grows with a), `c` (falls), `d`, and words `word`. */
export function gappyTable(random: Random, rowCount: number): CleanTable {
  const rows = Array.from({ length: rowCount }, (): CleanCell[] => {
    const a = 10 * random.normal();
    const row = [a, 2 * a + 8 * random.normal(), 30 - a + 5 * random.normal(), random.int(0, 9)];
    const cells: CleanCell[] = [...row, random.pick(['red', 'green', 'blue', 'grey'])];
    return cells.map((cell) => (random.float() < 0.15 ? null : cell));
  });
  return { columns: Object.keys(gappySchema), rows };
}

export const gappySchema: Schema = {
  a: 'number',
  b: 'number',
  c: 'number',
  d: 'number',
  word: 'string',
};

/** 45,000 rows × 9 columns of tidy and untidy cells; one row in twenty is a duplicate. */
export function largeTable(random: Random, rowCount: number): { table: Table; schema: Schema } {
  const schema: Schema = { ...customersSchema, ghost: 'number' };
  const rows: Cell[][] = [];
  for (let id = 0; id < rowCount; id += 1) {
    const earlier = id % 20 === 19 ? rows[random.int(0, id - 1)] : undefined;
    rows.push(
      earlier ?? [
        `C-${id}`,
        cities[id % cities.length],
        plans[id % plans.length],
        random.int(18, 80),
        `$${random.int(10, 99)},${random.int(100, 999)}`,
        random.int(0, 30),
        random.float(),
        0.1,
        'n/a',
      ],
    );
  }
  return { table: { columns: Object.keys(schema), rows }, schema };
}
