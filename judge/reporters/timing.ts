// The clock of a session and what happened in it, in words.
import type { Clock } from '../clock.ts';
import type { Sitting } from '../standing.ts';
import { count, duration } from './layout.ts';

/** `11:18 used of 20:00  (8:42 left)`, and what else the clock knows. */
export function clockText(clock: Clock): string {
  const { kind, usedMs, allowedMs, overMs } = clock;
  const used = `${duration(usedMs)} used of ${duration(allowedMs)}`;
  // Nobody has time left in a session that is over.
  if (kind === 'ended' && overMs === 0) return used;
  return `${used}  (${restText(clock)}${kind === 'paused' ? ', paused' : ''})`;
}

/** `8:42 left` or `3:50 over`. A second that has begun is left: with the used ones all add up. */
export function restText({ leftMs, overMs }: Clock): string {
  if (overMs > 0) return `${duration(overMs)} over`;
  return `${duration(Math.ceil(leftMs / 1000) * 1000)} left`;
}

/** Pauses, gaps and a clock that was set: nothing where nothing of it happened. */
export function disturbances({ pauses, pausedMs, gaps, jumpsMs }: Clock): string[] {
  const away = { sleep: 'the machine slept', crash: 'watch was cut off', reboot: 'restart' };
  return [
    ...(pausedMs >= 1000 ? [`${duration(pausedMs)} not counted, ${count(pauses, 'pause')}`] : []),
    ...gaps.map(({ cause, ms }) => `gap of ${duration(ms)}: ${away[cause]}`),
    ...jumpsMs.map((ms) => {
      const direction = ms > 0 ? 'forward' : 'back';
      return `the wall clock was set ${direction} by ${duration(Math.abs(ms))}; time is counted without it`;
    }),
  ];
}

/** `runs 9`, `hints 1` and so on. */
export function countTexts({ runs, hints, examples }: Sitting): string[] {
  const shown = examples > 0 ? [`examples ${examples}`] : [];
  return [`runs ${runs}`, `hints ${hints}`, ...shown];
}

/** Which text the bell score is about. */
export function bellText({ bell, clock }: Sitting): string {
  if (bell === undefined) return '';
  const at = duration(clock.allowedMs);
  if (bell.takenFrom === 'file') return `at ${at}, your file as it was saved then`;
  return `at ${at}; your file was saved again later, so the text seen at ${duration(bell.takenAtMs)} counts`;
}
