import { describe, expect, test } from 'vitest';
import { judgeSource } from '../helpers/cli.ts';

const spinOnThreads = `
import { Worker } from 'node:worker_threads';
export function double() {
  for (let n = 0; n < 3; n += 1) new Worker('for (;;);', { eval: true });
  return new Promise(() => {});
}`;

const manyThreads = `
import { Worker } from 'node:worker_threads';
export async function double(n: number) {
  for (let i = 0; i < 60; i += 1) {
    const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
    await new Promise((resolve) => worker.once('online', resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return 2 * n;
}`;

const called = (body: string): string => `export async function double(n: number) { ${body} }`;

const cases = [
  {
    name: 'work on several threads counts for each of them, long before the wall limit',
    slug: 'threads',
    source: spinOnThreads,
    verdict: 'TLE',
    says: /limit of 3 s of CPU time; work on several threads counts/,
  },
  {
    name: 'work while loading counts too',
    slug: 'threads',
    source: 'for (;;);',
    verdict: 'TLE',
    says: /the file passed the limit of 1 s of CPU time while loading/,
  },
  {
    name: 'more threads than the limit',
    slug: 'threads',
    source: manyThreads,
    verdict: 'RTE',
    says: /more threads than the limit of 32/,
  },
  {
    name: 'calls that take too long together',
    slug: 'patience',
    source: called('await new Promise((go) => setTimeout(go, 400)); return 2 * n;'),
    verdict: 'TLE',
    says: /all calls together took more than the limit of 1.5 s/,
  },
  {
    name: 'one buffer larger than the system gives',
    slug: 'double',
    source: called('return Buffer.alloc(3e9, 1).length;'),
    verdict: 'MLE',
    says: /200 MB/,
  },
  {
    name: 'memory of WebAssembly',
    slug: 'double',
    source: called(
      'const all = []; for (;;) { const m = new WebAssembly.Memory({ initial: 1000 }); new Uint8Array(m.buffer).fill(1); all.push(m); }',
    ),
    verdict: 'MLE',
    says: /200 MB/,
  },
  {
    name: 'files that are never closed',
    slug: 'double',
    source: `import { openSync } from 'node:fs';\n${called(`for (;;) openSync(${JSON.stringify(process.execPath)});`)}`,
    verdict: 'RTE',
    says: /more files than the limit of 512/,
  },
];

describe.each(['bubblewrap', 'node'])('in the sandbox %s', (sandbox) => {
  for (const { name, slug, source, verdict, says } of cases) {
    test.concurrent(`${name}: ${verdict}`, async () => {
      const { report } = await judgeSource(source, { slug, sandbox });
      const said = [report.message, ...report.subtasks.map(({ message }) => message)].join('\n');
      expect(said).toMatch(says);
      expect(report.verdict).toBe(verdict);
      expect(report.sandbox).toContain(sandbox);
    });
  }

  test.concurrent('a solution that stays within all limits is accepted', async () => {
    const { report } = await judgeSource(called('return 2 * n;'), { slug: 'threads', sandbox });
    expect(report).toMatchObject({ verdict: 'AC', points: 100 });
  });
});
