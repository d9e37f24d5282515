import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { afterAll, expect, test } from 'vitest';
import { CandidateHost, type HostOptions } from '#judge/candidate/host.ts';
import { Supervisor } from '#judge/candidate/supervisor.ts';
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

const path = join(folder, 'submission.ts');

function start(over: Partial<HostOptions> = {}): CandidateHost {
  return new CandidateHost({ ...options(), ...over });
}

function options(): HostOptions {
  writeFileSync(path, 'export const f = () => 1;');
  return {
    submission: { path, source: 'export const f = () => 1;' },
    limits,
    sandbox: chooseSandbox('auto'),
    sandboxRequest: {
      readable: [folder, join(root, 'node_modules')],
      limits,
      timeZone: 'UTC',
      grants: [],
      needsNetwork: false,
      bridges: [],
      runFolder: runFolder.path,
    },
    runFolder,
    resolveFrom: join(root, 'package.json'),
  };
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

/** Exports a function named after what was loaded before it. */
const tellsLibraries = `
import { createRequire } from 'node:module';
const loaded = Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('/ml-cart/'));
export const early = loaded ? () => 1 : undefined;
`;

test('libraries are loaded before the text of the submission is there', async () => {
  const text = Promise.withResolvers<string>();
  const host = start({ submission: { path, source: text.promise }, preload: ['ml-cart'] });
  text.resolve(tellsLibraries);
  expect(await host.loaded).toEqual({ kind: 'loaded', functions: ['early'] });
  await host.stop();
  const other = start({ submission: { path, source: tellsLibraries } });
  expect(await other.loaded).toEqual({ kind: 'loaded', functions: [] });
  await other.stop();
});

test('a library that is not there is the affair of the submission that imports it', async () => {
  const host = start({ preload: ['no-such-package'] });
  expect(await host.loaded).toEqual({ kind: 'loaded', functions: ['f'] });
  await host.stop();
});

test('a process that dies before it has the text is our failure, not that of the submission', async () => {
  const text = Promise.withResolvers<string>();
  const host = start({ submission: { path, source: text.promise } });
  await sleep(1_000);
  await host.stop();
  text.resolve('export const f = () => 1;');
  await expect(host.loaded).rejects.toThrow(/did not start/);
});

test('what is put aside goes to a second process, the rest to the first one again', async () => {
  const submission = { path, source: 'let calls = 0; export const f = () => ++calls;' };
  const supervisor = new Supervisor({ ...options(), submission }, () => submission);
  const ask = async (isAside: boolean): Promise<unknown> => {
    const request = { name: 'f', args: serialize([]), limitMs: 5_000, watchArguments: false };
    const outcome = await supervisor.call({ ...request, isAside });
    return outcome.kind === 'returned' ? deserialize(outcome.answer) : outcome;
  };
  expect([await ask(false), await ask(false)]).toEqual([1, 2]);
  expect([await ask(true), await ask(true), await ask(false)]).toEqual([1, 2, 3]);
  await supervisor.stop();
});

test('a function that runs out of time gets half as long with its next calls, at least a second, and others keep theirs', async () => {
  const source =
    'export const stuck = () => { for (;;); }; export const late = () => { for (;;); };';
  const submission = { path, source };
  const supervisor = new Supervisor({ ...options(), submission }, () => submission);
  const ask = (name: string) =>
    supervisor.call({ name, args: serialize([]), limitMs: 3_000, watchArguments: false });
  const timedOut = { kind: 'timedOut', what: 'call' };
  expect(await ask('stuck')).toEqual({ ...timedOut, limitMs: 3_000 });
  expect(await ask('stuck')).toEqual({ ...timedOut, limitMs: 1_500, isHalved: true });
  expect(await ask('stuck')).toEqual({ ...timedOut, limitMs: 1_000, isHalved: true });
  expect(await ask('late')).toEqual({ ...timedOut, limitMs: 3_000 });
  await supervisor.stop();
});
