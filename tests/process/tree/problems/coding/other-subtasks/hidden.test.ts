import { z } from 'zod';
import { subtask, test } from '#judge/suite/api.ts';

const ask = async ({ candidate }: Parameters<Parameters<typeof test>[1]>[0]): Promise<void> => {
  await candidate.call('double', [1], z.number());
};

subtask('unheard-of', ask, () => test('asks', ask));
