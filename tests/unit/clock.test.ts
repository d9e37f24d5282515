import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milestonesBetween, readClock } from '#judge/clock.ts';
import type { LaterEvent, Mode, Stamp } from '#judge/model/session.ts';
import { at, minuteMs, session } from '../helpers/session.ts';

test('time runs from the start and stops at the end', () => {
  expect(readClock(session(), at(5 * minuteMs))).toMatchObject({
    kind: 'running',
    usedMs: 5 * minuteMs,
    leftMs: 15 * minuteMs,
    overMs: 0,
    bell: { kind: 'ahead' },
  });
  const ended = session([{ kind: 'ended', stamp: at(6 * minuteMs), how: 'finished' }]);
  expect(readClock(ended, at(60 * minuteMs))).toMatchObject({
    kind: 'ended',
    usedMs: 6 * minuteMs,
    bell: { kind: 'never' },
  });
});

test('a pause is counted apart', () => {
  const paused = session([{ kind: 'paused', stamp: at(minuteMs) }]);
  expect(readClock(paused, at(30 * minuteMs))).toMatchObject({
    kind: 'paused',
    usedMs: minuteMs,
    pausedMs: 29 * minuteMs,
    pauses: 1,
  });
});

test('the bell is due since the moment the time was used up, pauses included', () => {
  const { events } = session([
    { kind: 'paused', stamp: at(21 * minuteMs) },
    { kind: 'resumed', stamp: at(24 * minuteMs) },
  ]);
  const clock = readClock(session(events), at(25 * minuteMs));
  expect(clock.bell).toEqual({ kind: 'due', sinceMs: 5 * minuteMs });
  expect(clock.overMs).toBe(2 * minuteMs);
});

test('extra time moves the bell', () => {
  const longer = session([], { extraTime: 1.5 });
  expect(readClock(longer, at(25 * minuteMs))).toMatchObject({
    allowedMs: 30 * minuteMs,
    bell: { kind: 'ahead' },
  });
});

test('setting the wall clock changes no time and is flagged', () => {
  const set: Stamp = { ...at(3 * minuteMs), wallMs: at(0).wallMs + 3_600_000 };
  expect(readClock(session(), set)).toMatchObject({
    usedMs: 3 * minuteMs,
    jumpsMs: [57 * minuteMs],
  });
});

describe('a machine that was away', () => {
  const gap: LaterEvent = {
    kind: 'gap',
    from: at(2 * minuteMs),
    stamp: at(10 * minuteMs),
    cause: 'sleep',
  };
  test('costs no time in practice', () => {
    expect(readClock(session([gap]), at(11 * minuteMs))).toMatchObject({
      usedMs: 3 * minuteMs,
      pausedMs: 8 * minuteMs,
      pauses: 0,
      gaps: [{ cause: 'sleep', ms: 8 * minuteMs }],
    });
  });
  test('is recorded in an interview, and time runs on', () => {
    expect(readClock(session([gap], { mode: 'interview' }), at(11 * minuteMs))).toMatchObject({
      usedMs: 11 * minuteMs,
      pausedMs: 0,
      gaps: [{ cause: 'sleep', ms: 8 * minuteMs }],
    });
  });
  test('a watch that died is no excuse in practice either: the person may have worked on', () => {
    const crash = session([{ ...gap, cause: 'crash' }]);
    expect(readClock(crash, at(11 * minuteMs)).usedMs).toBe(11 * minuteMs);
  });
});

test('after a restart the wall clock counts, and at least the new uptime', () => {
  const restarted: Stamp = { wallMs: at(8 * minuteMs).wallMs, upMs: 30_000, boot: 'second' };
  expect(readClock(session(), restarted).usedMs).toBe(8 * minuteMs);
  const setBack: Stamp = { wallMs: at(-60 * minuteMs).wallMs, upMs: 30_000, boot: 'second' };
  expect(readClock(session(), setBack)).toMatchObject({ usedMs: 30_000 });
  expect(readClock(session(), setBack).jumpsMs).toHaveLength(1);
});

test('two commands that write in the wrong order count no time twice', () => {
  const disordered = session([
    { kind: 'resumed', stamp: at(5 * minuteMs) },
    { kind: 'resumed', stamp: at(4 * minuteMs) },
  ]);
  expect(readClock(disordered, at(6 * minuteMs)).usedMs).toBe(6 * minuteMs);
});

test('half time, 5 minutes and 1 minute are told once', () => {
  const clock = (usedMs: number) => readClock(session(), at(usedMs));
  expect(milestonesBetween(clock(0), clock(9 * minuteMs))).toEqual([]);
  expect(milestonesBetween(clock(9 * minuteMs), clock(16 * minuteMs))).toEqual([
    'Half time.',
    '5 minutes left.',
  ]);
  expect(milestonesBetween(clock(16 * minuteMs), clock(19 * minuteMs))).toEqual(['1 minute left.']);
});

/** A step of a session's life: what the person or the machine does after `afterMs`. */
type Step = {
  afterMs: number;
  does: 'pause' | 'resume' | 'bell' | 'work' | 'setClock' | 'restart';
};

const steps = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 40 * minuteMs }),
    does: fc.constantFrom<Step['does'][]>('pause', 'resume', 'bell', 'work', 'setClock', 'restart'),
  }),
  { maxLength: 25 },
);

/** Lives the steps: what is written down, the last stamp, and what really happened. */
function live(all: readonly Step[]) {
  const events: LaterEvent[] = [];
  let now = at(0);
  let isPaused = false;
  const truth = { usedMs: 0, pausedMs: 0 };
  for (const { afterMs, does } of all) {
    now = { ...now, wallMs: now.wallMs + afterMs, upMs: now.upMs + afterMs };
    truth[isPaused ? 'pausedMs' : 'usedMs'] += afterMs;
    if (does === 'pause' || does === 'resume') {
      events.push({ kind: does === 'pause' ? 'paused' : 'resumed', stamp: now });
      isPaused = does === 'pause';
    }
    if (does === 'bell')
      events.push({ kind: 'bell', stamp: now, source: '', takenFrom: 'file', takenAtMs: 0 });
    if (does === 'setClock') now = { ...now, wallMs: now.wallMs - 7 * minuteMs };
    // A machine that restarts at once: its uptime begins anew.
    if (does === 'restart') now = { ...now, upMs: 0, boot: `${now.boot}+` };
  }
  return { events, now, truth };
}

describe('whatever happens to a session', () => {
  const anyMode = fc.constantFrom<Mode[]>('practice', 'interview');

  test('used and paused time are what really passed, while nobody sets the clock', () => {
    fc.assert(
      fc.property(steps, anyMode, (all, mode) => {
        const honest = all.filter(({ does }) => does !== 'setClock');
        const { events, now, truth } = live(honest);
        const { usedMs, pausedMs } = readClock(session(events, { mode }), now);
        expect({ usedMs, pausedMs }).toEqual(truth);
      }),
    );
  });

  test('within one boot that holds even when somebody does set it', () => {
    fc.assert(
      fc.property(steps, anyMode, (all, mode) => {
        const { events, now, truth } = live(all.filter(({ does }) => does !== 'restart'));
        const { usedMs, pausedMs } = readClock(session(events, { mode }), now);
        expect({ usedMs, pausedMs }).toEqual(truth);
      }),
    );
  });

  /** Any stamps at all, in any order, as a damaged or merged history might hold them. */
  const anyStamp = fc.record({
    wallMs: fc.integer({ min: 0, max: 4e12 }),
    upMs: fc.integer({ min: 0, max: 1e9 }),
    boot: fc.constantFrom('', 'first', 'second'),
  });
  const anyEvent: fc.Arbitrary<LaterEvent> = fc.oneof(
    fc.record({ kind: fc.constant('paused'), stamp: anyStamp }),
    fc.record({ kind: fc.constant('resumed'), stamp: anyStamp }),
    fc.record({
      kind: fc.constant('gap'),
      from: anyStamp,
      stamp: anyStamp,
      cause: fc.constantFrom('sleep', 'crash', 'reboot'),
    }),
    fc.record({
      kind: fc.constant('ended'),
      stamp: anyStamp,
      how: fc.constantFrom('finished', 'gaveUp'),
    }),
  );

  test('nothing is ever negative, and what is left and what is over never stand together', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyStamp, anyMode, (events, now, mode) => {
        const clock = readClock(session(events, { mode }), now);
        const { usedMs, leftMs, overMs, pausedMs, pauses, gaps } = clock;
        for (const ms of [usedMs, leftMs, overMs, pausedMs, pauses, ...gaps.map((gap) => gap.ms)])
          expect(ms).toBeGreaterThanOrEqual(0);
        expect(leftMs * overMs).toBe(0);
        expect(usedMs + leftMs - overMs).toBe(clock.allowedMs);
      }),
    );
  });
});
