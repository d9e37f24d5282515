// The heartbeat: when the session was last seen alive. It is a draft, overwritten each time, so the
// log does not grow by it; only a gap becomes an entry.
import { z } from 'zod';
import { elapsed, readClock } from '../clock.ts';
import type { History } from '../history/history.ts';
import { stampSchema, type LaterEvent, type Session, type Stamp } from '../model/session.ts';

/** How often a command that stays (watch) should beat. */
export const beatEveryMs = 10_000;
/** A command that stays and is not heard of for so long was asleep, or is dead. */
const maxSilenceMs = 6 * beatEveryMs;

const beatSchema = z.strictObject({
  stamp: stampSchema,
  /** The command that promised to beat again; absent when none does. */
  beater: z.string().optional(),
});
export type Beat = z.infer<typeof beatSchema>;

/** The last beat of a session. A draft that cannot be read counts as none. */
export function readBeat(history: History, session: Session): Beat | undefined {
  const text = history.draft(keyOf(session));
  if (text === undefined) return undefined;
  try {
    return beatSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function saveBeat(history: History, session: Session, beat: Beat): void {
  history.saveDraft(keyOf(session), JSON.stringify(beat));
}

export function dropBeat(history: History, session: Session): void {
  history.dropDraft(keyOf(session));
}

/**
 * The gap between the last beat and a new one; `undefined` where there is none. A silence counts
 * only after a beater that promised to go on: nobody has to run commands all the time.
 */
export function findGap(
  session: Session,
  { last, next }: { last: Beat; next: Beat },
): (LaterEvent & { kind: 'gap' }) | undefined {
  const { stamp: from, beater } = last;
  const { stamp: now } = next;
  if (readClock(session, now).kind !== 'running') return undefined;
  if (from.boot !== now.boot) {
    const boot: Stamp = { wallMs: now.wallMs - now.upMs, upMs: 0, boot: now.boot };
    return { kind: 'gap', from, stamp: boot, cause: 'reboot' };
  }
  if (beater === undefined || elapsed(from, now).ms <= maxSilenceMs) return undefined;
  const cause = beater === next.beater ? 'sleep' : 'crash';
  return { kind: 'gap', from, stamp: now, cause };
}

function keyOf({ id }: Session): string {
  return `beat:${id}`;
}
