// Speed as ratios measured in one run, in turn, medians of several: npm run bench
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const rounds = 7;
const submission = join(root, 'solutions/iris/accepted/reference.ts');

/** The hidden suite's own test bodies, with the submission imported into the same process. */
const folder = mkdtempSync(join(root, 'tests/bench-'));
writeFileSync(
  join(folder, 'api.ts'),
  `import { describe, test as vitestTest } from 'vitest';
import { createRandom } from '#judge/suite/random.ts';
import * as submission from '../../solutions/iris/accepted/reference.ts';
export * from '#judge/suite/checkers.ts';
let group = '';
const context = (title) => ({
  random: createRandom(1, group + '/' + title), note() {}, async freshCandidate() {},
  candidate: {
    call: async (name, args, schema) => schema.parse(await submission[name](...args)),
    callThrows: async (name, args) => { try { await submission[name](...args); } catch { return; } throw new Error(name); },
  },
});
export const test = (title, body) => { const id = group; vitestTest(title, () => { group = id; return body(context(title)); }); };
export const subtask = (id, control, define) => describe(id, () => { group = id; test('positive control', control); define(); });
`,
);
writeFileSync(
  join(folder, 'vitest.config.ts'),
  `export default { test: { include: ['problems/coding/iris/hidden.test.ts'] }, resolve: { alias: { '#judge/suite/api.ts': ${JSON.stringify(join(folder, 'api.ts'))} } } };`,
);

const commands = {
  'judge iris': [join(root, 'judge/bin.js'), 'iris', '--file', submission, '--seed', '1'],
  'bare vitest run': [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    root,
    '--config',
    join(folder, 'vitest.config.ts'),
  ],
  'judge (list)': [join(root, 'judge/bin.js')],
  'node -e 0': ['-e', '0'],
} as const;

try {
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const startedAt = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`);
      if (round >= 0) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  const median = (name: keyof typeof commands): number =>
    times.get(name)?.toSorted((a, b) => a - b)[rounds >> 1] ?? NaN;
  for (const name of ['judge iris', 'bare vitest run', 'judge (list)', 'node -e 0'] as const) {
    console.log(`${name.padEnd(18)} median of ${rounds}: ${(median(name) / 1000).toFixed(2)} s`);
  }
  const ratio = (a: keyof typeof commands, b: keyof typeof commands): string =>
    (median(a) / median(b)).toFixed(2);
  console.log(
    `judge iris / bare vitest run of the same suite, submission in-process: ${ratio('judge iris', 'bare vitest run')}`,
  );
  console.log(`judge iris / node -e 0: ${ratio('judge iris', 'node -e 0')}`);
  console.log(`judge (list) / node -e 0: ${ratio('judge (list)', 'node -e 0')}`);
} finally {
  rmSync(folder, { recursive: true });
}
