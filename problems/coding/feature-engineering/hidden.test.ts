// Also visible: '2024-03-01T10:00:00Z' (a positive control), '1709251200000', '2024-02-30' and
//   '__proto__' (examples of the statement)
import { z } from 'zod';
import {
  check,
  checkPermutation,
  checkSame,
  subtask,
  test,
  type Candidate,
  type Random,
} from '#judge/suite/api.ts';
import {
  cleanRows,
  dayMs,
  expectedClean,
  expectedFeatures,
  expectedStd,
  largeLog,
  messyRows,
  nastyUsers,
  startMs,
  transaction,
  withOffset,
  writtenTime,
  type RawTransaction,
} from './generate.ts';

const number = z.union([z.number(), z.nan()]);
const Features = z.array(
  z.object({
    user_id: z.string(),
    txn_count: number,
    total_amount: number,
    avg_amount: number,
    max_amount: number,
    std_amount: number,
    unique_categories: number,
    days_active: number,
  }),
);
const Transactions = z.array(
  z.object({
    transaction_id: z.string(),
    user_id: z.string(),
    ts: number,
    amount: number,
    category: z.string().nullable(),
  }),
);
const Timestamp = z.union([z.number(), z.nan(), z.null()]);
type UserFeatures = z.infer<typeof Features>[number];
type Feature = keyof UserFeatures;

const minuteMs = 60_000;

function build(candidate: Candidate, rows: RawTransaction[], asOf?: string) {
  const args = asOf === undefined ? [rows] : [rows, { asOf }];
  return candidate.call('buildUserFeatures', args, Features);
}

const onlyUser = async (
  candidate: Candidate,
  rows: RawTransaction[],
  what: string,
): Promise<UserFeatures> => {
  const [first, ...others] = await build(candidate, rows);
  check(
    first !== undefined && others.length === 0,
    `${what}: your buildUserFeatures has ${first === undefined ? 0 : others.length + 1} users, not one`,
  );
  return first;
};

/** Compares the users, then each of `features` user by user; other features are not looked at. */
async function checkFeatures(
  candidate: Candidate,
  { rows, features, what }: { rows: RawTransaction[]; features: readonly Feature[]; what: string },
): Promise<void> {
  const answer = await build(candidate, rows);
  const expected = expectedFeatures(rows);
  checkPermutation(
    answer.map((row) => row.user_id),
    expected.map((row) => row.user_id),
    `${what}: users of your buildUserFeatures`,
  );
  const answerOf = new Map(answer.map((row) => [row.user_id, row]));
  for (const row of expected) {
    for (const feature of features)
      checkSame(answerOf.get(row.user_id)?.[feature], row[feature], `${what}: ${feature}`);
  }
}

subtask(
  'contract',
  async ({ candidate }) => {
    const features = await onlyUser(candidate, [transaction()], 'one row');
    check(features.txn_count === 1, 'one row: your txn_count is not 1');
  },
  () => {
    test('one row, one user', async ({ candidate, random }) => {
      const amount = random.int(1, 9999) / 4;
      checkSame(
        await onlyUser(candidate, [transaction({ amount })], 'one row'),
        {
          user_id: 'ann',
          txn_count: 1,
          total_amount: amount,
          avg_amount: amount,
          max_amount: amount,
          std_amount: 0,
          unique_categories: 1,
          days_active: 1,
        },
        'one row: your features',
      );
    });

    test('no rows, no users', async ({ candidate }) => {
      checkSame(await build(candidate, []), [], 'no rows: your buildUserFeatures');
      const cleaned = await candidate.call('cleanTransactions', [[]], Transactions);
      checkSame(cleaned, [], 'no rows: your cleanTransactions');
    });
  },
);

const amountFeatures = ['txn_count', 'total_amount', 'avg_amount', 'max_amount'] as const;

subtask(
  'aggregates',
  async ({ candidate }) => {
    const features = await onlyUser(candidate, [transaction({ amount: 4 })], 'one row');
    checkSame(features.total_amount, 4, 'one row of 4: total_amount');
  },
  () => {
    for (const [title, size] of Object.entries({
      'a few users': { rows: 60, users: 4 },
      'many users': { rows: 250, users: 60 },
      'cents that do not round': { rows: 120, users: 9 },
    })) {
      test(title, async ({ candidate, random }) => {
        const rows = cleanRows(random, size).map((row) =>
          title.startsWith('cents') ? { ...row, amount: Number(row.amount) / 3 } : row,
        );
        await checkFeatures(candidate, { rows, features: amountFeatures, what: 'a plain log' });
      });
    }

    test('a user with refunds only', async ({ candidate, random }) => {
      const rows = [1, 2, 3].map((id) =>
        transaction({ transaction_id: `t${id}`, amount: -id - 10 * random.int(0, 9) - 0.5 }),
      );
      await checkFeatures(candidate, { rows, features: amountFeatures, what: 'refunds only' });
    });
  },
);

subtask(
  'std',
  async ({ candidate }) => {
    const std = (values: number[]) => candidate.call('sampleStd', [values], number);
    checkSame(await std([3, 3, 3]), 0, 'sampleStd of equal values');
    check((await std([1, 3])) > 0, 'sampleStd of different values is not above 0');
  },
  () => {
    const checkStd = async (
      candidate: Candidate,
      values: number[],
      what: string,
    ): Promise<void> => {
      const std = await candidate.call('sampleStd', [values], number);
      checkSame(std, expectedStd(values), `your sampleStd of ${what}`);
    };

    test('the example of the statement', async ({ candidate, random }) => {
      await checkStd(candidate, [2, 4, 4, 4, 5, 5, 7, 9], 'the example');
      await checkStd(
        candidate,
        Array.from({ length: 30 }, () => 50 * random.normal()),
        '30 values',
      );
    });

    test('one value and none', async ({ candidate }) => {
      await checkStd(candidate, [5], 'one value');
      await checkStd(candidate, [], 'no value');
    });

    test('large values close together', async ({ candidate }) => {
      await checkStd(candidate, [1e9, 1e9 + 1, 1e9 + 2], 'values near 1e9');
      const features = await onlyUser(
        candidate,
        [0, 1, 2].map((add) => transaction({ transaction_id: `t${add}`, amount: 1e9 + add })),
        'amounts near 1e9',
      );
      checkSame(features.std_amount, 1, 'amounts near 1e9: std_amount');
    });

    test('users with one row and with several', async ({ candidate, random }) => {
      const rows = [
        ...cleanRows(random, { rows: 80, users: 6 }),
        transaction({ transaction_id: 'x', user_id: 'single' }),
      ];
      await checkFeatures(candidate, { rows, features: ['std_amount'], what: 'a plain log' });
    });
  },
);

subtask(
  'categories',
  async ({ candidate }) => {
    const features = await onlyUser(candidate, [transaction()], 'one row');
    check(
      features.unique_categories === 1,
      'one row of category "food": unique_categories is not 1',
    );
  },
  () => {
    const countOf = async (
      candidate: Candidate,
      categories: RawTransaction['category'][],
    ): Promise<number> => {
      const rows = categories.map((category, index) =>
        transaction({ transaction_id: `t${index}`, category }),
      );
      return (await onlyUser(candidate, rows, 'several categories')).unique_categories;
    };

    test('several categories', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 90, users: 12 });
      await checkFeatures(candidate, {
        rows,
        features: ['unique_categories'],
        what: 'a plain log',
      });
    });

    test('case and white space', async ({ candidate }) => {
      const count = await countOf(candidate, ['Food', ' food', 'FOOD ', 'toys', 'Toys\t']);
      checkSame(count, 2, 'two categories in several spellings: unique_categories');
    });

    test('missing and blank', async ({ candidate }) => {
      checkSame(
        await countOf(candidate, ['food', null, '', '  ', 'toys']),
        2,
        'two categories and gaps: unique_categories',
      );
      checkSame(await countOf(candidate, [null, null]), 0, 'gaps only: unique_categories');
    });

    test('one form after cleaning', async ({ candidate }) => {
      const rows = [' Food ', 'food', '', ' ', null].map((category, index) =>
        transaction({ transaction_id: `t${index}`, amount: index + 1, category }),
      );
      const cleaned = await candidate.call('cleanTransactions', [rows], Transactions);
      checkSame(
        cleaned.map(({ category }) => category),
        ['food', 'food', null, null, null],
        'category after your cleanTransactions',
      );
    });
  },
);

subtask(
  'time',
  async ({ candidate }) => {
    const iso = '2024-03-01T10:00:00Z';
    checkSame(
      await candidate.call('parseTimestamp', [iso], Timestamp),
      Date.parse(iso),
      `your parseTimestamp of ${iso}`,
    );
  },
  () => {
    const checkTimes = async (
      candidate: Candidate,
      cases: readonly (readonly [written: string | number, ms: number])[],
      what: string,
    ): Promise<void> => {
      for (const [written, ms] of cases) {
        const parsed = await candidate.call('parseTimestamp', [written], Timestamp);
        checkSame(parsed, ms, `your parseTimestamp of ${what}`);
      }
    };
    const instant = (random: Random): number => startMs + random.int(0, 300 * dayMs);
    const daysOf = async (candidate: Candidate, times: (string | number)[]): Promise<number> => {
      const rows = times.map((timestamp, index) =>
        transaction({ transaction_id: `t${index}`, timestamp }),
      );
      return (await onlyUser(candidate, rows, 'several times')).days_active;
    };

    test('epoch milliseconds', async ({ candidate, random }) => {
      const ms = instant(random);
      await checkTimes(
        candidate,
        [
          [ms, ms],
          [0, 0],
        ],
        'epoch milliseconds',
      );
    });

    test('no offset means UTC', async ({ candidate, random }) => {
      const naive = new Date(instant(random)).toISOString().slice(0, -1);
      const ms = Date.parse(`${naive}Z`);
      const minute = Math.floor(ms / minuteMs) * minuteMs;
      const cases = [
        [naive, ms],
        [naive.replace('T', ' '), ms],
        [naive.slice(0, 19), Math.floor(ms / 1000) * 1000],
        [naive.slice(0, 16), minute],
        [naive.slice(0, 16).replace('T', ' '), minute],
        [naive.slice(0, 10), Math.floor(ms / dayMs) * dayMs],
        ['2024-01-31', Date.UTC(2024, 0, 31)],
        ['2024-12-31 23:59:59', Date.UTC(2024, 11, 31, 23, 59, 59)],
      ] as const;
      await checkTimes(candidate, cases, 'a time without offset (UTC)');
    });

    test('offsets with and without colon', async ({ candidate, random }) => {
      const ms = instant(random);
      const minute = Math.floor(ms / minuteMs) * minuteMs;
      for (const offset of [-1439, -720, -210, -60, 0, 330, 345, 840]) {
        const cases = [
          [withOffset(ms, offset), ms],
          [withOffset(ms, offset, ''), ms],
          [withOffset(ms, offset).replace('T', ' '), ms],
          [withOffset(minute, offset).replace('.000', ''), minute],
          [withOffset(minute, offset, '').replace(':00.000', ''), minute],
        ] as const;
        await checkTimes(candidate, cases, 'a time with offset');
      }
    });

    test('an offset that crosses midnight', async ({ candidate, random }) => {
      const midnight = startMs + random.int(1, 50) * dayMs;
      const before = midnight - 30 * minuteMs;
      const after = midnight + 30 * minuteMs;
      const twoDays = [withOffset(before, 120), withOffset(after, 120)];
      checkSame(await daysOf(candidate, twoDays), 2, 'one local day, two UTC days: days_active');
      const oneDay = [withOffset(after, 0), withOffset(after + 40 * minuteMs, -60)];
      checkSame(await daysOf(candidate, oneDay), 1, 'two local days, one UTC day: days_active');
    });

    test('both ends of a UTC day', async ({ candidate, random }) => {
      const midnight = startMs + random.int(1, 50) * dayMs;
      const day = [midnight, midnight + dayMs / 2, midnight + dayMs - 1];
      checkSame(await daysOf(candidate, day), 1, 'both ends of one UTC day: days_active');
      const edge = [midnight - 1, midnight];
      checkSame(await daysOf(candidate, edge), 2, 'one millisecond around midnight: days_active');
    });

    test('days with a transaction, not days between', async ({ candidate, random }) => {
      const first = startMs + random.int(1, 50) * dayMs;
      const days = [first, first + 9 * dayMs, first + 9 * dayMs + 5, first + 2 * dayMs];
      checkSame(await daysOf(candidate, days), 3, 'three days within ten: days_active');
    });

    test('a log of times in every form', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 120, users: 8 }).map((row) => ({
        ...row,
        timestamp: writtenTime(Number(row.timestamp), random),
      }));
      await checkFeatures(candidate, {
        rows,
        features: ['days_active'],
        what: 'times in every form',
      });
    });
  },
);

subtask(
  'cleaning',
  async ({ candidate }) => {
    const cleaned = await candidate.call('cleanTransactions', [[transaction()]], Transactions);
    check(cleaned.length === 1, `of one valid row your cleanTransactions keeps ${cleaned.length}`);
  },
  () => {
    const checkClean = async (
      candidate: Candidate,
      rows: RawTransaction[],
      what: string,
    ): Promise<void> => {
      const cleaned = await candidate.call('cleanTransactions', [rows], Transactions);
      checkSame(cleaned, expectedClean(rows), `${what}: your cleanTransactions`);
    };
    /** The fields of each row over those of a plain one; ids are t0, t1, … and the latest first. */
    const rowsOf = (...fields: Partial<RawTransaction>[]): RawTransaction[] =>
      fields.map((field, index) => {
        const timestamp = startMs - index * minuteMs;
        return transaction({ transaction_id: `t${index}`, timestamp, ...field });
      });

    test('amounts as text', async ({ candidate }) => {
      const rows = rowsOf({ amount: '12.50' }, { amount: '-3' }, { amount: '0' }, { amount: 0 });
      await checkClean(candidate, rows, 'amounts as text');
    });

    test('missing amounts', async ({ candidate }) => {
      const missing = [null, '', ' ', 'N/A', '12abc', NaN, Infinity, 'NaN'];
      const rows = rowsOf({ amount: 1 }, ...missing.map((amount) => ({ amount })), { amount: 2 });
      await checkClean(candidate, rows, 'missing amounts');
    });

    test('times that do not exist', async ({ candidate }) => {
      const invalid = [
        '2024-02-30T10:00:00Z',
        '2023-02-29',
        '2024-13-01',
        '2024-00-10',
        '2024-03-00',
        '2024-03-01T25:00:00Z',
        '2024-03-01T10:61:00Z',
        '2024-03-01T10:00:61Z',
        'on 2024-03-01',
        '2024-03-01T10:00:00Z or so',
        'yesterday',
        'March 1, 2024',
        '1709251200000',
        '',
        null,
        NaN,
      ];
      for (const time of invalid) {
        const parsed = await candidate.call('parseTimestamp', [time], Timestamp);
        checkSame(parsed, null, 'your parseTimestamp of an invalid timestamp');
      }
      const rows = rowsOf({}, ...invalid.map((timestamp) => ({ timestamp })));
      await checkClean(candidate, rows, 'invalid timestamps');
    });

    test('blank ids', async ({ candidate }) => {
      const users = [null, '', '  '].map((user_id) => ({ user_id }));
      const ids = [null, '', ' '].map((transaction_id) => ({ transaction_id }));
      await checkClean(candidate, rowsOf({}, ...users, ...ids), 'blank ids');
    });

    test('users are trimmed and keep their case', async ({ candidate }) => {
      const rows = rowsOf({ user_id: ' ann' }, { user_id: 'ann\t' }, { user_id: 'Ann' });
      await checkClean(candidate, rows, 'user ids with white space');
    });

    test('of a re-delivery the first wins', async ({ candidate, random }) => {
      const rows = rowsOf(
        { transaction_id: 'a', amount: 1 },
        { transaction_id: 'b', amount: 2 },
        { transaction_id: 'a', amount: 3 },
        { transaction_id: 'b', amount: 2, timestamp: startMs + dayMs },
        { transaction_id: 'c', amount: random.int(4, 9) },
        { transaction_id: 'c', amount: 10, user_id: 'bob' },
      );
      await checkClean(candidate, rows, 're-delivered rows');
    });

    test('the first valid one wins', async ({ candidate }) => {
      const rows = rowsOf(
        { transaction_id: 'a', amount: null },
        { transaction_id: 'b', user_id: null },
        { transaction_id: 'a', amount: 3 },
        { transaction_id: 'b', amount: 4 },
        { transaction_id: 'a', amount: 5 },
      );
      await checkClean(candidate, rows, 're-deliveries of invalid rows');
    });

    test('equal content is no re-delivery', async ({ candidate }) => {
      await checkClean(candidate, rowsOf({}, {}, { amount: -10 }, {}), 'equal rows with own ids');
    });
  },
);

subtask(
  'point-in-time',
  async ({ candidate }) => {
    const [first] = await build(candidate, [transaction()], '2030-01-01T00:00:00Z');
    check(first?.txn_count === 1, 'one row long before asOf: txn_count is not 1');
  },
  () => {
    test('strictly before', async ({ candidate, random }) => {
      const at = startMs + random.int(0, 30 * dayMs);
      const rows = [-1, 0, 1].map((add) =>
        transaction({ transaction_id: `t${add}`, timestamp: at + add, amount: 5 + add }),
      );
      const answer = await build(candidate, rows, new Date(at).toISOString());
      checkSame(answer[0]?.txn_count, 1, 'rows just before, at and after asOf: txn_count');
      checkSame(answer[0]?.total_amount, 4, 'rows just before, at and after asOf: total_amount');
    });

    test('features of random days', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 200, users: 15 });
      for (let trial = 0; trial < 4; trial += 1) {
        const asOf = new Date(startMs + random.int(dayMs, 90 * dayMs)).toISOString();
        const answer = await build(candidate, rows, asOf);
        const expected = expectedFeatures(rows, { asOf });
        checkPermutation(
          answer.map((row) => row.user_id),
          expected.map((row) => row.user_id),
          'a random asOf: users of your buildUserFeatures',
        );
        const counts = (list: { user_id: string; txn_count: number; total_amount: number }[]) =>
          list
            .toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1))
            .map((row) => [row.txn_count, row.total_amount]);
        checkSame(counts(answer), counts(expected), 'a random asOf: txn_count and total_amount');
      }
    });

    test('the future changes nothing', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 80, users: 10 });
      const asOf = new Date(startMs + 91 * dayMs).toISOString();
      const later = cleanRows(random, { rows: 60, users: 14 }).map((row, index) => ({
        ...row,
        transaction_id: `later-${index}`,
        timestamp: Number(row.timestamp) + 91 * dayMs,
        category: `new-${index}`,
      }));
      const before = await build(candidate, rows, asOf);
      const after = await build(candidate, random.shuffle([...rows, ...later]), asOf);
      checkPermutation(
        after.map((row) => row.user_id),
        before.map((row) => row.user_id),
        'with rows after asOf added: users',
      );
      const beforeOf = new Map(before.map((row) => [row.user_id, row]));
      for (const row of after)
        checkSame(row, beforeOf.get(row.user_id), 'with rows after asOf added: a feature');
    });
  },
);

subtask(
  'invariants',
  async ({ candidate }) => {
    await onlyUser(candidate, [transaction()], 'one row');
  },
  () => {
    test('the order of the rows does not matter', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 120, users: 10 });
      const byUser = (list: UserFeatures[]): UserFeatures[] =>
        list.toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1));
      const answer = await build(candidate, random.shuffle(rows));
      const before = await build(candidate, rows);
      checkSame(byUser(answer), byUser(before), 'shuffled rows: your buildUserFeatures');
    });

    test('the whole file delivered twice', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 100, users: 10 });
      const answer = await build(candidate, [...rows, ...rows]);
      checkSame(answer, await build(candidate, rows), 'every row twice: your buildUserFeatures');
    });

    test('four times the amounts', async ({ candidate, random }) => {
      const rows = cleanRows(random, { rows: 100, users: 10 });
      const answer = await build(
        candidate,
        rows.map((row) => ({ ...row, amount: 4 * Number(row.amount) })),
      );
      const expected = (await build(candidate, rows)).map((row) => ({
        ...row,
        total_amount: 4 * row.total_amount,
        avg_amount: 4 * row.avg_amount,
        max_amount: 4 * row.max_amount,
        std_amount: 4 * row.std_amount,
      }));
      checkSame(answer, expected, 'amounts times four: your buildUserFeatures');
    });

    test('inputs stay as they are', async ({ candidate, random }) => {
      const rows = messyRows(random, { rows: 150, users: 10 });
      const options = { keepsArguments: true };
      await candidate.call('buildUserFeatures', [rows], Features, options);
      await candidate.call('cleanTransactions', [rows], Transactions, options);
      await candidate.call('sampleStd', [[3, 1, 2]], number, options);
    });
  },
);

subtask(
  'robustness',
  async ({ candidate }) => {
    await onlyUser(candidate, [transaction()], 'one row');
  },
  () => {
    test('users with any id, in order', async ({ candidate, random }) => {
      const rows = random
        .shuffle(nastyUsers)
        .flatMap((user_id, index) => [
          transaction({ transaction_id: `a${index}`, user_id }),
          transaction({ transaction_id: `b${index}`, user_id, amount: 5 }),
        ]);
      const answer = await build(candidate, rows);
      checkSame(
        answer.map((row) => row.user_id),
        nastyUsers.toSorted((a, b) => (a < b ? -1 : 1)),
        'unusual user ids: the order of your users',
      );
      check(
        answer.every((row) => row.txn_count === 2),
        'unusual user ids: rows of different users fell together',
      );
    });

    test('a messy log, end to end', async ({ candidate, random }) => {
      const rows = messyRows(random, { rows: 400, users: 25 });
      const answer = await build(candidate, rows);
      checkSame(answer, expectedFeatures(rows), 'a messy log: your buildUserFeatures');
    });

    test('200,000 rows', async ({ candidate, note }) => {
      const rows = largeLog();
      const { answer, note: measured } = await candidate.race(
        'buildUserFeatures',
        [rows],
        Features,
        {
          maxRatio: 6,
          floorMs: 400,
        },
      );
      checkSame(answer.length, 33_001, '200,000 rows: users of your buildUserFeatures');
      const whale = answer.find((row) => row.user_id === 'whale');
      checkSame(whale?.txn_count, 160_000, '200,000 rows: txn_count of the largest user');
      checkSame(whale?.max_amount, 229.75, '200,000 rows: max_amount of the largest user');
      note(measured);
    });
  },
);
