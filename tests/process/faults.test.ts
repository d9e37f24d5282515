// What breaks on our own side ends as a judge error or a usage error that names it: never as an
// accept, never in a hang. Everything is broken from outside.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, test } from 'vitest';
import { reportSchema } from '#judge/model/report.ts';
import { cliPath, runCli, testTree } from '../helpers/cli.ts';
import { eventually, findProcesses, type Found } from '../helpers/processes.ts';
import { copyTree } from '../helpers/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

const right = write('right.ts', 'export const double = (n: number): number => 2 * n;');

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Judges a right solution, where something of ours is broken. */
async function judge({
  slug = 'double',
  tree = testTree,
  env = {},
  file = right,
  args = [''],
} = {}) {
  const all = [slug, '--file', file, '--root', tree, '--seed', '7', '--format', 'json', ...args];
  const { exitCode, stdout, stderr } = await runCli(all.filter(Boolean), env);
  const report = stdout === '' ? undefined : reportSchema.parse(JSON.parse(stdout));
  return { exitCode, report, stderr };
}

async function expectJudgeError(says: RegExp, options: Parameters<typeof judge>[0]): Promise<void> {
  const { exitCode, report } = await judge(options);
  expect(report).toMatchObject({ verdict: 'JE', points: 0 });
  expect(report?.message).toMatch(says);
  expect(exitCode).toBe(3);
}

describe('a broken problem', () => {
  const suite = 'problems/coding/double/hidden.test.ts';
  for (const [name, says, breakIt] of [
    ['no hidden suite', /does not load.*hidden\.test\.ts/, (at) => rmSync(at(suite))],
    ['a hidden suite that is no code', /does not load/, (at) => writeFileSync(at(suite), '<html>')],
    ['an empty hidden suite', /no test|does not load/i, (at) => writeFileSync(at(suite), '')],
    ['no reference', /reference\.ts/, (at) => rmSync(at('solutions/double/accepted/reference.ts'))],
    ['no solutions', /reference\.ts/, (at) => rmSync(at('solutions'), { recursive: true })],
    [
      'a reference that does not load',
      /reference solution failed at double: it did not load: SyntaxError: /,
      (at) => writeFileSync(at('solutions/double/accepted/reference.ts'), 'export const ='),
    ],
    [
      'a reference that is wrong',
      /reference solution failed at double: it exited with code 0\. Restore it/,
      (at) => writeFileSync(at('solutions/double/accepted/reference.ts'), 'process.exit(0)'),
    ],
  ] satisfies [string, RegExp, (at: (path: string) => string) => void][]) {
    test.concurrent(`${name} is a judge error`, async () => {
      const tree = copyTree();
      breakIt((path) => join(tree, path));
      await expectJudgeError(says, { tree }).finally(() => rmSync(tree, { recursive: true }));
    });
  }

  for (const [name, says, breakIt] of [
    ['no manifest', /cannot be read.*ENOENT/, (path) => rmSync(path)],
    ['an empty manifest', /cannot be read.*JSON/, (path) => writeFileSync(path, '')],
    ['a manifest that is no JSON', /cannot be read/, (path) => writeFileSync(path, '{"title":')],
    ['a manifest of null', /is not a manifest/, (path) => writeFileSync(path, 'null')],
    [
      'a manifest that is a folder',
      /cannot be read.*EISDIR/,
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ] satisfies [string, RegExp, (path: string) => void][]) {
    test.concurrent(`${name} is a usage error that names it`, async () => {
      const tree = copyTree();
      breakIt(join(tree, 'problems/coding/double/problem.json'));
      const { exitCode, stderr } = await judge({ tree });
      rmSync(tree, { recursive: true });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^problems\/coding\/double\/problem\.json /);
      expect(stderr).toMatch(says);
    });
  }
});

// Found by the fuzz: on a busy machine the reference passed the limit of a call, a judge error.
test('a reference that takes longer than a call may is no failure', async () => {
  const tree = copyTree();
  const path = join(tree, 'solutions/double/accepted/reference.ts');
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4_000);';
  writeFileSync(path, `export function double(n: number): number { ${wait} return 2 * n; }`);
  const { report } = await judge({ tree });
  rmSync(tree, { recursive: true });
  expect(report).toMatchObject({ verdict: 'AC', points: 100 });
});

describe('a suite that fails in the middle is a judge error', () => {
  for (const [name, body, says] of [
    ['exits', 'process.exit(0)', /process\.exit/],
    ['exits below vitest', "Reflect.get(process, 'reallyExit').call(process, 0)", /outside of any/],
    ['loses its line to vitest', "(await import('node:worker_threads')).parentPort?.close()", /./],
    ['throws nothing', 'throw null', /null/],
    ['throws later', "setTimeout(() => { throw new Error('late'); }); await later()", /late/],
    ['rejects later', "void Promise.reject(new Error('late')); await later()", /late/],
    ['never stops recursing', '(function f(): void { f(); f(); })()', /call stack/],
  ] as const) {
    test.concurrent(`it ${name}`, async () => {
      const tree = copyTree();
      const path = join(tree, 'problems/coding/double/hidden.test.ts');
      const later = 'const later = () => new Promise((resolve) => setTimeout(resolve, 100));';
      const marker = "test('small numbers', async ({ candidate, random }) => {";
      const source = readFileSync(path, 'utf8');
      expect(source).toContain(marker);
      writeFileSync(path, `${source.replace(marker, `${marker} ${body};`)}\n${later}\n`);
      await expectJudgeError(says, { tree }).finally(() => rmSync(tree, { recursive: true }));
    });
  }
});

describe('what the judge needs of the machine', () => {
  /** A PATH on which bwrap is another program. */
  function pathWith(name: string, script: string): string {
    const bin = join(folder, name);
    mkdirSync(bin);
    writeFileSync(join(bin, 'bwrap'), script);
    chmodSync(join(bin, 'bwrap'), 0o755);
    return `${bin}:${process.env['PATH']}`;
  }

  test('a sandbox that works when it is tried out and then does not is a judge error', async () => {
    const bwrap = execFileSync('sh', ['-c', 'command -v bwrap'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\ncase "$*" in *main.ts*) echo broken >&2; exit 7;; esac\nexec ${bwrap} "$@"\n`;
    await expectJudgeError(
      /did not start: it exited with code 7\. Its last words: broken Run "npm ci"/,
      {
        env: { PATH: pathWith('fails', script) },
      },
    );
  });

  test('a sandbox that is no program is a usage error where it is asked for', async () => {
    const env = { PATH: pathWith('garbage', 'no program') };
    const { exitCode, stderr } = await judge({ env, args: ['--sandbox', 'bubblewrap'] });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^bubblewrap does not work here/);
  });

  test.each(['/nonexistent/folder', right])('no folder for temporary files: %s', async (TMPDIR) => {
    await expectJudgeError(/Nothing can be written.*TMPDIR/, { env: { TMPDIR } });
  });

  test('a process that cannot be started is a judge error', async () => {
    await expectJudgeError(/EAGAIN/, { env: preload('spawn', noSpawn) });
  });
});

const noSpawn = `
  import child from 'node:child_process';
  import { syncBuiltinESMExports } from 'node:module';
  child.spawn = () => { throw new Error('spawn EAGAIN'); };
  syncBuiltinESMExports();`;

/** Runs code in the judge before its own. */
function preload(name: string, code: string): Record<string, string> {
  return { NODE_OPTIONS: `--import ${write(`${name}.mjs`, code)}` };
}

describe('a clock that jumps by a year, back and forth,', () => {
  const jumps = `
    const now = Date.now;
    let count = 0;
    Date.now = () => now() + (count++ % 2 === 0 ? 1 : -1) * 3.2e10;`;

  test('changes nothing for a right solution', async () => {
    const { report } = await judge({ env: preload('clock', jumps) });
    expect(report).toMatchObject({ verdict: 'AC', points: 100 });
  });

  test('saves no solution that hangs', async () => {
    const file = write('hangs.ts', 'export function double() { for (;;); }');
    const { report } = await judge({ file, env: preload('clock2', jumps) });
    expect(report).toMatchObject({ verdict: 'TLE', points: 0 });
  });
});

describe('a report that cannot be delivered', () => {
  test('a reporter that throws is a judge error', async () => {
    const broken = `String.prototype.padStart = () => { throw new Error('the reporter is broken'); };`;
    const args = ['double', '--file', right, '--root', testTree];
    const { exitCode, stdout, stderr } = await runCli(args, preload('reporter', broken));
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toBe('Judge error: the reporter is broken');
  });

  for (const format of ['text', 'json']) {
    const command = `"$0" "$1" double --file "$2" --root "$3" --format ${format}`;
    const shell = (script: string) =>
      execa('bash', ['-c', script, process.execPath, cliPath, right, testTree], { reject: false });

    test(`a full disk is no accept (${format})`, async () => {
      const { exitCode, stderr } = await shell(`${command} > /dev/full`);
      expect(exitCode).toBe(3);
      expect(stderr).toMatch(/^The output cannot be written: ENOSPC/);
    });

    test(`a reader that has gone is no accept (${format})`, async () => {
      const { stdout, stderr } = await shell(`${command} | true; echo "\${PIPESTATUS[0]}"`);
      expect([stdout, stderr]).toEqual(['141', '']);
    });
  }
});

test('a candidate process that something else kills in a call is no accept', async () => {
  // In the list of processes it shows when it is asked: one that is idle may die unnoticed.
  const mark = `asked-${process.pid}`;
  const source = `export async function double(n: number) {
    process.title = '${mark}';
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    return 2 * n;
  }`;
  const judging = judge({ slug: 'patience', file: write('slow.ts', source) });
  let asked: Found | undefined;
  await eventually(() => {
    asked = findProcesses(mark)[0];
    return asked !== undefined;
  });
  if (asked === undefined) throw new Error('the submission was not asked');
  process.kill(asked.pid, 'SIGKILL');
  const { report, exitCode } = await judging;
  expect(report?.verdict).toBe('RTE');
  expect(exitCode).toBe(1);
});
