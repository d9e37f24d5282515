// What editors are given: lines to match, tasks, settings, files to open.
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderLines } from '#judge/reporters/pointed.ts';
import { root, runCli } from '../helpers/cli.ts';
import { report } from '../helpers/report.ts';
import { Watcher } from '../helpers/watch.ts';
import { half, slug, Tree } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

const patternSchema = z.object({
  regexp: z.string().transform((text) => new RegExp(text)),
  file: z.number(),
  line: z.number(),
  column: z.number(),
  code: z.number(),
  message: z.number(),
});
const background = z.object({
  beginsPattern: z.string().transform((text) => new RegExp(text)),
  endsPattern: z.string().transform((text) => new RegExp(text)),
});
const tasksSchema = z.object({
  tasks: z.array(
    z.object({
      label: z.string(),
      command: z.literal('npm'),
      args: z.array(z.string()),
      problemMatcher: z.object({ pattern: patternSchema, background: background.optional() }),
    }),
  ),
});
const { tasks } = tasksSchema.parse(readCommented('.vscode/tasks.json'));

/** Of JSON in which lines may be comments, as editors read it. */
function readCommented(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8').replaceAll(/^\s*\/\/.*$/gm, ''));
}

/** What an editor finds in an output. */
function problemsIn(output: string, { regexp, ...groups }: z.infer<typeof patternSchema>) {
  return output.split('\n').flatMap((line) => {
    const match = regexp.exec(line);
    if (match === null) return [];
    return [Object.fromEntries(Object.entries(groups).map(([name, at]) => [name, match[at]]))];
  });
}

test('there is a task to judge and one to watch, and both take the file that is open', () => {
  expect(tasks.map(({ label }) => label)).toEqual(['judge', 'judge: watch']);
  for (const { args } of tasks) expect(args).toContain('${relativeFile}');
});

describe.each(tasks)('$label', ({ args, problemMatcher: { pattern } }) => {
  test('finds in a report what failed, at the exported function', async () => {
    tree.save(`// A comment.\n\n${half}`);
    // The task's own arguments, on the tree of this test.
    const own = args.filter((arg) => !['run', '-s', 'judge', '--', 'watch'].includes(arg));
    const words = own.map((arg) => (arg.startsWith('$') ? `workspace/${slug}.ts` : arg));
    for (const width of ['80', '40']) {
      const { stdout } = await runCli([...words, '--root', tree.root], {
        ...tree.env,
        COLUMNS: width,
      });
      const problems = problemsIn(stdout, pattern);
      expect(problems).toEqual([
        {
          file: 'workspace/double.ts',
          line: '3',
          column: '1',
          code: 'double',
          message: 'WA: double of a special number is wrong (fix this first: double(n) is 2n)',
        },
      ]);
    }
  });

  test('finds a syntax error at its line and column, and leaves type errors to the editor', async () => {
    tree.save('export const double = (n: number) => 2 * n;\nconst x = ;\n');
    const broken = await tree.run(slug, '--lines');
    expect(problemsIn(broken.stdout, pattern)).toMatchObject([
      { line: '2', column: expect.stringMatching(/^\d+$/), code: slug },
    ]);
    // The compiler advises inside of the project only, so its line comes from a report of ours.
    expect(renderLines(report)).toMatch(/:3:7 - warning types: /);
    expect(problemsIn(renderLines(report), pattern)).toMatchObject([
      { line: '41', code: 'metrics' },
    ]);
  });

  test('a report without findings clears what was found before, with the statement open too', async () => {
    tree.save('export const double = (n: number) => 2 * n;\n');
    const { stdout } = await tree.run(`problems/coding/${slug}/statement.md`, '--lines');
    expect(stdout).toMatch(/^Findings in workspace\/double\.ts: 0\nEnd of findings$/m);
    expect(problemsIn(stdout, pattern)).toEqual([]);
  });
});

test('the task that watches tells the editor when a run begins and when its findings are there', async () => {
  const matcher = tasks.find(({ label }) => label === 'judge: watch')?.problemMatcher;
  if (matcher?.background === undefined) throw new Error('no such task');
  const { pattern } = matcher;
  const { beginsPattern, endsPattern } = matcher.background;
  tree.save(half);
  const watcher = Watcher.start(tree, slug, { args: ['--lines'] });
  try {
    for (const count of [1, 2]) {
      if (count > 1) tree.save(`${half}// again\n`);
      await watcher.verdict(count);
      const lines = watcher.text().split('\n');
      const begin = lines.findLastIndex((line) => beginsPattern.test(line));
      const found = lines.findLastIndex((line) => pattern.regexp.test(line));
      const end = lines.findLastIndex((line) => endsPattern.test(line));
      expect([begin >= 0, begin < found, found < end]).toEqual([true, true, true]);
      expect(lines.filter((line) => beginsPattern.test(line))).toHaveLength(count);
      expect(lines.filter((line) => endsPattern.test(line))).toHaveLength(count);
    }
  } finally {
    watcher.child.kill('SIGKILL');
  }
});

test('a run that cannot be tells the editor, too, that it is over', async () => {
  tree.save(half);
  const watcher = Watcher.start(tree, slug, { args: ['--lines'] });
  try {
    await watcher.verdict(1);
    writeFileSync(join(tree.root, `problems/coding/${slug}/problem.json`), '{');
    tree.save(`${half}// again\n`);
    await watcher.says(/problem\.json cannot be read[^]*\nEnd of findings\n/);
  } finally {
    watcher.child.kill('SIGKILL');
  }
});

describe('the settings', () => {
  const settings = z
    .object({
      'search.exclude': z.record(z.string(), z.literal(true)),
      'js/ts.preferences.autoImportFileExcludePatterns': z.array(z.string()),
      'vitest.rootConfig': z.string(),
    })
    .parse(readCommented('.vscode/settings.json'));
  const spoilers = globSync(
    [
      'problems/coding/*/{hidden.test,generate}.ts',
      'problems/coding/*/{certificate,equivalent-mutants}.json',
      'solutions/**/*.ts',
    ],
    { cwd: root },
  );

  test('search and Quick Open do not lead to a spoiler, but to what is to be read', () => {
    expect(spoilers.length).toBeGreaterThan(50);
    const isHidden = (path: string): boolean =>
      Object.keys(settings['search.exclude']).some((glob) => matchesGlob(path, glob));
    expect(spoilers.filter((path) => !isHidden(path))).toEqual([]);
    for (const path of ['problems/coding/iris/statement.md', 'workspace/iris.ts'])
      expect(isHidden(path), path).toBe(false);
  });

  test('completion offers nothing of a spoiler', () => {
    const globs = settings['js/ts.preferences.autoImportFileExcludePatterns'];
    const isLeft = (path: string): boolean =>
      !globs.some((glob) => matchesGlob(join(root, path), glob));
    expect(spoilers.filter(isLeft)).toEqual([]);
  });

  test('the Vitest extension finds our tests and no hidden suite', async () => {
    const config = join(root, settings['vitest.rootConfig']);
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    // From the folder of the configuration, as the extension does.
    const { stdout } = await execa(
      process.execPath,
      [vitest, 'list', '--filesOnly', '--config', config],
      { cwd: join(root, 'tests') },
    );
    expect(stdout).toMatch(/^unit\/formats\.test\.ts$/m);
    expect(stdout).not.toMatch(/problems\//);
  });
});

describe('open', () => {
  /** A program that writes down what it was started with. */
  function editor(name: string): { program: string; seen: () => string[] } {
    const program = join(tree.root, name);
    const list = join(tree.root, 'seen');
    writeFileSync(program, `#!/bin/sh\nfor arg; do printf '%s\\n' "$arg"; done > '${list}'\n`);
    chmodSync(program, 0o755);
    return { program, seen: () => readFileSync(list, 'utf8').trimEnd().split('\n') };
  }
  const start = (env: Record<string, string>) =>
    runCli(['open', slug, '--root', tree.root], { ...tree.env, VISUAL: '', EDITOR: '', ...env });
  const statement = (): string => join(tree.root, 'problems/coding/double/statement.md');

  test('an editor with a window gets the file last, at its first export, and nobody waits', async () => {
    tree.save('// One.\n// Two.\nexport const double = 1;\n');
    mkdirSync(join(tree.root, 'my editor'));
    const { program, seen } = editor('my editor/code');
    const { exitCode } = await start({
      VISUAL: `"${program}" --new-window --wait`,
      EDITOR: 'false',
    });
    expect(exitCode).toBe(0);
    expect(seen()).toEqual(['--new-window', '--goto', statement(), `${tree.file}:3`]);
  });

  test('an editor in the terminal gets the line before the file', async () => {
    tree.save('// One.\nexport const double = 1;\n');
    const { program, seen } = editor('vim');
    await start({ EDITOR: `${program} -p` });
    expect(seen()).toEqual(['-p', '+2', tree.file, statement()]);
  });

  test('any other editor gets the files, the one to work on first; it is made from the starter', async () => {
    const { program, seen } = editor('unheard-of');
    const { stdout } = await start({ EDITOR: program });
    expect(stdout).toMatch(/Made workspace\/double\.ts from the starter/);
    expect(existsSync(tree.file)).toBe(true);
    expect(seen()).toEqual([tree.file, statement()]);
  });

  test('without an editor, or with one that is not there, the files are named', async () => {
    const files = /workspace\/double\.ts .* and problems\/coding\/double\/statement\.md/;
    for (const [env, says] of [
      [{}, /^No editor is set, so open these yourself: .*export EDITOR=/],
      [{ EDITOR: 'not-there-at-all' }, /The editor "not-there-at-all" did not end well/],
    ] as const) {
      const { exitCode, stderr } = await start(env);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(files);
    }
  });
});
