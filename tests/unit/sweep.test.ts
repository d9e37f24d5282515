import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identify, isRunning, pidNamespace } from '#judge/leftovers/identity.ts';
import { ownerTag } from '#judge/leftovers/names.ts';
import { sweepLeftovers } from '#judge/leftovers/sweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** No process began then. */
const goneTag = `${pidNamespace()}-${process.pid}-1`;

function leave(tag: string, children = ''): string {
  const path = mkdtempSync(join(folder, `judge-run-${tag}-`));
  mkdirSync(join(path, 'chroma'));
  writeFileSync(join(path, 'children'), children);
  return path;
}

test('the folder of a judge that is gone is removed, even where its number lives on', () => {
  const path = leave(goneTag);
  sweepLeftovers(folder);
  expect(existsSync(path)).toBe(false);
});

test('the folder of a judge that runs stays', () => {
  const path = leave(ownerTag());
  sweepLeftovers(folder);
  expect(existsSync(path)).toBe(true);
});

test('a folder from another container stays for a day', () => {
  const path = leave('1-2-3');
  sweepLeftovers(folder);
  expect(existsSync(path)).toBe(true);
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
  utimesSync(path, twoDaysAgo, twoDaysAgo);
  sweepLeftovers(folder);
  expect(existsSync(path)).toBe(false);
});

test('nothing else is touched', () => {
  const others = ['judge-run-', 'judge-run-x', 'judge-runner-1-2-3-', 'report.json'];
  for (const name of others) mkdirSync(join(folder, name));
  sweepLeftovers(folder);
  for (const name of others) expect(existsSync(join(folder, name))).toBe(true);
});

test('a link is removed, not what it leads to', () => {
  const target = join(folder, 'target');
  mkdirSync(join(target, 'inner'), { recursive: true });
  symlinkSync(target, join(folder, `judge-run-${goneTag}-link`));
  sweepLeftovers(folder);
  expect(existsSync(join(target, 'inner'))).toBe(true);
});

test('processes of a judge that is gone are ended, a later one of the same number is not', async () => {
  const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const ended = new Promise((resolve) => orphan.once('exit', (_code, signal) => resolve(signal)));
  const lines = [
    JSON.stringify(identify(orphan.pid ?? 0)),
    JSON.stringify({ pid: stranger.pid, began: 1 }),
    JSON.stringify({ pid: -1, began: 1 }),
    '{"pid":',
  ];
  leave(goneTag, lines.join('\n'));
  sweepLeftovers(folder);
  expect(await ended).toBe('SIGKILL');
  expect(isRunning(identify(stranger.pid ?? 0))).toBe(true);
  stranger.kill('SIGKILL');
});

test('a folder that cannot be listed is no error', () => {
  sweepLeftovers(join(folder, 'absent'));
});
