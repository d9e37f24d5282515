// The visible tests: read them, run them with "npm run judge sample data-cleaning", add your own.
import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';

const cell = z.union([z.string(), z.number(), z.null()]);

subtask(
  'parseCell',
  async ({ candidate }) => {
    await candidate.call('parseCell', ['1', 'number'], cell);
  },
  () => {
    test('missing, numbers, texts', async ({ candidate }) => {
      const cases = [
        [' N/A ', 'number', null],
        ['?', 'string', null],
        ['$1,200.50', 'number', 1200.5],
        ['12abc', 'number', null],
        ['  New   York ', 'string', 'new york'],
      ] as const;
      for (const [value, type, expected] of cases) {
        checkSame(
          await candidate.call('parseCell', [value, type], cell),
          expected,
          `parseCell(${JSON.stringify(value)}, '${type}'), expected ${JSON.stringify(expected)}:`,
        );
      }
    });
  },
);

subtask(
  'cleanTable',
  async ({ candidate }) => {
    await candidate.call('cleanTable', [{ columns: ['a'], rows: [[1]] }, { a: 'number' }], z.any());
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const rows = [
        [' London ', '41'],
        ['london', 41],
        ['Paris', 'N/A'],
      ];
      const schema = { city: 'string', age: 'number' };
      const answer = await candidate.call(
        'cleanTable',
        [{ columns: ['city', 'age'], rows }, schema],
        z.looseObject({ table: z.looseObject({ rows: z.array(z.array(cell)) }) }),
      );
      const expected = {
        table: {
          columns: ['city', 'age'],
          rows: [
            ['london', 41],
            ['paris', null],
          ],
        },
        duplicatesRemoved: 1,
        missing: { city: 0, age: 1 },
      };
      checkSame(answer, expected, 'cleanTable');
    });
  },
);

subtask(
  'fitImputer',
  async ({ candidate }) => {
    await candidate.call('fitImputer', [{ columns: ['a'], rows: [[1]] }, { a: 'number' }], z.any());
  },
  () => {
    test('the median of an even count', async ({ candidate }) => {
      const table = { columns: ['a'], rows: [[1], [null], [10], [3], [4]] };
      const fills = await candidate.call('fitImputer', [table, { a: 'number' }], z.any());
      checkSame(fills, { a: 3.5 }, 'fitImputer');
    });
  },
);

subtask(
  'summarize',
  async ({ candidate }) => {
    await candidate.call('summarize', [{ columns: ['a'], rows: [[1]] }, { a: 'number' }], z.any());
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const table = { columns: ['a'], rows: [[10], [9], [100], [2], [null]] };
      const summary = await candidate.call('summarize', [table, { a: 'number' }], z.any());
      const expected = { count: 4, missing: 1, mean: 30.25, std: 46.63600182977381 };
      const rest = { min: 2, q1: 7.25, median: 9.5, q3: 32.5, max: 100, outliers: 1 };
      checkSame(summary, { a: { ...expected, ...rest } }, 'summarize');
    });
  },
);

subtask(
  'correlations',
  async ({ candidate }) => {
    const table = { columns: ['a'], rows: [[1], [2]] };
    await candidate.call('correlations', [table, { a: 'number' }], z.any());
  },
  () => {
    test('a constant column correlates with nothing', async ({ candidate }) => {
      const rows = [
        [1, 5],
        [2, 5],
        [3, 5],
      ];
      const table = { columns: ['a', 'b'], rows };
      const schema = { a: 'number', b: 'number' };
      const answer = await candidate.call('correlations', [table, schema], z.any());
      const matrix = [
        [1, null],
        [null, null],
      ];
      checkSame(answer, { columns: ['a', 'b'], matrix }, 'correlations');
    });
  },
);
