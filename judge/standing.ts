// Pure: where a run stands among the earlier ones of its problem and of its session.
import { readClock, type Clock } from './clock.ts';
import type { Report } from './model/report.ts';
import type { LaterEvent, Mode, Session, Stamp } from './model/session.ts';

/** A judging that was kept, as the history holds it. */
export type KeptRun = {
  report: Report;
  session?: { id: string; usedMs: number; moment: 'run' | 'bell' } | undefined;
};

/** Help that was asked for in a session or outside of any. */
export type KeptHelp = { help: number | 'example'; session?: string | undefined };

export type Sitting = {
  mode: Mode;
  clock: Clock;
  runs: number;
  /** The most points of its runs; absent before the first. */
  best?: number;
  hints: number;
  examples: number;
  /** Once the bell has rung. `points` is absent until that text is judged. */
  bell?: { points: number | undefined; takenFrom: 'file' | 'snapshot'; takenAtMs: number };
};

export type Standing = {
  /** How many runs of the problem there are, this one included. */
  attempt: number;
  /** Points of the run before, and the most of all, this one included. */
  last: number | undefined;
  best: number;
  /** How many more or fewer test cases of a subtask pass than in the run before; 0 is left out. */
  changes: Record<string, number>;
  sitting: Sitting | undefined;
};

/** The standing of the last of `runs`: the problem's runs, oldest first, without judge errors. */
export function standingOf(runs: readonly KeptRun[], sitting: Sitting | undefined): Standing {
  const report = runs.at(-1)?.report;
  const before = runs.at(-2)?.report;
  return {
    attempt: runs.length,
    last: before?.points,
    best: Math.max(0, ...runs.map((run) => run.report.points)),
    changes: report === undefined || before === undefined ? {} : changesOf(report, before),
    sitting,
  };
}

/** What a session comes to at `now`, by its clock, its runs and the help that was asked for. */
export function sittingOf(
  session: Session,
  { now, runs, helps }: { now: Stamp; runs: readonly KeptRun[]; helps: readonly KeptHelp[] },
): Sitting {
  const own = runs.filter((run) => run.session?.id === session.id);
  const asked = helps.filter((help) => help.session === session.id);
  const bell = session.events.find((event) => event.kind === 'bell');
  return {
    mode: session.start.mode,
    clock: readClock(session, now),
    runs: own.length,
    ...(own.length > 0 && { best: Math.max(...own.map((run) => run.report.points)) }),
    hints: asked.filter(({ help }) => help !== 'example').length,
    examples: asked.filter(({ help }) => help === 'example').length,
    ...(bell !== undefined && { bell: bellOf(bell, { own, clock: readClock(session, now) }) }),
  };
}

/**
 * The score at the bell. In an interview the text of that moment is judged; in practice the last
 * run before it says as much as is known.
 */
function bellOf(
  { takenFrom, takenAtMs }: LaterEvent & { kind: 'bell' },
  { own, clock }: { own: readonly KeptRun[]; clock: Clock },
): NonNullable<Sitting['bell']> {
  const judged = own.findLast(({ session }) => session?.moment === 'bell');
  const inTime = own.findLast(({ session }) => (session?.usedMs ?? Infinity) <= clock.allowedMs);
  return { points: (judged ?? inTime)?.report.points, takenFrom, takenAtMs };
}

function changesOf(report: Report, before: Report): Record<string, number> {
  const passedBefore = new Map(before.subtasks.map(({ id, passed }) => [id, passed]));
  const changes = report.subtasks.map(({ id, passed }): [string, number] => [
    id,
    passed - (passedBefore.get(id) ?? passed),
  ]);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
