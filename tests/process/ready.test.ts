// An interview waits for Enter; until then nothing is changed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Watcher } from '../helpers/watch.ts';
import { half, slug, Tree } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

const args = ['--mode', 'interview'];
const ready = /Press Enter to start the clock/;

test('Ctrl-C leaves the file as it was, and no session begins', async () => {
  tree.save(half);
  const waiting = Watcher.start(tree, slug, { verb: 'start', atTerminal: true, args });
  await waiting.says(ready);
  waiting.press('\u0003');
  expect(await waiting.ended()).toBe(130);
  expect(readFileSync(tree.file, 'utf8')).toBe(half);
  expect((await tree.run('time')).stderr).toMatch(/No session is running/);
});

test('Ctrl-C in redo leaves the running session alone', async () => {
  tree.begin(0, { mode: 'interview' });
  const waiting = Watcher.start(tree, slug, { verb: 'redo', atTerminal: true });
  await waiting.says(ready);
  waiting.press('\u0003');
  expect(await waiting.ended()).toBe(130);
  expect((await tree.run('time')).stdout).toMatch(/interview/);
});

test('a session that begins in another terminal is not taken over', async () => {
  const waiting = Watcher.start(tree, slug, { verb: 'start', atTerminal: true, args });
  await waiting.says(ready);
  await tree.run('start', slug);
  tree.save(half);
  waiting.press('\n');
  expect(await waiting.ended()).toBe(2);
  expect(waiting.text()).toMatch(/session on double is running \(practice/);
  expect(readFileSync(tree.file, 'utf8')).toBe(half);
});
