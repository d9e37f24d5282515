import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '#judge/suite/random.ts';
import { root, runCli } from '../helpers/cli.ts';
import { right, slug, Tree, wrong } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

test('the example is a fresh input with the reference answer, and its test fails until the code is right', async () => {
  tree.save(wrong);
  await tree.run(slug, '--seed', '5');
  const { stdout, exitCode } = await tree.run('why', slug, 'double');
  expect(exitCode).toBe(0);
  const [, input, expected, yours] =
    /Call +double\((\d+)\)\nExpected +(\d+)\nYours +(\d+)\n/.exec(stdout) ?? [];
  expect(Number(expected)).toBe(2 * Number(input));
  expect(yours).toBe('3');
  // What the run itself asked stays hidden.
  expect(Number(input)).not.toBe(createRandom(5, 'double/small numbers').int(3, 1000));

  const [pasted = ''] = /^test\(.*?^\}\);$/ms.exec(stdout) ?? [];
  appendFileSync(join(tree.root, 'problems/coding/double/sample.test.ts'), `\n${pasted}\n`);
  expect((await tree.run('sample', slug)).stdout).toMatch(/WA {3}double, an example of double/);
  tree.save(right);
  expect((await tree.run('sample', slug)).stdout).toMatch(/Sample 2 of 2 passed/);
});

test('what is found does not call an input hidden whose like is shown below', async () => {
  const body = '{ throw new Error(`no idea of ${text}`); }';
  tree.save(`export const parseTimestamp = (text: string) => ${body};`);
  const about = ['feature-engineering', 'time', '--file', tree.file];
  const { stdout } = await runCli(['why', ...about]);
  expect(stdout).toMatch(/^Found +your parseTimestamp threw Error: no idea of …$/m);
  expect(stdout).toMatch(/^(Yours +| +)your parseTimestamp threw Error: no idea of \d/m);
});

test('of an input that every seed asks a variation is shown', async () => {
  tree.save(
    'export const double = (n: number) => (n > 0 && n < 1 ? 0 : n === Infinity ? n : 2 * n);',
  );
  const { stdout } = await tree.run('why', slug, 'double');
  expect(stdout).toMatch(/Call +double\(0\.[2-9]\d*\)\nExpected +\d/);
});

test('an input that every seed asks and that has no variations is not shown', async () => {
  tree.save('export const double = (n: number) => (n === Infinity ? 0 : 2 * n);');
  const { stdout } = await tree.run('why', slug, 'double');
  expect(stdout).toMatch(/No fresh input shows this/);
  expect(stdout).not.toMatch(/Infinity/);
});

test('without a session the problem is that of the last run, so a subtask is enough', async () => {
  tree.save(wrong);
  await tree.run(slug);
  expect((await tree.run('why', 'double')).stdout).toMatch(/^double double {4}a fresh example/);
  expect((await tree.run('hint')).stdout).toMatch(/^double double {4}hint 1 of 3/);
  tree.save('export const double = (');
  const { stdout } = await tree.run('why', 'pace');
  expect(stdout).toMatch(/^Your file does not load .*\nJudge again npm run judge double$/s);
});

test('without a subtask it is the one to fix first, also where nothing loaded; of 100 points, none', async () => {
  tree.save('export const double = (');
  await tree.run(slug);
  expect((await tree.run('why', slug)).stdout).toMatch(/does not load/);
  tree.save(wrong);
  expect((await tree.run('why', slug)).stdout).toMatch(/^double double {4}a fresh example/);
  tree.save(right);
  await tree.run(slug);
  const { exitCode, stderr } = await tree.run('why', slug);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/nothing to explain.*There are: double, pace/s);
});

test('the seed of a run is refused', async () => {
  tree.save(wrong);
  await tree.run(slug, '--seed', '5');
  const { exitCode, stderr } = await tree.run('why', slug, 'double', '--seed', '5');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/its inputs are hidden/);
});

test('a file that does not load, and one that passes, have no example', async () => {
  tree.save('export const double = (');
  const broken = await tree.run('why', slug, 'double');
  expect(broken.exitCode).toBe(1);
  expect(broken.stdout).toMatch(/does not load/);
  tree.save(right);
  expect((await tree.run('why', slug, 'double')).stdout).toMatch(/passes on fresh data/);
});

test('an unknown subtask suggests the nearest', async () => {
  const { exitCode, stderr } = await tree.run('why', slug, 'dobule');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/Did you mean "double"\?/);
});

test('examples are counted apart from hints', async () => {
  tree.begin(0, { minutes: 20 });
  tree.save(wrong);
  await tree.run('why', 'double', 'double');
  await tree.run('hint');
  expect((await tree.run('time')).stdout).toMatch(/hints 1 {3}examples 1/);
});

test('where many answers are right, two calls and what differs are shown, and nothing is called expected', async () => {
  const file = join(root, 'solutions/iris/wrong_answer/global-scaler.ts');
  const { stdout } = await runCli(['why', 'iris', 'fit-leakage', '--file', file]);
  expect(stdout).toMatch(/^First$/m);
  expect(stdout).toMatch(/^Then with +\[1\]\.features\[\d+\]\[[23]\] is 1000000, before/m);
  expect(stdout).toMatch(/Expected +several answers are right/);
  expect(stdout).not.toMatch(/As a test/);
});
