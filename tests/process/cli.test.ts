import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judgeFile, root, runCli, testTree } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('garbage gets a clear answer', () => {
  test('a directory is a usage error', async () => {
    const { exitCode, stderr } = await runCli(['double', '--file', folder, '--root', testTree]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/is not a file/);
  });

  test('a path that does not exist is a usage error', async () => {
    const { exitCode, stderr } = await runCli([
      'double',
      '--file',
      join(folder, 'absent.ts'),
      '--root',
      testTree,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/cannot be read/);
  });

  for (const [name, content, says] of [
    ['a binary', Uint8Array.from([0x7f, 0x45, 0, 1, 2]), /binary/],
    ['text that is not UTF-8', Uint8Array.from([0x2f, 0x2f, 0xff, 0xfe]), /UTF-8/],
    ['a file of 50 MB', `//${'x'.repeat(50_000_000)}`, /50 MB/],
  ] as const) {
    test(`${name} is CE`, async () => {
      const { report, exitCode } = await judgeFile(write('garbage.ts', content));
      expect(report).toMatchObject({ verdict: 'CE', points: 0 });
      expect(report.message).toMatch(says);
      expect(exitCode).toBe(1);
    });
  }

  test.each([
    ['irsi', 'iris'],
    ['IRIS', 'iris'],
    ['feature', 'feature-engineering'],
    ['hlep', 'help'],
  ])('"%s" is told that "%s" is there', async (typed, meant) => {
    const { exitCode, stderr } = await runCli([typed]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`"${typed}" is no problem and no command. Did you mean "${meant}"?`);
  });

  test('a word that is like no other is told all that may be typed, and nothing else', async () => {
    const { stderr } = await runCli(['zzzzzzzzzz']);
    expect(stderr).toMatch(/ iris, .* watch, .* help\.$/);
    expect(stderr).not.toMatch(/ home,| judge,/);
  });

  test.each([
    [
      ['history', '--seed', '3'],
      '"history" takes no --seed: that is for judging, watch, sample, why.',
    ],
    [['iris', '--mode', 'interview'], 'Judging takes no --mode: that is for start, redo.'],
    [['--date', '2030-01-31'], 'The list of problems takes no --date: that is for plan.'],
  ])('%j is told in two lines which command takes that', async (args, says) => {
    const { exitCode, stderr } = await runCli(args);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`${says}\nAll options: npm run judge -- --help`);
  });

  test.each([['--seed', 'minus'], ['--format', 'xml'], ['--nonsense'], ['iris', 'too', 'many']])(
    '%s %s is a usage error',
    async (...args) => {
      const { exitCode, stderr } = await runCli(args.includes('iris') ? args : ['iris', ...args]);
      expect(exitCode).toBe(2);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );
});

test('without arguments the problems are listed', async () => {
  const { exitCode, stdout } = await runCli([]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/iris\s+20/);
  expect(stdout).toMatch(/Start +npm run judge start iris/);
});

test('help shows the usage as --help does', async () => {
  const { exitCode, stdout } = await runCli(['help']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run judge/);
  expect(stdout).toBe((await runCli(['--help'])).stdout);
});

test('a new workspace file is made from the starter, then kept', async () => {
  const tree = join(folder, 'tree');
  cpSync(testTree, tree, { recursive: true });
  // Suites resolve "#judge" from the nearest package.json.
  writeFileSync(join(tree, 'package.json'), JSON.stringify({ type: 'module' }));
  const first = await runCli(['double', '--root', tree]);
  expect(first.stdout).toMatch(/Made workspace\/double\.ts from the starter/);
  expect(existsSync(join(tree, 'workspace/tsconfig.json'))).toBe(true);
  writeFileSync(join(tree, 'workspace/double.ts'), '// mine');
  await runCli(['double', '--root', tree]);
  expect(readFileSync(join(tree, 'workspace/double.ts'), 'utf8')).toBe('// mine');
});

test('the same seed gives the same report', async () => {
  const file = join(root, 'solutions/iris/wrong_answer/tie-by-list-order.ts');
  const [first, second] = await Promise.all(
    [1, 2].map(() => judgeFile(file, { slug: 'iris', seed: 5, tree: root })),
  );
  expect(second?.report.subtasks).toEqual(first?.report.subtasks);
  expect(second?.report.hashes).toEqual(first?.report.hashes);
});

test('the visible tests show what the code prints and name what fails', async () => {
  const file = write(
    'sample.ts',
    "console.log('look here');\nexport const evaluate = () => ({ accuracy: 1, labels: [], confusion: [], macroF1: 1 });",
  );
  const { exitCode, stdout } = await runCli(['sample', 'iris', '--file', file]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/look here/);
  expect(stdout).toMatch(/WA\s+the example of the statement/);
});

test('a visible test that fails tells what was returned and what was expected, in short', async () => {
  const file = write(
    'values.ts',
    "export const parseTimestamp = () => 7;\nexport const sampleStd = () => 0;\nexport const buildUserFeatures = (rows: []) => rows.length === 0 ? [] : [{ user_id: 'bob', txn_count: 1, days: 'x'.repeat(999) }, {}];",
  );
  const { stdout } = await runCli(['sample', 'feature-engineering', '--file', file]);
  expect(stdout).toMatch(
    /sampleStd\(\[2, .*\]\) is too small\n +got 0, expected 2.138089935299395\n/,
  );
  expect(stdout).toMatch(/is wrong at \[0\].user_id\n +got "bob", expected "ann"\n/);
});

test('a message of the visible tests may quote their input', async () => {
  const body = '(text: string) => { throw new Error(`bad ${text}`); }';
  const file = write('quoting.ts', `export const parseTimestamp = ${body};`);
  const { stdout } = await runCli(['sample', 'feature-engineering', '--file', file]);
  expect(stdout).toMatch(/threw Error: bad 2024-03-01T10:00:00Z/);
});

test('colour is there only when asked for', async () => {
  const file = join(testTree, 'starters/double.ts');
  const plain = await runCli(['double', '--file', file, '--root', testTree]);
  const forced = await runCli(['double', '--file', file, '--root', testTree], { FORCE_COLOR: '1' });
  const refused = await runCli(['double', '--file', file, '--root', testTree, '--no-color'], {
    FORCE_COLOR: '1',
  });
  expect(plain.stdout.includes('\u001b')).toBe(false);
  expect(forced.stdout.includes('\u001b')).toBe(true);
  expect(refused.stdout.includes('\u001b')).toBe(false);
});
