// `judge watch` while a session of its problem runs.
import { mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beatEveryMs, readBeat } from '#judge/session/beat.ts';
import { currentSession } from '#judge/session/store.ts';
import { Watcher } from '../helpers/watch.ts';
import { half, right, slug, Tree } from '../helpers/workspace.ts';

let tree: Tree;
let watcher: Watcher;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => {
  watcher.child.kill('SIGKILL');
  tree[Symbol.dispose]();
});

/** Watches a file that passes a half, until it has its verdict. */
async function watchHalf(): Promise<void> {
  watcher = Watcher.start(tree, slug);
  writeFileSync(tree.file, half);
  await watcher.verdict(1);
}

test('runs belong to it, and it is known to be alive while watch is', async () => {
  tree.begin(0, { minutes: 20 });
  await watchHalf();
  const beats = () => {
    using history = tree.history();
    const session = currentSession(history);
    return session && readBeat(history, session)?.beater;
  };
  expect(beats()).toBe('watch');
  {
    using history = tree.history();
    const [run] = history.list('run');
    expect(run?.data.session).toMatchObject({ moment: 'run' });
    expect(run?.data.report.seed).toBe(7);
  }
  expect(await watcher.ended('SIGTERM')).toBe(143);
  expect(beats()).toBeUndefined();
});

test('the bell of an interview rings while nothing is saved, and judges the file', async () => {
  tree.begin(42_000, { mode: 'interview' });
  await watchHalf();
  await watcher.says(/The bell: 1:00 are over/);
  await watcher.says(/The score at the bell: 70\/100/);
  writeFileSync(tree.file, right);
  await watcher.verdict(2);
  using history = tree.history();
  const moments = history.list('run').map(({ data }) => data.session?.moment);
  expect(moments).toEqual(['run', 'bell', 'run']);
});

test('a folder in the place of the file is a file that is gone, and no failure of the history', async () => {
  tree.begin(0, { minutes: 20 });
  await watchHalf();
  rmSync(tree.file);
  mkdirSync(tree.file);
  await watcher.says(/is gone/);
  await sleep(beatEveryMs + 1_500); // a heartbeat reads the file
  rmdirSync(tree.file);
  writeFileSync(tree.file, right);
  await watcher.verdict(2);
  expect(watcher.scores).toEqual([70, 100]);
  expect(watcher.text().match(/is gone/g)).toHaveLength(1);
  expect(watcher.text()).not.toMatch(/history|not a file/);
});
