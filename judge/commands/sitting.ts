// What every command does that meets a running session.
import { milestonesBetween, readClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { Session, Stamp } from '../model/session.ts';
import { readBeat } from '../session/beat.ts';
import { addEvent, beat, currentSession, keepSnapshot } from '../session/store.ts';
import { openHistoryIfPossible } from './runs.ts';
import { fileOf, readText, ringBell, type Context, type Rung } from './bell.ts';

/** The session that runs, if it is about the problem. */
export function sessionOf(history: History, slug: string): Session | undefined {
  const session = currentSession(history);
  return session?.start.slug === slug ? session : undefined;
}

/** The words after a verb; where there are none, the problem of the session that runs. */
export function wordsOrSession(words: readonly string[], root: string): readonly string[] {
  if (words.length > 0) return words;
  using history = openHistoryIfPossible(root);
  const running = history && currentSession(history);
  return running === undefined ? [] : [running.start.slug];
}

/** The session that runs. Throws a `UsageError` where none does, or where `words` name another problem. */
export function requireSession(history: History, words: readonly string[]): Session {
  const session = currentSession(history);
  if (session === undefined)
    throw new UsageError(
      'No session is running. Begin one, for instance: npm run judge start iris',
    );
  requireSubject(words, session);
  return session;
}

/** Words after a command that is about a session may only name its problem. */
export function requireSubject(words: readonly string[], { start: { slug } }: Session): void {
  if (words.length === 0 || (words.length === 1 && words[0] === slug)) return;
  throw new UsageError(
    `The session is one of ${slug}, not of "${words.join(' ')}". Leave that away, or look which one runs: npm run judge`,
  );
}

/**
 * The session is alive; what its clock has passed is told; a bell that was due is rung; and the
 * text is kept as it is now, so that it is known should the bell ring unheard.
 */
export async function attend(history: History, session: Session, context: Context): Promise<Rung> {
  const { root, now } = context;
  const alive = stayAlive(history, session, context);
  const rung = await ringBell(history, alive, context);
  const source = readText(fileOf(session, root));
  if (source !== undefined) keepSnapshot(history, rung.session, { source, now });
  return rung;
}

/** The session is alive, and what its clock has passed is told; the session as it now is. */
export function stayAlive(
  history: History,
  session: Session,
  { now, say, beater }: Pick<Context, 'now' | 'say' | 'beater'>,
): Session {
  const last = readBeat(history, session);
  const alive = beat(history, session, { now, ...(beater !== undefined && { beater }) });
  const clock = readClock(alive, now);
  if (last !== undefined && clock.kind === 'running' && clock.bell.kind === 'ahead')
    milestonesBetween(readClock(alive, last.stamp), clock).slice(-1).forEach(say);
  return alive;
}

/** Work on a paused session sets its clock going again. */
export function resumeAtWork(
  history: History,
  session: Session,
  { now, say }: { now: Stamp; say: (line: string) => void },
): Session {
  if (readClock(session, now).kind !== 'paused') return session;
  say('The clock runs again.');
  return addEvent(history, session, { kind: 'resumed', stamp: now });
}
