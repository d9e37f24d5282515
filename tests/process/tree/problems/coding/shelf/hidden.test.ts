import { z } from 'zod';
import { check, subtask, test, type TestContext } from '#judge/suite/api.ts';

const ask = async ({ candidate, services }: TestContext): Promise<void> => {
  const { chroma } = await services();
  if (chroma === undefined) throw new Error('there is no Chroma');
  const { host, port } = chroma.fromCandidate;
  const beat = await candidate.call('beat', [`http://${host}:${port}`], z.number());
  check(beat > 0, 'beat(url) is not what the service says');
};

subtask('beat', ask, () => test('over HTTP', ask));
