// Pure: what the history says of progress: scores over a session, sessions over time, first passes.
import { readClock } from './clock.ts';
import type { Session, Stamp } from './model/session.ts';
import { sittingOf, type KeptRun, type Sitting } from './standing.ts';

/** A run of a session on its clock. */
export type ScoredRun = { usedMs: number; points: number; verdict: string; isBell: boolean };

/** The runs of one session in the order of its clock. */
export function runsOfSession({ id }: Session, runs: readonly KeptRun[]): ScoredRun[] {
  const scored = runs.flatMap(({ report: { points, verdict }, session }): ScoredRun[] =>
    session?.id === id
      ? [{ usedMs: session.usedMs, points, verdict, isBell: session.moment === 'bell' }]
      : [],
  );
  return scored.sort((a, b) => a.usedMs - b.usedMs);
}

export type SessionScore = {
  session: Session;
  sitting: Sitting;
  /** The score that counts: at the bell, or at the end for a session that ended before. */
  atBell: number | undefined;
  final: number | undefined;
};

/** How each session ended, oldest first. */
export function scoreSessions(
  sessions: readonly Session[],
  { runs, now }: { runs: readonly KeptRun[]; now: Stamp },
): SessionScore[] {
  return sessions.map((session) => {
    const sitting = sittingOf(session, { now, runs, helps: [] });
    const final = runs.findLast((run) => run.session?.id === session.id)?.report.points;
    const atBell = sitting.bell === undefined ? final : sitting.bell.points;
    return { session, sitting, atBell, final };
  });
}

/** Session time until each subtask passed for the first time; only those that did. */
export function firstPasses({ id }: Session, runs: readonly KeptRun[]): Map<string, number> {
  const passes = new Map<string, number>();
  for (const { report, session } of runs) {
    if (session?.id !== id) continue;
    for (const subtask of report.subtasks) {
      const earlier = passes.get(subtask.id) ?? Infinity;
      if (subtask.verdict === 'AC') passes.set(subtask.id, Math.min(earlier, session.usedMs));
    }
  }
  return passes;
}

/**
 * Time spent in all sessions together, pauses left out. A session that was left without an end
 * counts up to its last event, the one that runs up to now.
 */
export function timeSpentMs(sessions: readonly Session[], now: Stamp): number {
  return sessions
    .map((session, index) => {
      const isLast = index === sessions.length - 1;
      const until = isLast ? now : (session.events.at(-1)?.stamp ?? session.start.stamp);
      return readClock(session, until).usedMs;
    })
    .reduce((sum, ms) => sum + ms, 0);
}
