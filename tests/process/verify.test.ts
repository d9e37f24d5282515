import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadProblem } from '#judge/problem/load.ts';
import { listChecks, openBench, runCheck } from '#judge/verify/verify.ts';
import { runCli } from '../helpers/cli.ts';
import { addPackage, makeTree, pathsOf, slug, write } from '../helpers/package.ts';

let tree = '';
beforeAll(() => {
  tree = makeTree();
});
afterAll(() => rmSync(tree, { recursive: true }));

const verify = (...args: string[]) => runCli(['verify', slug, '--root', tree, ...args]);

test('a new problem is proved once it is filled in, and its certificate ends with a change', async () => {
  const made = await runCli(['new', slug, '--root', tree]);
  expect(made).toMatchObject({ exitCode: 0, stderr: '' });
  const unfilled = await runCli(['verify', slug, '--root', tree, '--seeds', '0']);
  expect(unfilled.exitCode).toBe(1);
  expect(unfilled.stdout).toMatch(/something is left to do/);
  for (const path of ['problems', 'solutions', 'starters', 'fixtures'])
    rmSync(join(tree, path), { recursive: true });

  addPackage(tree);
  const proved = await verify('--seeds', '2', '--mutation');
  expect(proved).toMatchObject({ exitCode: 0, stderr: '' });
  expect(proved.stdout).not.toContain('FAIL');
  expect(proved.stdout).toMatch(/3 of 3 mutants killed/);

  write(tree, `starters/stranger.ts`, '');
  const again = await runCli(['verify', '--root', tree, '--seeds', '0']);
  expect(again.stdout).toMatch(/ok {4}certificate +mutation score 100.0 %/);
  expect(again.stdout).toMatch(/FAIL {2}trees[^]*starters\/stranger.ts/);
  expect(again.exitCode).toBe(1);
  rmSync(join(tree, 'starters/stranger.ts'));

  const { reference } = pathsOf(tree);
  writeFileSync(reference, `${readFileSync(reference, 'utf8')}// Changed.\n`);
  const stale = await verify('--seeds', '0');
  expect(stale.exitCode).toBe(1);
  expect(stale.stdout).toMatch(/FAIL {2}certificate[^]*no mutation score of this suite/);
});

const add = (folder: string, name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const remove = (folder: string, name: string): void => rmSync(join(folder, name));
const append = (path: string, text: string): void => appendFileSync(path, `${text}\n`);

type Paths = ReturnType<typeof pathsOf>;
type Breakage = [
  check: string,
  what: RegExp,
  breaks: (paths: Paths, edit: (path: string, from: string, to: string) => void) => void,
];

const breakages: Breakage[] = [
  ['entries', /the file is missing/, ({ generator }) => rmSync(generator)],
  ['entries', /no part of a package/, ({ solutions }) => add(solutions, 'notes/a.ts', '')],
  ['entries', /accepted solutions: 2/, ({ solutions }) => remove(solutions, 'accepted/loop.ts')],
  [
    'entries',
    /from the statement alone/,
    ({ solutions }) => remove(solutions, 'accepted/blind.ts'),
  ],
  [
    'entries',
    /wrong solutions: 7/,
    ({ solutions }) => remove(solutions, 'wrong_answer/signs-lost.ts'),
  ],
  [
    'entries',
    /how the solution was written/,
    ({ reference }, edit) => edit(reference, 'Written', 'Done'),
  ],
  [
    'entries',
    /which subtasks it loses/,
    ({ solutions }) => add(solutions, 'wrong_answer/b.ts', ''),
  ],
  [
    'entries',
    /names base, which is no subtask/,
    ({ solutions }) => add(solutions, 'wrong_answer/b.ts', '// Loses: base'),
  ],
  ['entries', /left to do/, ({ statement }, edit) => edit(statement, '# A sum', '# TODO')],
  [
    'manifest',
    /names no schema/,
    ({ manifest }, edit) => edit(manifest, '../problem.schema.json', 'x'),
  ],
  [
    'manifest',
    /the suite has the subtasks basic;/,
    ({ hiddenSuite }, edit) => edit(hiddenSuite, "'basics'", "'basic'"),
  ],
  [
    'statement',
    /does not declare the function solve/,
    ({ statement }, edit) => edit(statement, 'function solve', 'function other'),
  ],
  [
    'statement',
    /does not declare the type Row/,
    ({ starter }) => append(starter, 'export type Row = string;'),
  ],
  [
    'statement',
    /signature of solve is another/,
    ({ statement }, edit) => edit(statement, 'number[]', 'string[]'),
  ],
  ['starter', /where to begin/, ({ starter }, edit) => edit(starter, 'Begin with', 'There is')],
  ['starter', /not assignable/, ({ starter }) => append(starter, "const a: number = 'x';")],
  [
    'starter',
    /does not export solve/,
    ({ starter }, edit) => edit(starter, 'export function solve', 'export function other'),
  ],
  ['starter', /does not load/, ({ starter }) => append(starter, "throw new Error('x');")],
  [
    'hidden',
    /"Telling 7" is visible/,
    ({ generator, statement }) => {
      append(generator, "export const secret = 'Telling 7';");
      append(statement, 'Telling 7');
    },
  ],
  [
    'hidden',
    /declared as visible, but/,
    ({ generator }) => append(generator, "// Also visible: 'nothing'"),
  ],
  ['certificate', /no mutation score/, ({ certificate }) => rmSync(certificate, { force: true })],
];

describe('a broken package fails', () => {
  test.each(breakages)('%s: %s', async (name, what, breaks) => {
    const broken = makeTree();
    try {
      addPackage(broken);
      breaks(pathsOf(broken), (path, from, to) => {
        writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
      });
      await using bench = openBench(broken, 'auto');
      const check = listChecks({ seeds: { accepted: 0, wrong: 0 }, measures: false }).find(
        (one) => one.name === name,
      );
      const result =
        check && (await runCheck(check, loadProblem(broken, slug), { ...bench, onProgress() {} }));
      expect(result?.findings.map((finding) => finding.what).join('\n')).toMatch(what);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });
});

test('a package that is wrong in what it does fails in each way', async () => {
  const broken = makeTree();
  try {
    addPackage(broken);
    const { hiddenSuite, sampleSuite, statement, solutions } = pathsOf(broken);
    const edit = (path: string, from: string, to: string): void =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    edit(statement, '// 3\n', '// 4\nsolve(\n// 5\n');
    edit(sampleSuite, '3,', '4,');
    edit(hiddenSuite, "checkSame(answer, 7, 'your solve of 4 and 3');", 'String(answer.toFixed);');
    edit(hiddenSuite, 'z.union([z.number(), z.nan()])', 'z.any()');
    edit(join(solutions, 'wrong_answer/always-five.ts'), '=> (values.length, 5)', '=> sum(values)');
    const ended = await runCli(['verify', slug, '--root', broken, '--seeds', '1']);
    const { exitCode } = ended;
    const stdout = ended.stdout.replaceAll(/\s+/g, ' ');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/FAIL examples/);
    expect(stdout).toMatch(/FAIL sample .*solve\(\[1, 2\]\) is too small/);
    expect(stdout).toMatch(/FAIL behaviour .*always-five.ts, seed 101: AC, not WA/);
    expect(stdout).toMatch(/FAIL junk .*a judge error.*answered undefined/);
  } finally {
    rmSync(broken, { recursive: true });
  }
});
