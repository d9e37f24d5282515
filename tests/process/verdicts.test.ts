import { describe, expect, test } from 'vitest';
import type { Verdict } from '#judge/model/verdict.ts';
import { judgeSource } from '../helpers/cli.ts';

type Case = { name: string; source: string; verdict: Verdict; says: RegExp };

const right = 'export const double = (n: number): number => 2 * n;';
const called = (body: string): string => `export function double(n: any): any { ${body} }`;

const cases: Case[] = [
  {
    name: 'a constant answer',
    source: called('return 2;'),
    verdict: 'WA',
    says: /double\(n\) is too/,
  },
  {
    name: 'null',
    source: called('return null;'),
    verdict: 'WA',
    says: /returned null; expected number/,
  },
  {
    name: 'the wrong shape',
    source: called('return [n, n];'),
    verdict: 'WA',
    says: /returned an array of 2/,
  },
  { name: 'a function', source: called('return () => n;'), verdict: 'WA', says: /not plain data/ },
  {
    name: 'a sparse array of huge length',
    source: called('return new Array(4e9);'),
    verdict: 'WA',
    says: /holes/,
  },
  {
    name: 'an object that claims to equal everything',
    source: called('return { asymmetricMatch: () => true };'),
    verdict: 'WA',
    says: /not plain data/,
  },
  {
    name: 'a thrown error',
    source: called('throw new Error("no idea");'),
    verdict: 'RTE',
    says: /threw Error: no idea/,
  },
  { name: 'a thrown string', source: called('throw "oops";'), verdict: 'RTE', says: /oops/ },
  {
    name: 'a thrown object',
    source: called('throw { code: 7 };'),
    verdict: 'RTE',
    says: /code: 7/,
  },
  {
    name: 'a process that exits in a call',
    source: called('process.exit(0);'),
    verdict: 'RTE',
    says: /exited with code 0/,
  },
  {
    name: 'a process that exits while loading',
    source: 'process.exit(0);',
    verdict: 'RTE',
    says: /exited with code 0/,
  },
  {
    name: 'a process that kills itself',
    source: called('process.kill(process.pid, "SIGKILL");'),
    verdict: 'RTE',
    says: /SIGKILL/,
  },
  {
    name: 'an endless loop',
    source: called('for (;;);'),
    verdict: 'TLE',
    says: /did not finish within 3 s/,
  },
  {
    name: 'a promise that never settles',
    source: called('return new Promise(() => {});'),
    verdict: 'TLE',
    says: /did not finish/,
  },
  {
    name: 'a thenable that never calls back',
    source: called('return { then() {} };'),
    verdict: 'TLE',
    says: /did not finish/,
  },
  {
    name: 'an endless loop while loading',
    source: 'for (;;);',
    verdict: 'TLE',
    says: /loading within 3 s/,
  },
  {
    name: 'an endless top-level await',
    source: `await new Promise(() => {});\n${right}`,
    verdict: 'TLE',
    says: /loading/,
  },
  {
    name: 'a heap that grows for ever',
    source: called('const a = []; for (;;) a.push(new Array(1000).fill(n));'),
    verdict: 'MLE',
    says: /200 MB/,
  },
  {
    name: 'buffers that grow for ever',
    source: called('const a = []; for (;;) a.push(Buffer.alloc(1e6, 1));'),
    verdict: 'MLE',
    says: /200 MB/,
  },
  {
    name: 'a flood on stdout',
    source: called('for (;;) console.log("x".repeat(1000));'),
    verdict: 'OLE',
    says: /20000 characters/,
  },
  {
    name: 'a syntax error',
    source: 'export const double = (n => 2 * n;',
    verdict: 'CE',
    says: /SyntaxError/,
  },
  {
    name: 'a missing export',
    source: 'export const triple = (n: number) => 3 * n;',
    verdict: 'CE',
    says: /does not export a function double; it exports triple/,
  },
  {
    name: 'an error while loading',
    source: `throw new Error("too early");\n${right}`,
    verdict: 'CE',
    says: /too early/,
  },
  {
    name: 'an enum',
    source: `enum Mode { On }\n${right}`,
    verdict: 'CE',
    says: /enum is not supported/,
  },
  {
    name: 'a package that does not exist',
    source: `import 'no-such-package';\n${right}`,
    verdict: 'CE',
    says: /no-such-package/,
  },
  {
    name: 'reading a file outside',
    source: `import { readFileSync } from 'node:fs';\n${called('return readFileSync("/etc/passwd").length;')}`,
    verdict: 'RTE',
    says: /ERR_ACCESS_DENIED|restricted/i,
  },
  {
    name: 'writing a file',
    source: `import { writeFileSync } from 'node:fs';\n${called('writeFileSync("/tmp/judge-note", "x"); return 2 * n;')}`,
    verdict: 'RTE',
    says: /restricted/i,
  },
  {
    name: 'opening a socket',
    source: `import { connect } from 'node:net';\n${called('return new Promise((_, no) => connect(80, "127.0.0.1").on("error", no));')}`,
    verdict: 'RTE',
    says: /restricted/i,
  },
  {
    name: 'starting a process',
    source: `import { spawnSync } from 'node:child_process';\n${called('spawnSync("ls"); return 2 * n;')}`,
    verdict: 'RTE',
    says: /restricted/i,
  },
  {
    name: 'starting a worker',
    source: `import { Worker } from 'node:worker_threads';\n${called('new Worker("1", { eval: true }); return 2 * n;')}`,
    verdict: 'RTE',
    says: /restricted/i,
  },
  {
    name: 'forged protocol bytes',
    source: `import { writeSync } from 'node:fs';\n${called('writeSync(3, "AC AC AC AC AC AC"); return 2 * n;')}`,
    verdict: 'RTE',
    says: /no message/,
  },
];

describe('each misbehaviour gets its own verdict', () => {
  for (const { name, source, verdict, says } of cases) {
    test.concurrent(`${name} is ${verdict}`, async () => {
      const { report, exitCode } = await judgeSource(source);
      expect(report.verdict).toBe(verdict);
      expect(exitCode).toBe(1);
      expect(report.points).toBeLessThanOrEqual(60);
      expect([report.message, ...report.subtasks.map(({ message }) => message)].join('\n')).toMatch(
        says,
      );
    });
  }
});

describe('an honest solution is accepted', () => {
  const honest: Record<string, string> = {
    'as an arrow function': right,
    'as an async function': 'export async function double(n: number) { return n + n; }',
    'with a byte-order mark and Windows line ends': `\uFEFF${right}\r\nexport type N = number;\r\n`,
    'with a timer left running': `setInterval(() => {}, 10);\n${right}`,
    'that prints a little': `console.log('hello');\n${right}`,
    'with a rejection nobody awaits': `export function double(n: number) { void Promise.reject(new Error('late')); return 2 * n; }`,
    'that reads its fixture': `import data from '${new URL('tree/fixtures/double/number.json', import.meta.url).href}' with { type: 'json' };\nexport const double = (n: number) => 2 * n * (data.n / 21);`,
    'that finds the libraries from another folder': `import { max } from 'simple-statistics';\nexport const double = (n: number) => 2 * max([n]);`,
  };
  for (const [name, source] of Object.entries(honest)) {
    test.concurrent(name, async () => {
      const { report, exitCode } = await judgeSource(source);
      expect(report).toMatchObject({ verdict: 'AC', points: 100 });
      expect(exitCode).toBe(0);
    });
  }
});

test('one crash does not decide the rest', async () => {
  const { report } = await judgeSource(
    'export const double = (n: number) => (n === Infinity ? process.exit(3) : 2 * n);',
  );
  expect(report.verdict).toBe('RTE');
  expect(report.subtasks.map(({ id, points }) => [id, points])).toEqual([
    ['double', 30],
    ['pace', 40],
  ]);
});

test.each(['new Error("got: " + n)', '{ got: n }'])(
  'hidden input echoed by throw %s is taken out of the report',
  async (thrown) => {
    // It is asked for Infinity; numbers of few digits tell nothing and stay.
    const source = called(`if (n < 1000) return 2 * n; throw ${thrown};`);
    const { report, stdout } = await judgeSource(source, { seed: 11 });
    expect(report.verdict).toBe('RTE');
    expect(stdout).toContain('got: (hidden)');
  },
);

test('a syntax error has its line and column', async () => {
  const { report } = await judgeSource('\nexport function double(n { return n; }');
  expect(report).toMatchObject({ verdict: 'CE', line: 2 });
  expect(report.column).toBeGreaterThan(20);
});
