// A cold `judge iris` beside a bare `vitest run` of the same suite, in turn.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quantile } from './quantile.ts';

const root = resolve(import.meta.dirname, '../..');
const rounds = 7;
const submission = join(root, 'solutions/iris/accepted/reference.ts');

type Commands = Record<'judge iris' | 'bare vitest run' | 'judge (list)' | 'node -e 0', string[]>;

/** Prints the medians and their ratios. */
export function benchCold(): void {
  const folder = mkdtempSync(join(root, 'tests/bench-'));
  try {
    writeBareSuite(folder);
    printTimes(timeInTurn(commandsIn(folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The hidden suite's own test bodies, with the submission imported into the same process. */
function writeBareSuite(folder: string): void {
  writeFileSync(
    join(folder, 'api.ts'),
    `import { describe, test as vitestTest } from 'vitest';
import { createRandom } from '#judge/suite/random.ts';
import * as submission from '../../solutions/iris/accepted/reference.ts';
export * from '#judge/suite/checkers.ts';
let group = '';
const candidate = {
  call: async (name, args, schema) => schema.parse(await submission[name](...args)),
  callThrows: async (name, args) => { try { await submission[name](...args); } catch { return; } throw new Error(name); },
};
const context = (title) => ({
  random: createRandom(1, group + '/' + title), note() {}, candidate, otherCandidate: candidate,
});
export const test = (title, body) => { const id = group; vitestTest(title, () => { group = id; return body(context(title)); }); };
export const subtask = (id, control, define) => describe(id, () => { group = id; test('positive control', control); define(); });
`,
  );
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `export default { test: { include: ['problems/coding/iris/hidden.test.ts'] }, resolve: { alias: { '#judge/suite/api.ts': ${JSON.stringify(join(folder, 'api.ts'))} } } };`,
  );
}

function commandsIn(folder: string): Commands {
  return {
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
  };
}

function timeInTurn(commands: Commands): Map<string, number> {
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
  return new Map([...times].map(([name, all]) => [name, quantile(all, 0.5)]));
}

function printTimes(medians: ReadonlyMap<string, number>): void {
  for (const [name, ms] of medians)
    console.log(`${name.padEnd(18)} median of ${rounds}: ${(ms / 1000).toFixed(2)} s`);
  const ratio = (a: string, b: string): string =>
    ((medians.get(a) ?? NaN) / (medians.get(b) ?? NaN)).toFixed(2);
  console.log(
    `judge iris / bare vitest run of the same suite, submission in-process: ${ratio('judge iris', 'bare vitest run')}`,
  );
  console.log(`judge iris / node -e 0: ${ratio('judge iris', 'node -e 0')}`);
  console.log(`judge (list) / node -e 0: ${ratio('judge (list)', 'node -e 0')}`);
}
