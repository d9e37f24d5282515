import { z } from 'zod';
import { subtask, test } from '#judge/suite/api.ts';

for (const id of ['double', 'pace']) {
  subtask(
    id,
    async ({ candidate }) => {
      await candidate.call('double', [1], z.number());
    },
    () => {
      test('passes whatever the candidate does', async () => {});
    },
  );
}
