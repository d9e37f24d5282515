// The runs of a problem in the history, and where the last of them stands.
import { Cancelled, messageOf } from '../errors.ts';
import { History, type Entry } from '../history/history.ts';
import type { Data } from '../history/kinds.ts';
import type { Session, Stamp } from '../model/session.ts';
import { sittingOf, standingOf, type Sitting, type Standing } from '../standing.ts';

/** The history, or `undefined` with a warning: a history that is broken must not cost a verdict. */
export function openHistoryIfPossible(root: string): History | undefined {
  try {
    return new History(root);
  } catch (error) {
    warn(`${messageOf(error)} Nothing is kept of this run.`);
    return undefined;
  }
}

/**
 * Does something with the history that a verdict can do without; a failure is told by `say`. Throws
 * `Cancelled` where the person ended it.
 */
export async function ifPossible<T>(
  work: () => T | Promise<T>,
  say = warn,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    say(`The history could not be used: ${messageOf(error)}`);
    return undefined;
  }
}

/** Adds a run to the history; a failure to write is told, and costs no verdict. */
export function keepRun(history: History, run: Data<'run'>): void {
  try {
    history.append('run', run.report.slug, run);
  } catch (error) {
    warn(`This run is not kept: the history cannot be written (${messageOf(error)}).`);
  }
}

/** The runs of a problem that count, oldest first: all but judge errors. */
export function countedRuns(history: History, slug: string): Data<'run'>[] {
  return countedEntries(history, slug).map(({ data }) => data);
}

/** Those of a session. */
export function runsOf(history: History, { id, start }: Session): Data<'run'>[] {
  return countedRuns(history, start.slug).filter(({ session }) => session?.id === id);
}

/** The same with their ids and times. */
export function countedEntries(history: History, slug?: string): Entry<'run'>[] {
  return history.list('run', slug).filter(({ data }) => data.report.verdict !== 'JE');
}

/** Where the last run of a problem stands, within its session if there is one. */
export function currentStanding(
  history: History,
  { slug, session, now }: { slug: string; session: Session | undefined; now: Stamp },
): Standing {
  const sitting = session && currentSitting(history, session, now);
  return standingOf(countedRuns(history, slug), sitting);
}

/** What a session comes to now. */
export function currentSitting(history: History, session: Session, now: Stamp): Sitting {
  const { slug } = session.start;
  const helps = history.list('help', slug).map(({ data }) => data);
  return sittingOf(session, { now, runs: countedRuns(history, slug), helps });
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
