// What a submission may read of the folder that it lies in.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSchema } from '#judge/model/report.ts';
import { readableBeside } from '#judge/problem/beside.ts';
import { root, runCli, testTree } from '../helpers/cli.ts';

const importing = `import { two } from './two.ts';
  export const double = (n: number): number => two * n;`;
const spying = `import { readFileSync } from 'node:fs';
  let isFound = false;
  try { isFound = readFileSync(new URL('./secret', import.meta.url), 'utf8') !== ''; } catch {}
  export const double = (n: number): number => (isFound ? 2 * n : n + 1);`;

type Made = { folder: string } & Disposable;

/** A folder with a module and a text beside the submissions. */
function makeFolder(): Made {
  const folder = mkdtempSync(join(tmpdir(), 'judge-beside-'));
  const files = { 'imports.ts': importing, 'spies.ts': spying, 'two.ts': 'export const two = 2;' };
  for (const [name, text] of Object.entries({ ...files, secret: 'a secret' }))
    writeFileSync(join(folder, name), text);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** Judges a file of the folder, which is what `env` says. */
async function judge(file: string, sandbox: string, env: Record<string, string> = {}) {
  const args = ['double', '--file', file, '--root', testTree, '--format', 'json', '--seed', '7'];
  const { stdout } = await runCli([...args, '--sandbox', sandbox], env);
  return reportSchema.parse(JSON.parse(stdout));
}

describe.each(['bubblewrap', 'node'])('in the sandbox %s', (sandbox) => {
  test('a submission imports the modules beside it', async () => {
    using made = makeFolder();
    const report = await judge(join(made.folder, 'imports.ts'), sandbox);
    expect(report).toMatchObject({ verdict: 'AC', points: 100 });
    expect(report.sandbox).not.toContain('beside');
  });

  for (const [name, says, change] of [
    ['the home folder', /holds more than your work/, ({ folder }) => ({ HOME: folder })],
    [
      'a folder with a hidden folder',
      /holds the hidden folder \.ssh/,
      ({ folder }) => {
        mkdirSync(join(folder, '.ssh'));
        return {};
      },
    ],
    [
      'a folder with a link that leads out',
      /holds a link that leads out of it, away/,
      ({ folder }) => {
        symlinkSync(root, join(folder, 'away'));
        return {};
      },
    ],
  ] satisfies [string, RegExp, (made: Made) => Record<string, string>][]) {
    test(`in ${name} it sees itself only, and the report says so`, async () => {
      using made = makeFolder();
      const env = change(made);
      const report = await judge(join(made.folder, 'spies.ts'), sandbox, env);
      expect(report).toMatchObject({ verdict: 'WA', points: 0 });
      expect(report.sandbox).toMatch(says);
      const other = await judge(join(made.folder, 'imports.ts'), sandbox, env);
      expect(other.verdict).toBe('CE');
    });
  }
});

test('folders of everybody and of the judge are not opened, those of an editor do no harm', () => {
  const kindOf = (folder: string): string => readableBeside(root, { slug: 'iris', folder }).kind;
  for (const folder of ['/', tmpdir(), root, join(root, 'problems/coding'), join(root, 'tests')])
    expect(`${folder}: ${kindOf(folder)}`).toBe(`${folder}: alone`);
  expect(kindOf(join(root, 'solutions/iris/accepted'))).toBe('folder');
  using made = makeFolder();
  mkdirSync(join(made.folder, '.vscode'));
  mkdirSync(join(made.folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync('../../two.ts', join(made.folder, 'node_modules/.bin/two'));
  expect(kindOf(made.folder)).toBe('folder');
});
