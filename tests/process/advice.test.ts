import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeFile } from '../helpers/cli.ts';

test('a type error is advice and costs nothing', async () => {
  const { report } = await judgeFile(join(import.meta.dirname, 'submissions/typeError.ts'));
  expect(report).toMatchObject({ verdict: 'AC', points: 100 });
  expect(report.typeErrors[0]).toMatchObject({
    line: 1,
    message: expect.stringMatching(/^TS2363/),
  });
});

test('types that never end are given up, and no compiler stays behind', async () => {
  const file = join(import.meta.dirname, 'submissions/typeBomb.ts');
  const { report } = await judgeFile(file);
  expect(report).toMatchObject({ verdict: 'AC', points: 100, typeErrors: [] });
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(running.split('\n').filter((line) => line.includes(file))).toEqual([]);
});
