import { describe, expect, test } from 'vitest';
import type { LaterEvent } from '#judge/model/session.ts';
import { firstPasses, runsOfSession, scoreSessions } from '#judge/progress.ts';
import { sittingOf, standingOf, type KeptRun } from '#judge/standing.ts';
import { report } from '../helpers/report.ts';
import { at, minuteMs, session } from '../helpers/session.ts';

const run = (points: number, usedMs?: number, moment: 'run' | 'bell' = 'run'): KeptRun => ({
  report: { ...report, points },
  ...(usedMs !== undefined && { session: { id: 'the-session', usedMs, moment } }),
});
const bell: LaterEvent = {
  kind: 'bell',
  stamp: at(20 * minuteMs),
  source: '',
  takenFrom: 'file',
  takenAtMs: 20 * minuteMs,
};

test('a run stands beside the one before and the best of all', () => {
  expect(standingOf([run(70), run(48), run(62)], undefined)).toMatchObject({
    attempt: 3,
    last: 48,
    best: 70,
  });
  expect(standingOf([run(62)], undefined)).toMatchObject({ attempt: 1, last: undefined, best: 62 });
});

test('the changes of a subtask are those of its passed test cases', () => {
  const fewer = report.subtasks.map((subtask) => ({ ...subtask, passed: 0 }));
  const standing = standingOf([{ report: { ...report, subtasks: fewer } }, { report }], undefined);
  expect(standing.changes).toEqual({ split: 3, metrics: 1 });
});

describe('the score at the bell', () => {
  test('in an interview is that of the text that was judged for it', () => {
    const interview = session([bell], { mode: 'interview' });
    const runs = [
      run(30, 5 * minuteMs),
      run(55, 20 * minuteMs, 'bell'),
      run(90, 22 * minuteMs),
      // One that was started before the bell and kept after it.
      run(45, 19.9 * minuteMs),
    ];
    const sitting = sittingOf(interview, { now: at(25 * minuteMs), runs, helps: [] });
    expect(sitting.bell?.points).toBe(55);
  });
  test('in practice is that of the last run before it', () => {
    const runs = [run(30, 5 * minuteMs), run(40, 19 * minuteMs), run(90, 22 * minuteMs)];
    const sitting = sittingOf(session([bell]), { now: at(25 * minuteMs), runs, helps: [] });
    expect(sitting.bell?.points).toBe(40);
  });
  test('of a session that ended before is its last', () => {
    const [score] = scoreSessions([session()], { runs: [run(30, 1), run(80, 2)], now: at(3) });
    expect(score).toMatchObject({ atBell: 80, final: 80 });
  });
});

test('only runs and help of the session count in it', () => {
  const helps = [
    { help: 1, session: 'the-session' },
    { help: 'example' as const, session: 'the-session' },
    { help: 2, session: 'another' },
    { help: 1 },
  ];
  const sitting = sittingOf(session(), { now: at(1), runs: [run(1, 1), run(2)], helps });
  expect(sitting).toMatchObject({ runs: 1, hints: 1, examples: 1 });
});

test('a subtask passes for the first time when it first is accepted, in the order of the clock', () => {
  const runs = [run(62, 9 * minuteMs), run(62, 4 * minuteMs), run(62)];
  expect([...firstPasses(session(), runs)]).toEqual([['split', 4 * minuteMs]]);
  expect(runsOfSession(session(), runs).map(({ usedMs }) => usedMs)).toEqual([
    4 * minuteMs,
    9 * minuteMs,
  ]);
});
