import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readClock } from '#judge/clock.ts';
import { History } from '#judge/history/history.ts';
import { beatEveryMs } from '#judge/session/beat.ts';
import {
  addEvent,
  beat,
  currentSession,
  keepSnapshot,
  lastSeen,
  listSessions,
  startSession,
  stopBeat,
} from '#judge/session/store.ts';
import { at, minuteMs, session } from '../helpers/session.ts';

let folder: string;
let history: History;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-session-'));
  vi.stubEnv('JUDGE_HOME', folder);
  history = new History(folder);
});
afterEach(() => {
  history[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const { start } = session();
const begin = (over: Partial<typeof start> = {}) =>
  startSession(history, { ...start, ...over, source: 'the starter' });

test('the session that began last is the current one until it ends', () => {
  expect(currentSession(history)).toBeUndefined();
  const first = begin();
  const second = begin({ slug: 'other' });
  expect(currentSession(history)).toEqual(second);
  addEvent(history, second, { kind: 'ended', stamp: at(1), how: 'finished' });
  // The first was left when the second began.
  expect(currentSession(history)).toBeUndefined();
  expect(listSessions(history, 'double')).toEqual([first]);
});

test('events are read in the order in which they were written, though the clock was set back', () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
  const begun = begin();
  vi.setSystemTime(new Date('2026-03-01T09:00:00Z'));
  addEvent(history, begun, { kind: 'paused', stamp: at(2 * minuteMs) });
  vi.setSystemTime(new Date('2026-03-01T08:00:00Z'));
  addEvent(history, begun, { kind: 'resumed', stamp: at(3 * minuteMs) });
  vi.useRealTimers();
  const kinds = currentSession(history)?.events.map(({ kind }) => kind);
  expect(kinds).toEqual(['paused', 'resumed']);
});

test('a hundred heartbeats leave no more in the log than one', () => {
  const begun = begin();
  for (let count = 0; count < 100; count += 1)
    beat(history, begun, { now: at(count * beatEveryMs), beater: 'watch' });
  expect(history.list('session')).toHaveLength(1);
});

test('a watch that falls silent and speaks again was asleep', () => {
  const begun = begin();
  beat(history, begun, { now: at(minuteMs), beater: 'watch' });
  const after = beat(history, begun, { now: at(10 * minuteMs), beater: 'watch' });
  expect(readClock(after, at(10 * minuteMs))).toMatchObject({
    usedMs: minuteMs,
    gaps: [{ cause: 'sleep', ms: 9 * minuteMs }],
  });
  expect(currentSession(history)).toEqual(after);
});

test('a watch that falls silent while another command comes is dead; told once', () => {
  const begun = begin();
  beat(history, begun, { now: at(minuteMs), beater: 'watch' });
  const after = beat(history, begun, { now: at(10 * minuteMs) });
  const later = beat(history, after, { now: at(15 * minuteMs) });
  expect(later.events.map(({ kind }) => kind)).toEqual(['gap']);
  expect(later.events[0]).toMatchObject({ cause: 'crash' });
});

test('a passing command does not hide that watch is at work', () => {
  const begun = begin();
  beat(history, begun, { now: at(minuteMs), beater: 'watch' });
  beat(history, begun, { now: at(minuteMs + 1000) });
  const after = beat(history, begun, { now: at(9 * minuteMs), beater: 'watch' });
  expect(after.events[0]).toMatchObject({ cause: 'sleep' });
});

test('a watch that was closed, and commands that nobody runs, are no gap', () => {
  const begun = begin();
  beat(history, begun, { now: at(minuteMs), beater: 'watch' });
  stopBeat(history, begun, at(2 * minuteMs));
  const after = beat(history, begun, { now: at(10 * minuteMs) });
  expect(beat(history, after, { now: at(19 * minuteMs) }).events).toEqual([]);
});

test('a restart of the machine is a gap up to its new start', () => {
  const begun = begin();
  beat(history, begun, { now: at(3 * minuteMs) });
  const now = { wallMs: at(9 * minuteMs).wallMs, upMs: minuteMs, boot: 'second' };
  const after = beat(history, begun, { now });
  // Minutes 3 to 8 the machine was off; since minute 8 it is up again.
  expect(readClock(after, now)).toMatchObject({
    usedMs: 4 * minuteMs,
    pausedMs: 5 * minuteMs,
    gaps: [{ cause: 'reboot', ms: 5 * minuteMs }],
  });
});

test('a paused session has no gaps', () => {
  const paused = addEvent(history, begin(), { kind: 'paused', stamp: at(minuteMs) });
  beat(history, paused, { now: at(minuteMs), beater: 'watch' });
  expect(beat(history, paused, { now: at(60 * minuteMs) }).events).toHaveLength(1);
});

test('the last text seen before a moment is known, and the starter before any other', () => {
  const begun = begin();
  keepSnapshot(history, begun, { source: 'two', now: at(2 * minuteMs) });
  keepSnapshot(history, begun, { source: 'two', now: at(3 * minuteMs) });
  keepSnapshot(history, begun, { source: 'nine', now: at(9 * minuteMs) });
  expect(history.list('snapshot')).toHaveLength(3);
  expect(lastSeen(history, begun, minuteMs)?.source).toBe('the starter');
  expect(lastSeen(history, begun, 5 * minuteMs)).toEqual({ usedMs: 2 * minuteMs, source: 'two' });
  expect(lastSeen(history, begun)?.source).toBe('nine');
});
