// Also visible: ' London ' and '12,34,567' (examples of the statement), 'Infinity' (a spelling)
import { z } from 'zod';
import {
  check,
  checkSame,
  findDifference,
  isSameNumber,
  subtask,
  test,
  type Candidate,
  type Random,
} from '#judge/suite/api.ts';
import {
  customersSchema,
  customersTable,
  expectedClean,
  expectedCorrelations,
  expectedFills,
  expectedSummary,
  gappySchema,
  gappyTable,
  largeTable,
  missingCells,
  tidyTable,
  type Cell,
  type CleanCell,
  type CleanTable,
  type Schema,
  type Table,
} from './generate.ts';

const Parsed = z.union([z.string(), z.number(), z.null(), z.undefined(), z.nan()]);
const CleanTableAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Parsed)),
});
const CleanAnswer = z.object({
  table: CleanTableAnswer,
  duplicatesRemoved: z.number(),
  missing: z.record(z.string(), z.number()),
});
const Fills = z.record(z.string(), Parsed);
const statistic = z.union([z.number(), z.nan(), z.null(), z.undefined()]);
const Summaries = z.record(z.string(), z.record(z.string(), statistic));
const Correlations = z.object({
  columns: z.array(z.string()),
  matrix: z.array(z.array(statistic)),
});

const keepsArguments = { keepsArguments: true };

/** One number column `a`, holding `cells`. */
const columnOf = (cells: readonly CleanCell[]): CleanTable => ({
  columns: ['a'],
  rows: cells.map((cell) => [cell]),
});

/** A table of strings only. */
function wordsTable(rows: Cell[][]): { table: Table; schema: Schema } {
  const columns = ['p', 'q', 'r'].slice(0, Math.max(1, ...rows.map((row) => row.length)));
  return {
    table: { columns, rows },
    schema: Object.fromEntries(columns.map((column) => [column, 'string'])),
  };
}

const show = (cell: Cell): string =>
  typeof cell === 'string' ? JSON.stringify(cell) : String(cell);

async function checkParsed(
  candidate: Candidate,
  type: 'number' | 'string',
  cases: readonly (readonly [cell: Cell, expected: CleanCell, what: string])[],
): Promise<void> {
  for (const [cell, expected, what] of cases) {
    checkSame(
      await candidate.call('parseCell', [cell, type], Parsed),
      expected,
      `in a ${type} column, your parseCell of ${what}`,
    );
  }
}

async function checkClean(
  candidate: Candidate,
  { table, schema }: { table: Table; schema: Schema },
  what: string,
): Promise<void> {
  const answer = await candidate.call('cleanTable', [table, schema], CleanAnswer);
  checkSame(answer, expectedClean(table, schema), `${what}: your cleanTable`);
}

subtask(
  'contract',
  async ({ candidate }) => {
    const { table } = await candidate.call(
      'cleanTable',
      [{ columns: ['a'], rows: [[1]] }, { a: 'number' }],
      CleanAnswer,
    );
    checkSame(table, { columns: ['a'], rows: [[1]] }, 'a table of the number 1: your cleanTable');
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const rows = [
        [' London ', '41'],
        ['london', 41],
        ['Paris', 'N/A'],
      ];
      await checkClean(
        candidate,
        { table: { columns: ['city', 'age'], rows }, schema: { city: 'string', age: 'number' } },
        'example of the statement',
      );
    });

    test('a table without rows', async ({ candidate }) => {
      const schema: Schema = { a: 'number', b: 'string' };
      const empty = { columns: ['a', 'b'], rows: [] };
      await checkClean(candidate, { table: empty, schema }, 'no rows');
      const fills = await candidate.call('fitImputer', [empty, schema], Fills);
      checkSame(fills, { a: null, b: null }, 'no rows: your fitImputer');
      checkSame(
        await candidate.call('applyImputer', [empty, { a: 1, b: 'x' }], CleanTableAnswer),
        empty,
        'no rows: your applyImputer',
      );
    });
  },
);

subtask(
  'parsing',
  async ({ candidate }) => {
    await checkParsed(candidate, 'number', [[7, 7, 'the number 7']]);
    await checkParsed(candidate, 'string', [['a', 'a', 'the text "a"']]);
  },
  () => {
    for (const type of ['number', 'string'] as const) {
      test(`missing in a ${type} column`, async ({ candidate, random }) => {
        const cells = missingCells(random);
        await checkParsed(
          candidate,
          type,
          cells.map((cell) => [cell, null, `the missing value ${show(cell)}`]),
        );
      });
    }

    test('numbers written in many ways', async ({ candidate, random }) => {
      const whole = random.int(100, 999);
      await checkParsed(candidate, 'number', [
        [0, 0, 'the number 0'],
        [-2.5, -2.5, 'a negative number'],
        [`${whole}`, whole, 'digits'],
        [`  ${whole}\t`, whole, 'digits with white space around'],
        [`-${whole}.25`, -whole - 0.25, 'a negative decimal'],
        [`+${whole}`, whole, 'a plus sign'],
        ['.5', 0.5, 'a decimal without leading digit'],
        ['.125', 0.125, 'decimals without leading digit'],
        [`$${whole}.50`, whole + 0.5, 'a price'],
        [`-$1,${whole}`, -1000 - whole, 'a negative price with comma'],
        [`1,234,${whole}`, 1_234_000 + whole, 'two thousands commas'],
        [`12,${whole}.75`, 12_000.75 + whole, 'comma and decimals'],
        ['1e3', 1000, 'an exponent'],
        ['2.5E-2', 0.025, 'a negative exponent'],
        ['7e10', 7e10, 'an exponent of two digits'],
      ]);
    });

    test('what is no number', async ({ candidate, random }) => {
      const whole = random.int(100, 999);
      await checkParsed(
        candidate,
        'number',
        [
          `${whole}abc`,
          `abc${whole}`,
          '1,2',
          '12,34,567',
          '1234,567',
          `,${whole}`,
          '0x10',
          `1 ${whole}`,
          '1-2',
          '1.2.3',
          'Infinity',
          '-Infinity',
          '$-5',
          '$',
          'e5',
          'twelve',
          true,
          false,
        ].map((cell) => [cell, null, `what is no number (${typeof cell})`] as const),
      );
    });

    test('texts brought to one form', async ({ candidate }) => {
      await checkParsed(candidate, 'string', [
        ['  New   YORK ', 'new york', 'a text with stray white space and capitals'],
        ['a\t\n b', 'a b', 'a text with tabs inside'],
        ['Cafe\u0301', 'caf\u00e9', 'a text with a combining accent (NFC)'],
        [12.5, '12.5', 'a number'],
        [0, '0', 'the number 0'],
        [true, 'true', 'a boolean'],
        [false, 'false', 'the boolean false'],
        ['Nancy', 'nancy', 'a text that only begins like a missing one'],
        ['0', '0', 'the text "0"'],
      ]);
    });
  },
);

subtask(
  'duplicates',
  async ({ candidate }) => {
    await checkClean(
      candidate,
      wordsTable([
        ['a', 'b'],
        ['a', 'b'],
      ]),
      'two equal rows',
    );
  },
  () => {
    test('rows that only look equal when joined', async ({ candidate }) => {
      for (const separator of ['|', '-', ',', ', ', ';', ' ', '_', '', '","']) {
        await checkClean(
          candidate,
          wordsTable([
            [`a${separator}b`, 'c'],
            ['a', `b${separator}c`],
          ]),
          'cells that hold a separator',
        );
      }
    });

    test('missing equals missing', async ({ candidate }) => {
      await checkClean(
        candidate,
        wordsTable([
          ['a', null],
          ['b', 'x'],
          ['a', ''],
          ['a', ' NULL '],
        ]),
        'rows with gaps in several spellings',
      );
    });

    test('case and white space', async ({ candidate }) => {
      await checkClean(
        candidate,
        wordsTable([
          ['Ada  Byron', 'x'],
          ['ada byron ', 'X'],
          ['adabyron', 'x'],
        ]),
        'the same text typed in two ways',
      );
    });

    test('the whole row counts, the first one stays', async ({ candidate }) => {
      await checkClean(
        candidate,
        wordsTable([
          ['b', 'y', 'z'],
          ['a', 'x', 'z'],
          ['b', 'x', 'z'],
          ['a', 'y', 'z'],
          ['a', 'x', 'z'],
          ['b', 'y', 'z'],
          ['c', 'y', 'z'],
        ]),
        'rows that share some cells',
      );
    });

    test('ragged rows', async ({ candidate }) => {
      const { schema } = wordsTable([['p', 'q', 'r']]);
      const rows = [['a'], ['a', null, null], ['a', 'b', 'c', 'extra'], ['a', 'b', 'c'], []];
      await checkClean(
        candidate,
        { table: { columns: ['p', 'q', 'r'], rows }, schema },
        'short and long rows',
      );
    });

    for (const name of ['a random table', 'another random table']) {
      test(name, async ({ candidate, random }) => {
        await checkClean(candidate, tidyTable(random, random.int(60, 90)), 'a random table');
      });
    }
  },
);

subtask(
  'imputation',
  async ({ candidate }) => {
    const fills = await candidate.call('fitImputer', [columnOf([5, 5, 5]), { a: 'number' }], Fills);
    checkSame(fills, { a: 5 }, 'a column of the number 5: your fitImputer');
  },
  () => {
    const checkFills = async (
      candidate: Candidate,
      { table, schema, what }: { table: CleanTable; schema: Schema; what: string },
    ): Promise<void> => {
      const fills = await candidate.call('fitImputer', [table, schema], Fills);
      checkSame(fills, expectedFills(table, schema), `${what}: your fitImputer`);
    };

    test('medians', async ({ candidate, random }) => {
      for (const count of [5, 8]) {
        const cells = Array.from({ length: count }, () => random.int(-50, 500) / 4);
        const skewed = random.shuffle([...cells, 4000, null, null]);
        for (const table of [columnOf(skewed), columnOf([...skewed, 2])])
          await checkFills(candidate, { table, schema: { a: 'number' }, what: 'the median' });
      }
    });

    test('the most frequent text', async ({ candidate, random }) => {
      const texts = ['b', 'b', 'b', 'a', 'c'];
      for (const cells of [texts, ['pear', 'fig', 'pear', 'fig', 'plum'], ['b', 'B', 'a']]) {
        const table = columnOf([...random.shuffle(cells), null, null, null, null]);
        await checkFills(candidate, { table, schema: { a: 'string' }, what: 'the mode' });
      }
      const tie = columnOf(['z', 'z', 'm', 'm', null]);
      await checkFills(candidate, { table: tie, schema: { a: 'string' }, what: 'a tie' });
    });

    test('nothing present', async ({ candidate }) => {
      const table = { columns: ['a', 'b'], rows: [[null, null]] };
      const schema: Schema = { a: 'number', b: 'string' };
      await checkFills(candidate, { table, schema, what: 'columns without values' });
      checkSame(
        await candidate.call('applyImputer', [table, { a: null, b: null }], CleanTableAnswer),
        table,
        'fills of null: your applyImputer',
      );
    });

    test('only missing cells are filled', async ({ candidate }) => {
      const table = {
        columns: ['a', 'b', 'c'],
        rows: [
          [0, '', null],
          [null, null, 3],
          [7, 'x', null],
        ],
      };
      const filled = {
        columns: ['a', 'b', 'c'],
        rows: [
          [0, '', null],
          [4, 'y', 3],
          [7, 'x', null],
        ],
      };
      checkSame(
        await candidate.call('applyImputer', [table, { a: 4, b: 'y', d: 9 }], CleanTableAnswer),
        filled,
        'zeros, empty texts and a column without fill: your applyImputer',
      );
    });
  },
);

/** The table with its numbers moved far away, as test data that drifted. */
function shifted({ columns, rows }: CleanTable): CleanTable {
  return {
    columns,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell + 1000 : cell))),
  };
}

subtask(
  'fit-leakage',
  async ({ candidate }) => {
    const answer = await candidate.call(
      'applyImputer',
      [columnOf([null]), { a: 5 }],
      CleanTableAnswer,
    );
    checkSame(answer, columnOf([5]), 'one gap and its fill: your applyImputer');
  },
  () => {
    test('the test table gets the fills of the training table', async ({ candidate, random }) => {
      const train = gappyTable(random, 60);
      const later = shifted(gappyTable(random, 40));
      const fills = expectedFills(train, gappySchema);
      const answer = await candidate.call('applyImputer', [later, fills], CleanTableAnswer);
      const isKept = later.rows.every((row, index) =>
        row.every((cell, column) => cell === null || answer.rows[index]?.[column] === cell),
      );
      check(isKept, 'your applyImputer changed cells that were not missing');
      const expected = later.rows.map((row) =>
        row.map((cell, column) => cell ?? fills[later.columns[column] ?? ''] ?? null),
      );
      check(
        findDifference(answer.rows, expected) === undefined,
        'your applyImputer filled gaps with something else than the fills it was given',
      );
    });

    test('a row is filled alike alone and among others', async ({ candidate, random }) => {
      const table = gappyTable(random, 12);
      const fills = { a: -1, b: 1.5, c: 2, d: 3, word: 'none of them' };
      const whole = await candidate.call('applyImputer', [table, fills], CleanTableAnswer);
      for (const [index, row] of table.rows.entries()) {
        const alone = await candidate.call(
          'applyImputer',
          [{ columns: table.columns, rows: [row] }, fills],
          CleanTableAnswer,
        );
        check(
          findDifference(alone.rows[0], whole.rows[index]) === undefined,
          'your applyImputer fills a row differently when other rows stand beside it',
        );
        check(alone.rows[0]?.includes(null) === false, 'your applyImputer left a gap open');
      }
    });

    test('a fill does not move with the table it is applied to', async ({ candidate, random }) => {
      const later = shifted(gappyTable(random, 30));
      const gap = { columns: later.columns, rows: [[null, null, null, null, null]] };
      const fills = { a: 0, b: 0, c: 0, d: 0, word: 'train' };
      const before = await candidate.call('applyImputer', [gap, fills], CleanTableAnswer);
      await candidate.call('fitImputer', [later, gappySchema], Fills);
      await candidate.call('applyImputer', [later, fills], CleanTableAnswer);
      const after = await candidate.call('applyImputer', [gap, fills], CleanTableAnswer);
      checkSame(before.rows, [[0, 0, 0, 0, 'train']], 'a row of gaps: your applyImputer');
      check(
        findDifference(after, before) === undefined,
        'your applyImputer remembers tables it saw in earlier calls',
      );
    });
  },
);

async function checkSummary(
  candidate: Candidate,
  { table, schema, what }: { table: CleanTable; schema: Schema; what: string },
): Promise<void> {
  const answer = await candidate.call('summarize', [table, schema], Summaries);
  const expected = expectedSummary(table, schema);
  checkSame(
    Object.keys(answer).sort(),
    Object.keys(expected).sort(),
    `${what}: columns summarized`,
  );
  for (const [column, summary] of Object.entries(expected))
    checkSame(answer[column], summary, `${what}: your summary`);
}

subtask(
  'statistics',
  async ({ candidate }) => {
    const answer = await candidate.call(
      'summarize',
      [columnOf([3, 3]), { a: 'number' }],
      Summaries,
    );
    checkSame(answer['a']?.['mean'], 3, 'mean of 3 and 3');
  },
  () => {
    const cases: [title: string, cells: CleanCell[]][] = [
      ['the example of the statement', [10, 9, 100, 2, null]],
      ['one value', [null, 7.5]],
      ['no value', [null, null]],
      ['values at the fence are no outliers', [1, 2, 2, 3, 3, 4, 4, 7, -1]],
      ['outliers on both sides', [-100, 1, 2, 3, 4, 5, 6, 7, 8, 100, 101]],
    ];
    for (const [title, cells] of cases) {
      test(title, async ({ candidate }) => {
        const table = columnOf(cells);
        await checkSummary(candidate, { table, schema: { a: 'number' }, what: title });
      });
    }

    test('number columns only', async ({ candidate }) => {
      const table = {
        columns: ['name', 'n', 'digits'],
        rows: [
          ['x', 1, '10'],
          ['y', 4, '9'],
        ],
      };
      const schema: Schema = { name: 'string', n: 'number', digits: 'string' };
      await checkSummary(candidate, { table, schema, what: 'a table with texts' });
    });

    for (const rows of [47, 120]) {
      test(`a random table of ${rows} rows`, async ({ candidate, random }) => {
        const table = gappyTable(random, rows);
        await checkSummary(candidate, { table, schema: gappySchema, what: 'a random table' });
      });
    }
  },
);

async function correlationsOf(
  candidate: Candidate,
  columns: readonly (readonly CleanCell[])[],
): Promise<z.infer<typeof Correlations>> {
  const { table, schema } = numberTable(columns);
  return candidate.call('correlations', [table, schema], Correlations);
}

/** Number columns x0, x1, … given as lists. */
function numberTable(columns: readonly (readonly CleanCell[])[]): {
  table: CleanTable;
  schema: Schema;
} {
  const names = columns.map((_, index) => `x${index}`);
  const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? null));
  return {
    table: { columns: names, rows },
    schema: Object.fromEntries(names.map((name) => [name, 'number'])),
  };
}

subtask(
  'correlations',
  async ({ candidate }) => {
    const { matrix } = await correlationsOf(candidate, [
      [1, 2, 4],
      [5, 3, 9],
    ]);
    checkSame(matrix[0]?.[0], 1, 'the diagonal of two plain columns');
  },
  () => {
    const checkMatrix = async (
      candidate: Candidate,
      { columns, what }: { columns: CleanCell[][]; what: string },
    ): Promise<void> => {
      const { table, schema } = numberTable(columns);
      const answer = await correlationsOf(candidate, columns);
      checkSame(answer, expectedCorrelations(table, schema), `${what}: your correlations`);
    };

    test('perfect correlation', async ({ candidate }) => {
      const columns = [
        [1, 2, 3, 4],
        [2, 4, 6, 8],
        [4, 3, 2, 1],
      ];
      await checkMatrix(candidate, { columns, what: 'perfectly correlated columns' });
    });

    test('a constant column', async ({ candidate }) => {
      const columns = [
        [1, 2, 4],
        [5, 5, 5],
      ];
      await checkMatrix(candidate, { columns, what: 'a constant column' });
    });

    test('a constant column of 0.1', async ({ candidate, random }) => {
      // The mean of three times 0.1 is not 0.1; of other lengths it may be.
      for (const rows of [3, random.int(4, 40)]) {
        const x = Array.from({ length: rows }, () => random.normal());
        const columns = [x, x.map(() => 0.1), x.map(() => 1 / 3)];
        await checkMatrix(candidate, { columns, what: 'a column that is constantly 0.1' });
      }
    });

    test('each pair uses its own rows', async ({ candidate, random }) => {
      const draw = (): CleanCell[] => Array.from({ length: 12 }, () => random.int(0, 50));
      const [a, b, c] = [draw(), draw(), draw()];
      a[0] = null;
      b[1] = null;
      c.fill(null, 4);
      const what = 'gaps in different rows';
      await checkMatrix(candidate, { columns: [a, b, c], what });
    });

    test('too few pairs', async ({ candidate }) => {
      const columns = [
        [1, 2, null, null, 6],
        [null, null, 3, 4, 7],
        [null, null, null, null, 5],
        [null, null, 8, 8, null],
        [null, null, 1, 5, null],
      ];
      await checkMatrix(candidate, { columns, what: 'columns with two common rows or fewer' });
    });

    test('never outside of [-1, 1]', async ({ candidate, random }) => {
      const columns = Array.from({ length: 20 }, () => {
        const x = Array.from({ length: 6 }, () => random.float());
        const [slope, start] = [random.float() + 0.1, random.float()];
        return [
          x,
          x.map((value) => slope * value + start),
          x.map((value) => start - slope * value),
        ];
      }).flat();
      const { matrix } = await correlationsOf(candidate, columns);
      const isOutside = matrix.flat().some((r) => typeof r === 'number' && Math.abs(r) > 1);
      check(!isOutside, 'one of your correlations is outside of [-1, 1] by rounding');
      for (let first = 0; first < columns.length; first += 3) {
        checkSame(matrix[first]?.[first + 1], 1, 'r of a column and a rising line of it');
        checkSame(matrix[first]?.[first + 2], -1, 'r of a column and a falling line of it');
      }
    });

    test('a random table with texts', async ({ candidate, random }) => {
      const table = gappyTable(random, 80);
      checkSame(
        await candidate.call('correlations', [table, gappySchema], Correlations),
        expectedCorrelations(table, gappySchema),
        'a random table: your correlations',
      );
    });
  },
);

subtask(
  'invariants',
  async ({ candidate, random }) => {
    const { table, schema } = tidyTable(random, 3);
    await candidate.call('cleanTable', [table, schema], CleanAnswer);
  },
  () => {
    const messy = (random: Random): Table => customersTable(random, random.int(150, 200));

    test('inputs stay as they are', async ({ candidate, random }) => {
      const table = messy(random);
      await candidate.call('cleanTable', [table, customersSchema], CleanAnswer, keepsArguments);
      const gappy = gappyTable(random, 40);
      const fills = { a: 1, b: 2, c: 3, d: 4, word: 'x' };
      await candidate.call('fitImputer', [gappy, gappySchema], Fills, keepsArguments);
      await candidate.call('applyImputer', [gappy, fills], CleanTableAnswer, keepsArguments);
      await candidate.call('summarize', [gappy, gappySchema], Summaries, keepsArguments);
      await candidate.call('correlations', [gappy, gappySchema], Correlations, keepsArguments);
    });

    test('a clean table stays as it is', async ({ candidate, random }) => {
      const once = await candidate.call(
        'cleanTable',
        [messy(random), customersSchema],
        CleanAnswer,
      );
      const twice = await candidate.call('cleanTable', [once.table, customersSchema], CleanAnswer);
      checkSame(twice.table, once.table, 'cleaning a clean table again: your cleanTable');
      checkSame(twice.duplicatesRemoved, 0, 'duplicatesRemoved of a clean table');
    });

    test('a table stacked on itself has only more duplicates', async ({ candidate, random }) => {
      const table = messy(random);
      const stacked = { columns: table.columns, rows: [...table.rows, ...table.rows] };
      const one = await candidate.call('cleanTable', [table, customersSchema], CleanAnswer);
      const two = await candidate.call('cleanTable', [stacked, customersSchema], CleanAnswer);
      const duplicatesRemoved = one.duplicatesRemoved + table.rows.length;
      checkSame(two, { ...one, duplicatesRemoved }, 'a table stacked on itself: your cleanTable');
    });

    test('turning one column over turns its correlations over', async ({ candidate, random }) => {
      const columns = Array.from({ length: 3 }, () =>
        Array.from({ length: 30 }, () => random.normal()),
      );
      const turned = columns.map((column, index) =>
        index === 1 ? column.map((value) => 5 - 2 * value) : column,
      );
      const { matrix: before } = await correlationsOf(candidate, columns);
      const { matrix: after } = await correlationsOf(candidate, turned);
      for (const [i, row] of before.entries()) {
        for (const [j, r] of row.entries()) {
          const sign = (i === 1) === (j === 1) ? 1 : -1;
          const other = after[i]?.[j];
          check(
            typeof r === 'number' && typeof other === 'number' && isSameNumber(other, sign * r),
            'x → 5 − 2x of one column must flip the sign of its correlations and nothing else',
          );
        }
      }
    });
  },
);

subtask(
  'scale',
  async ({ candidate, random }) => {
    const { table, schema } = largeTable(random, 100);
    await checkClean(candidate, { table, schema }, '100 rows');
  },
  () => {
    test('45,000 rows', async ({ candidate, random, note }) => {
      const { table, schema } = largeTable(random, 45_000);
      const { answer, note: measured } = await candidate.race(
        'cleanTable',
        [table, schema],
        z.object({ duplicatesRemoved: z.number(), table: z.object({ rows: z.array(z.any()) }) }),
        { maxRatio: 6, floorMs: 400 },
      );
      checkSame(
        answer.duplicatesRemoved,
        2250,
        '45,000 rows: duplicatesRemoved of your cleanTable',
      );
      checkSame(answer.table.rows.length, 42_750, '45,000 rows: the rows kept of your cleanTable');
      note(measured);
    });
  },
);
