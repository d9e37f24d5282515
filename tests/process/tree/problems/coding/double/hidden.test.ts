import { z } from 'zod';
import { check, checkSame, subtask, test } from '#judge/suite/api.ts';

subtask(
  'double',
  async ({ candidate }) => {
    await candidate.call('double', [1], z.number());
  },
  () => {
    test('small numbers', async ({ candidate, random }) => {
      const n = random.int(3, 1000);
      checkSame(await candidate.call('double', [n], z.number()), 2 * n, 'double(n)');
    });
    test('special numbers', async ({ candidate }) => {
      for (const n of [-0, Infinity, 0.1]) {
        const doubled = await candidate.call('double', [n], z.unknown());
        check(Object.is(doubled, 2 * n), 'double of a special number is wrong');
      }
    });
  },
);

subtask(
  'pace',
  async ({ candidate }) => {
    await candidate.call('double', [1], z.number());
  },
  () => {
    test('beside the reference', async ({ candidate, note }) => {
      const limits = { maxRatio: 6, floorMs: 200 };
      const { answer, note: measured } = await candidate.race('double', [5], z.number(), limits);
      checkSame(answer, 10, 'double(5)');
      note(measured);
    });
  },
);
