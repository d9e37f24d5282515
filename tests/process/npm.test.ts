// What the real npm makes of options that stand before its "--".
import { execa } from 'execa';
import { expect, inject, test } from 'vitest';
import { root, testTree } from '../helpers/cli.ts';

async function npmRun(args: string, env: Record<string, string> = {}) {
  const words = ['run', '-s', 'judge', ...args.split(' ')];
  const options = {
    reject: false,
    cwd: root,
    env: { JUDGE_HOME: inject('home'), ...env },
  } as const;
  const { exitCode, stdout, stderr } = await execa('npm', words, options);
  return { exitCode, stdout, stderr };
}

test.each([
  ['start iris --mode=interview', 'start iris -- --mode interview'],
  ['start iris --mode interview', 'start iris -- --mode interview'],
  ['start iris --extra-time=1.5', 'start iris -- --extra-time 1.5'],
  ['iris --seed 7 -- --lines', 'iris -- --seed 7 --lines'],
  ['iris --file my/x.ts', 'iris -- --file my/x.ts'],
  ['history --plain', 'history -- --plain'],
  ['verify iris --seeds 3 --mutation', 'verify iris -- --seeds 3 --mutation'],
  ['start iris --mode interview --extra-time 2', 'start iris -- --mode ... --extra-time ...'],
])('"%s" is refused with the line that was meant', async (typed, meant) => {
  const { exitCode, stdout, stderr } = await npmRun(typed);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^npm kept --[\w-]+( and --[\w-]+)? for itself\. Options come after --:\n/,
  );
  expect(stderr.split('\n')).toEqual([expect.any(String), `npm run judge ${meant}`]);
});

test('an option of which npm leaves no trace but its value is said to belong after --', async () => {
  const { exitCode, stderr } = await npmRun('iris --format json');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^Too many words: "json"\. Options come after --/);
});

test('an option after -- counts, whatever npm knows of its name', async () => {
  const typed = `history -- --plain --root ${testTree}`;
  for (const env of [{}, { npm_config_plain: 'true' }]) {
    const { exitCode, stderr } = await npmRun(typed, env);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  }
});

test('an option of npm itself is left alone', async () => {
  const typed = `history --no-color --editor=vim -- --root ${testTree}`;
  const { exitCode, stderr } = await npmRun(typed);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});
