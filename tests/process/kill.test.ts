import { execFileSync, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readClock } from '#judge/clock.ts';
import { readStamp } from '#judge/session/stamp.ts';
import { currentSession, lastSeen } from '#judge/session/store.ts';
import { cliPath } from '../helpers/cli.ts';
import { half, right, slug, Tree } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

function startJudge(stdio: StdioOptions) {
  const args = [cliPath, slug, '--root', tree.root];
  return spawn(process.execPath, args, { stdio, env: { ...process.env, ...tree.env } });
}

function countRuns(): number {
  using history = tree.history();
  return history.list('run').length;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(30);
}

test('killed in the middle of a run, the session, its earlier runs and the text are there', async () => {
  tree.begin(30_000, { minutes: 20 });
  tree.save(half);
  await tree.run(slug);
  const endless = 'export function double(n: number) { for (;;); }\n';
  tree.save(endless);
  const child = startJudge('ignore');
  await until(() => {
    using history = tree.history();
    const session = currentSession(history);
    return session !== undefined && lastSeen(history, session)?.source === endless;
  });
  child.kill('SIGKILL');
  await once(child, 'exit');

  using history = tree.history();
  const session = currentSession(history);
  if (session === undefined) throw new Error('the session is gone');
  expect(readClock(session, readStamp()).usedMs).toBeGreaterThan(30_000);
  expect(history.list('run').map(({ data }) => data.report.points)).toEqual([70]);
  tree.save(right);
  const next = await tree.run(slug);
  expect(next.stdout).toMatch(/attempt 2 {4}practice/);
  expect(next.stdout).toMatch(/last 70 {3}best 100/);
});

test('killed after a run was kept and before it is printed, the run is there', async () => {
  tree.begin(0, { minutes: 20 });
  tree.save(half);
  const fifo = join(tree.root, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const reader = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const filled = fill(reader);
  const child = startJudge(['ignore', openSync(fifo, constants.O_WRONLY), 'ignore']);
  await until(() => countRuns() === 1);
  // Nobody reads: the judge cannot have printed anything.
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readSync(reader, Buffer.alloc(filled + 100))).toBe(filled);

  const { stdout } = await tree.run('report');
  expect(stdout).toMatch(/SCORE {2}70\/100/);
  expect(stdout).toMatch(/into a session/);
});

test('nothing is printed of a run before it is kept', async () => {
  tree.begin(0, { minutes: 20 });
  tree.save(half);
  const printed = join(tree.root, 'printed');
  const child = startJudge(['ignore', openSync(printed, 'w'), 'ignore']);
  await until(() => {
    using history = tree.history();
    const session = currentSession(history);
    return session !== undefined && lastSeen(history, session)?.source === half;
  });
  // Nobody else can write now, so the run cannot be kept.
  const database = new DatabaseSync(join(tree.root, '.judge/judge.db'));
  database.exec('BEGIN IMMEDIATE');
  await sleep(3_500);
  expect(readFileSync(printed, 'utf8')).toBe('');
  database.exec('ROLLBACK');
  database.close();
  await once(child, 'exit');
  expect(readFileSync(printed, 'utf8')).toMatch(/SCORE {2}70\/100/);
  expect(countRuns()).toBe(1);
});

/** Writes until nothing more fits; answers how many bytes that were. */
function fill(fd: number): number {
  let bytes = 0;
  for (const size of [4096, 1]) {
    try {
      for (;;) bytes += writeSync(fd, Buffer.alloc(size, '.'));
    } catch {
      // The pipe is full.
    }
  }
  return bytes;
}
