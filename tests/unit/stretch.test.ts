import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropStretch, keptOf, readStretch, Stretch } from '#judge/commands/stretch.ts';
import { History } from '#judge/history/history.ts';

let folder: string;
let history: History;
let nowMs = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-stretch-'));
  vi.stubEnv('JUDGE_HOME', folder);
  history = new History(folder);
  nowMs = 0;
});
afterEach(() => {
  history[Symbol.dispose]();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const begin = (leftMs: number, ring = () => {}) =>
  new Stretch(history, { mock: 'm', round: 2, readMs: () => nowMs, bell: { leftMs, ring } });

test('a stretch is kept while it runs, so that a kill costs a second at most', async () => {
  using _stretch = begin(60_000);
  nowMs = 5_000;
  await sleep(1_200);
  expect(readStretch(history, 'm')).toEqual({ round: 2, usedMs: 5_000 });
  dropStretch(history, 'm');
  expect(readStretch(history, 'm')).toBeUndefined();
});

test('it stands still once it is stopped', () => {
  using stretch = begin(60_000);
  nowMs = 7_000;
  stretch.stop();
  nowMs = 60_000;
  expect(stretch.usedMs).toBe(7_000);
  expect(readStretch(history, 'm')).toEqual({ round: 2, usedMs: 7_000 });
});

test('it is kept to its last moment when the person leaves, and known by its round', () => {
  {
    using _stretch = begin(60_000);
    nowMs = 900;
  }
  expect(keptOf(history, { mock: 'm', round: 2 })).toBe(900);
  expect(keptOf(history, { mock: 'm', round: 3 })).toBe(0);
});

test('the bell rings once when its time is over, and not for a stretch that begins after it', async () => {
  const rung = vi.fn<() => void>();
  const early = begin(30, rung);
  const late = begin(0, rung);
  const stopped = begin(60, rung);
  stopped.stop();
  await sleep(150);
  expect(rung).toHaveBeenCalledTimes(1);
  for (const stretch of [early, late]) stretch.stop();
});

test('a draft that cannot be read is none', () => {
  history.saveDraft('stretch:m', '{"round":"x"}');
  expect(readStretch(history, 'm')).toBeUndefined();
  history.saveDraft('stretch:m', '{');
  expect(readStretch(history, 'm')).toBeUndefined();
});
