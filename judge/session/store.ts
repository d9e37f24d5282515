// Sessions in the history: each is the fold of its events, which are only ever added.
import { randomUUID } from 'node:crypto';
import { readClock } from '../clock.ts';
import type { History } from '../history/history.ts';
import type { LaterEvent, Session, SessionEvent, Stamp, Started } from '../model/session.ts';
import { dropBeat, findGap, readBeat, saveBeat, type Beat } from './beat.ts';

/** Begins a session. Its first snapshot is `source`, so that the bell always has a text to judge. */
export function startSession(
  history: History,
  { source, ...start }: Omit<Started, 'kind'> & { source: string },
): Session {
  const started: Started = { kind: 'started', ...start };
  const id = randomUUID();
  history.append('snapshot', id, { usedMs: 0, source });
  history.append('session', id, started);
  return { id, start: started, events: [] };
}

/** Writes down what happened; answers the session as it now is. */
export function addEvent(history: History, session: Session, event: LaterEvent): Session {
  history.append('session', session.id, event);
  if (event.kind === 'ended') dropBeat(history, session);
  return { ...session, events: [...session.events, event] };
}

/** All sessions, of one problem or of every one, in the order in which they began. */
export function listSessions(history: History, slug?: string): Session[] {
  const entries = history.list('session', undefined, 'asWritten');
  const events = Map.groupBy(entries, ({ subject }) => subject);
  return [...events]
    .flatMap(
      ([id, all]) =>
        assemble(
          id,
          all.map(({ data }) => data),
        ) ?? [],
    )
    .filter(({ start }) => slug === undefined || start.slug === slug);
}

/**
 * Says that the session is alive at `now`; a gap before that is written down. `beater` names a
 * command that stays and promises to beat again every `beatEveryMs`.
 */
export function beat(
  history: History,
  session: Session,
  { now, beater }: { now: Stamp; beater?: string },
): Session {
  const last = readBeat(history, session);
  const next: Beat = { stamp: now, ...(beater !== undefined && { beater }) };
  const gap = last && findGap(session, { last, next });
  // A passing command does not break the promise of one that stays.
  const isPassing = beater === undefined && last?.beater !== undefined && gap === undefined;
  const updated = gap === undefined ? session : addEvent(history, session, gap);
  if (!isPassing) saveBeat(history, updated, next);
  return updated;
}

/** The command that stayed goes away in peace. */
export function stopBeat(history: History, session: Session, now: Stamp): void {
  if (!isEnded(session)) saveBeat(history, session, { stamp: now });
}

/** The session that runs or pauses: the one that began last, unless it has ended. */
export function currentSession(history: History): Session | undefined {
  const last = listSessions(history).at(-1);
  return last === undefined || isEnded(last) ? undefined : last;
}

export function isEnded({ events }: Session): boolean {
  return events.some(({ kind }) => kind === 'ended');
}

/** Keeps the text as it was seen at `now`, where it is not the last one that was seen. */
export function keepSnapshot(
  history: History,
  session: Session,
  { source, now }: { source: string; now: Stamp },
): void {
  if (lastSeen(history, session)?.source === source) return;
  const { usedMs } = readClock(session, now);
  history.append('snapshot', session.id, { usedMs, source });
}

/** A text of the session's file, and the session time when it was seen. */
export type Seen = { usedMs: number; source: string };

/** The last text that was seen, at session time `untilMs` or before it. */
export function lastSeen(
  history: History,
  { id, start }: Session,
  untilMs = Infinity,
): Seen | undefined {
  const snapshots = history.list('snapshot', id).map(({ data }) => data);
  const runs = history
    .list('run', start.slug)
    .flatMap(({ data: { session, source } }) =>
      session?.id === id && session.moment === 'run' ? [{ usedMs: session.usedMs, source }] : [],
    );
  return [...snapshots, ...runs]
    .filter(({ usedMs }) => usedMs <= untilMs)
    .reduce<Seen | undefined>(
      (latest, seen) => (latest !== undefined && latest.usedMs > seen.usedMs ? latest : seen),
      undefined,
    );
}

function assemble(id: string, events: readonly SessionEvent[]): Session | undefined {
  const start = events.find((event) => event.kind === 'started');
  const later = events.filter((event) => event.kind !== 'started');
  return start === undefined ? undefined : { id, start, events: later };
}
