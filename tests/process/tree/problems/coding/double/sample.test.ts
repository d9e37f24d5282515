import { z } from 'zod';
import { checkSame, test } from '#judge/suite/api.ts';

test('one', async ({ candidate }) => {
  checkSame(await candidate.call('double', [1], z.number()), 2, 'your double of 1');
});
