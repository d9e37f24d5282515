import { z } from 'zod';
import { checkSame, subtask, test, type TestContext } from '#judge/suite/api.ts';

const ask = async ({ candidate, random }: TestContext): Promise<void> => {
  const n = random.int(1, 1000);
  checkSame(await candidate.call('double', [n], z.number()), 2 * n, 'double(n)');
};

subtask('double', ask, () => test('a number', ask));
