import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { CandidateHost } from '#judge/candidate/host.ts';
import { RunFolder } from '#judge/leftovers/runFolder.ts';
import { limitsSchema } from '#judge/model/problem.ts';
import { chooseSandbox } from '#judge/sandbox/choose.ts';
import { root } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-host-'));
const runFolder = new RunFolder();
afterAll(() => {
  runFolder[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const limits = limitsSchema.parse({ callTimeMs: 1000, memoryMb: 512 });

function start(): CandidateHost {
  const path = join(folder, 'submission.ts');
  writeFileSync(path, 'export const f = () => 1;');
  return new CandidateHost({
    submission: { path, source: 'export const f = () => 1;' },
    limits,
    sandbox: chooseSandbox('auto'),
    sandboxRequest: {
      readable: [folder],
      limits,
      timeZone: 'UTC',
      grants: [],
      needsNetwork: false,
      bridges: [],
      runFolder: runFolder.path,
    },
    runFolder,
    resolveFrom: join(root, 'package.json'),
  });
}

test('a process stopped at any moment of its start is gone', async () => {
  for (let round = 0; round < 24; round += 1) {
    const host = start();
    await sleep(round % 8);
    await host.stop();
  }
  // The folder's name stands in the arguments of each process of this test.
  const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(left.split('\n').filter((line) => line.includes(folder))).toEqual([]);
});
