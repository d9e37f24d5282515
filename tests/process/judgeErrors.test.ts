import { expect, test } from 'vitest';
import { judgeSource, runCli, testTree } from '../helpers/cli.ts';

const right = 'export const double = (n: number): number => 2 * n;';

for (const [slug, says] of [
  ['broken-import', /does not load/],
  ['no-tests', /no test|no suite/i],
  ['throws-outside', /outside of any test case/],
  ['other-subtasks', /unheard-of/],
  ['vacuous', /without asking the candidate/],
  ['suite-bug', /a bug in the suite/],
] as const) {
  test(`the suite "${slug}" is a judge error, even for a right solution`, async () => {
    const { report, exitCode } = await judgeSource(right, { slug });
    expect(report).toMatchObject({ verdict: 'JE', points: 0 });
    expect(report.message).toMatch(says);
    expect(exitCode).toBe(3);
  });
}

test('a broken manifest is named with its mistake', async () => {
  const { exitCode, stderr } = await runCli(['broken-manifest', '--root', testTree]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/problem\.json is not a manifest[^]*sum to 101/);
});
