// The visible tests: read them, run them with "npm run judge sample feature-engineering", add your own.
import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';

subtask(
  'parseTimestamp',
  async ({ candidate }) => {
    await candidate.call('parseTimestamp', ['2024-03-01T10:00:00Z'], z.number());
  },
  () => {
    test('an offset shifts, a missing one means UTC', async ({ candidate }) => {
      const cases = [
        ['2024-03-01T23:30:00-05:00', Date.UTC(2024, 2, 2, 4, 30)],
        ['2024-03-01 10:00', Date.UTC(2024, 2, 1, 10)],
        ['2024-02-30', null],
      ] as const;
      for (const [text, expected] of cases) {
        const parsed = await candidate.call('parseTimestamp', [text], z.any());
        checkSame(parsed, expected, `parseTimestamp('${text}'), expected ${expected}:`);
      }
    });
  },
);

subtask(
  'sampleStd',
  async ({ candidate }) => {
    await candidate.call('sampleStd', [[1, 2]], z.number());
  },
  () => {
    test('the examples of the statement', async ({ candidate }) => {
      const std = await candidate.call('sampleStd', [[2, 4, 4, 4, 5, 5, 7, 9]], z.number());
      checkSame(std, 2.138089935299395, 'sampleStd([2, 4, 4, 4, 5, 5, 7, 9])');
      checkSame(await candidate.call('sampleStd', [[5]], z.number()), 0, 'sampleStd([5])');
    });
  },
);

subtask(
  'buildUserFeatures',
  async ({ candidate }) => {
    await candidate.call('buildUserFeatures', [[]], z.array(z.any()));
  },
  () => {
    test('a re-delivery, a refund, an offset and a missing amount', async ({ candidate }) => {
      const night = '2024-03-01T23:30:00-05:00';
      const row = (
        [transaction_id, user_id, timestamp]: [string, string, string | number],
        [amount, category]: [number | string, string | null],
      ) => ({ transaction_id, user_id, timestamp, amount, category });
      const rows = [
        row(['t1', 'ann', night], [20, 'Food']),
        row(['t1', 'ann', night], [20, 'Food']),
        row(['t2', 'ann', '2024-03-02T10:00:00Z'], ['-5', ' food ']),
        row(['t3', 'bob', 1709251200000], [7.5, null]),
        row(['t4', 'bob', '2024-03-03'], ['N/A', 'toys']),
      ];
      const expected = [
        {
          user_id: 'ann',
          txn_count: 2,
          total_amount: 15,
          avg_amount: 7.5,
          max_amount: 20,
          std_amount: 17.67766952966369,
          unique_categories: 1,
          days_active: 1,
        },
        {
          user_id: 'bob',
          txn_count: 1,
          total_amount: 7.5,
          avg_amount: 7.5,
          max_amount: 7.5,
          std_amount: 0,
          unique_categories: 0,
          days_active: 1,
        },
      ];
      const features = await candidate.call('buildUserFeatures', [rows], z.any());
      checkSame(features, expected, 'buildUserFeatures');
    });
  },
);
