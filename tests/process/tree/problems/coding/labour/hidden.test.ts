// Unlike `double`, a race in which the reference itself is busy for a while.
import { z } from 'zod';
import { subtask, test } from '#judge/suite/api.ts';

subtask(
  'work',
  async ({ candidate }) => {
    await candidate.call('work', [1], z.number());
  },
  () => {
    test('thirty million draws', async ({ candidate, note }) => {
      const limits = { maxRatio: 2.5, floorMs: 20 };
      const { note: measured } = await candidate.race('work', [3e7], z.number(), limits);
      note(measured);
    });
  },
);
