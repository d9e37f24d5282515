// The bell. Nothing runs while no command runs, so it is rung by the first command after it, which
// must then find out what the file was at that moment.
import { statSync } from 'node:fs';
import { readClock } from '../clock.ts';
import type { History } from '../history/history.ts';
import { judge } from '../judge.ts';
import type { Report } from '../model/report.ts';
import type { LaterEvent, Session, Stamp, Started } from '../model/session.ts';
import { locate } from '../problem/locate.ts';
import { readSubmission } from '../problem/submission.ts';
import { duration } from '../reporters/layout.ts';
import type { SandboxChoice } from '../sandbox/choose.ts';
import { addEvent, lastSeen } from '../session/store.ts';
import { countedRuns, keepRun } from './runs.ts';

export type Context = {
  root: string;
  now: Stamp;
  sandbox: SandboxChoice;
  /** Takes a line of news for the person. */
  say: (line: string) => void;
  /** The command, if it is one that stays (session/beat.ts). */
  beater?: string;
  /** Ends a judging before its verdict. */
  signal?: AbortSignal | undefined;
};

type BellEvent = LaterEvent & { kind: 'bell' };

export type Rung = {
  session: Session;
  /** The text of the bell, if it was judged just now. */
  judged?: { source: string; report: Report };
};

/**
 * Rings a bell that is due. The text of that moment is written down before anything else, so that
 * neither a kill nor a save can change it; in an interview it is judged.
 */
export async function ringBell(
  history: History,
  session: Session,
  context: Context,
): Promise<Rung> {
  const { now, say } = context;
  const { bell, allowedMs } = readClock(session, now);
  let rung = session;
  if (bell.kind === 'due') {
    rung = addEvent(history, session, findText(history, session, { ...context, ...bell }));
    say(`The bell: ${duration(allowedMs)} are over${afterBell(session.start)}`);
  }
  const event = rung.events.find((other) => other.kind === 'bell');
  const isOpen = event !== undefined && rung.start.mode === 'interview';
  if (!isOpen || hasBellRun(history, rung)) return { session: rung };
  const report = await judgeBell(history, rung, { event, context });
  return report === undefined
    ? { session: rung }
    : { session: rung, judged: { source: event.source, report } };
}

function afterBell({ mode, mock }: Started): string {
  if (mock !== undefined) return ', and so is the round.';
  if (mode === 'practice') return '. Keep working; overtime is counted apart.';
  return '. What you do from here on is counted apart.';
}

/** The source text in a file; `undefined` where there is none that could be judged. Never throws. */
export function readText(file: string): string | undefined {
  try {
    const handed = readSubmission(file);
    return handed.kind === 'readable' ? handed.submission.source : undefined;
  } catch {
    return undefined; // gone, a folder, or not ours to read
  }
}

/** The file of a session. */
export function fileOf({ start }: Session, root: string): string {
  return locate(root, start.slug).workspace;
}

/** What is known of the file at the bell, which was due `sinceMs` ago. */
function findText(
  history: History,
  session: Session,
  { root, now, sinceMs }: { root: string; now: Stamp; sinceMs: number },
): BellEvent {
  const file = fileOf(session, root);
  const { allowedMs } = readClock(session, now);
  const base = { kind: 'bell', stamp: now } as const;
  const source = savedAtMs(file) <= now.wallMs - sinceMs ? readText(file) : undefined;
  if (source !== undefined) return { ...base, source, takenFrom: 'file', takenAtMs: allowedMs };
  // It was saved after the bell: what counts is the last text that a command saw before.
  const seen = lastSeen(history, session, allowedMs);
  return {
    ...base,
    source: seen?.source ?? '',
    takenFrom: 'snapshot',
    takenAtMs: seen?.usedMs ?? 0,
  };
}

async function judgeBell(
  history: History,
  session: Session,
  { event, context }: { event: BellEvent; context: Context },
): Promise<Report | undefined> {
  const { root, now, sandbox, say, signal } = context;
  const { slug, seed } = session.start;
  const { source } = event;
  say('Judging your file as it was at the bell ...');
  const file = fileOf(session, root);
  const report = await judge({ root, slug, file, source, seed, sandbox }, signal);
  if (report.verdict === 'JE') {
    say(`The judge failed (${report.message ?? ''}); the next command tries again.`);
    return undefined;
  }
  const usedMs = readClock(session, now).allowedMs;
  keepRun(history, { report, source, session: { id: session.id, usedMs, moment: 'bell' } });
  return report;
}

function hasBellRun(history: History, { id, start }: Session): boolean {
  return countedRuns(history, start.slug).some(
    ({ session }) => session?.id === id && session.moment === 'bell',
  );
}

function savedAtMs(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}
