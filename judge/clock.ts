// Pure: what the clock of a session shows. Time is counted by the machine's uptime, which nobody
// can set; the wall clock only bridges restarts of the machine, and is checked against it.
import type { LaterEvent, Session, Stamp } from './model/session.ts';

export type Gap = { cause: 'sleep' | 'crash' | 'reboot'; ms: number };

export type Bell =
  | { kind: 'ahead' }
  /** It should have rung `sinceMs` ago, and nobody was there. */
  | { kind: 'due'; sinceMs: number }
  | { kind: 'rung' }
  /** The session ended before its time. */
  | { kind: 'never' };

/** All times in milliseconds; none is ever negative, and `usedMs + pausedMs` is all that passed. */
export type Clock = {
  kind: 'running' | 'paused' | 'ended';
  allowedMs: number;
  usedMs: number;
  leftMs: number;
  overMs: number;
  /** Pauses, and in practice the times when the machine slept or was off. */
  pausedMs: number;
  pauses: number;
  gaps: readonly Gap[];
  /** By how much the wall clock was set, each time; forward is positive. */
  jumpsMs: readonly number[];
  bell: Bell;
};

/** Two readings of the wall clock and of the uptime may drift apart by this much unremarked. */
const jumpToleranceMs = 5_000;

/** Reads the clock of a session at `now`; an ended session's clock stands still. */
export function readClock(session: Pick<Session, 'start' | 'events'>, now: Stamp): Clock {
  const { start, events } = session;
  const allowedMs = start.minutes * start.extraTime * 60_000;
  const isPractice = start.mode === 'practice';
  let tally: Tally = { ...blank, at: start.stamp, allowedMs };
  for (const event of events) tally = step(tally, { event, isPractice });
  if (tally.kind !== 'ended') tally = advance(tally, now);
  const { kind, usedMs, pausedMs, pauses, gaps, jumpsMs } = tally;
  return {
    kind,
    allowedMs,
    usedMs,
    leftMs: Math.max(0, allowedMs - usedMs),
    overMs: Math.max(0, usedMs - allowedMs),
    pausedMs,
    pauses,
    gaps,
    jumpsMs,
    bell: bellOf(tally),
  };
}

/** How long it was from `from` to `to`, and by how much the wall clock was set in between. */
export function elapsed(from: Stamp, to: Stamp): { ms: number; jumpMs: number } {
  const wallMs = to.wallMs - from.wallMs;
  if (isSameBoot(from, to)) {
    const ms = Math.max(0, to.upMs - from.upMs);
    return { ms, jumpMs: wallMs - ms };
  }
  // Only the wall clock bridges a restart, but the machine has been up for at least `upMs` since.
  const ms = Math.max(0, wallMs, to.upMs);
  return { ms, jumpMs: wallMs - ms };
}

/** What a clock that went from one reading to a later one has passed: half time, 5 min, 1 min. */
export function milestonesBetween(
  earlier: Pick<Clock, 'usedMs'>,
  { usedMs, allowedMs }: Pick<Clock, 'usedMs' | 'allowedMs'>,
): string[] {
  const half = allowedMs / 2;
  const marks = [
    { atMs: half, text: 'Half time.' },
    { atMs: allowedMs - 5 * 60_000, text: '5 minutes left.' },
    { atMs: allowedMs - 60_000, text: '1 minute left.' },
  ];
  return marks
    .filter(({ atMs }) => atMs >= half && earlier.usedMs < atMs && atMs <= usedMs)
    .map(({ text }) => text);
}

type Tally = {
  kind: Clock['kind'];
  /** The latest moment that is counted. */
  at: Stamp;
  allowedMs: number;
  usedMs: number;
  pausedMs: number;
  pauses: number;
  gaps: readonly Gap[];
  jumpsMs: readonly number[];
  /** All the time since the time was used up; `undefined` before. */
  sinceBellMs: number | undefined;
  hasRung: boolean;
};

const blank = {
  kind: 'running',
  usedMs: 0,
  pausedMs: 0,
  pauses: 0,
  gaps: [],
  jumpsMs: [],
  sinceBellMs: undefined,
  hasRung: false,
} as const;

function step(
  before: Tally,
  { event, isPractice }: { event: LaterEvent; isPractice: boolean },
): Tally {
  if (before.kind === 'ended') return before;
  if (event.kind === 'gap') return stepOverGap(before, { event, isPractice });
  const tally = advance(before, event.stamp);
  switch (event.kind) {
    case 'paused':
      return tally.kind === 'paused'
        ? tally
        : { ...tally, kind: 'paused', pauses: tally.pauses + 1 };
    case 'resumed':
      return { ...tally, kind: 'running' };
    case 'bell':
      return { ...tally, hasRung: true };
    case 'ended':
      return { ...tally, kind: 'ended' };
  }
}

/** In an interview time runs on while the machine is away; practice forgives it. */
function stepOverGap(
  before: Tally,
  { event, isPractice }: { event: LaterEvent & { kind: 'gap' }; isPractice: boolean },
): Tally {
  const { from, stamp, cause } = event;
  const atStart = advance(before, from);
  const isForgiven = isPractice && cause !== 'crash';
  const atEnd = advance({ ...atStart, kind: isForgiven ? 'paused' : atStart.kind }, stamp);
  const ms = atEnd.usedMs + atEnd.pausedMs - atStart.usedMs - atStart.pausedMs;
  return { ...atEnd, kind: atStart.kind, gaps: [...atEnd.gaps, { cause, ms }] };
}

function advance(tally: Tally, to: Stamp): Tally {
  const { at, kind, allowedMs, sinceBellMs } = tally;
  const { ms, jumpMs } = elapsed(at, to);
  const isPaused = kind === 'paused';
  const usedMs = tally.usedMs + (isPaused ? 0 : ms);
  const overMs = usedMs >= allowedMs ? usedMs - allowedMs : undefined;
  return {
    ...tally,
    // Two commands at once may write in the wrong order; no moment is counted twice.
    at: isSameBoot(at, to) && to.upMs < at.upMs ? at : to,
    usedMs,
    pausedMs: tally.pausedMs + (isPaused ? ms : 0),
    sinceBellMs: sinceBellMs === undefined ? overMs : sinceBellMs + ms,
    jumpsMs: Math.abs(jumpMs) > jumpToleranceMs ? [...tally.jumpsMs, jumpMs] : tally.jumpsMs,
  };
}

function isSameBoot(from: Stamp, to: Stamp): boolean {
  // Where boots have no name, an uptime that shrank is all that tells of a restart.
  return from.boot === to.boot && (from.boot !== '' || to.upMs >= from.upMs);
}

function bellOf({ hasRung, sinceBellMs, kind }: Tally): Bell {
  if (hasRung) return { kind: 'rung' };
  if (kind === 'ended') return { kind: 'never' };
  return sinceBellMs === undefined ? { kind: 'ahead' } : { kind: 'due', sinceMs: sinceBellMs };
}
