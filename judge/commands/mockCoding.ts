// The coding round of a mock: a session in interview mode, worked on in the person's own editor. The
// mock waits, and judges when it is asked to; `npm run judge` works from another terminal as well.
import { readClock } from '../clock.ts';
import { Cancelled, messageOf, UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import { nextRound, type Mock } from '../mock/mock.ts';
import type { Round, RoundResult } from '../model/mock.ts';
import type { Session, Stamp } from '../model/session.ts';
import { loadProblem } from '../problem/load.ts';
import { paragraph } from '../reporters/layout.ts';
import { renderCodingHelp } from '../reporters/mock.ts';
import { renderRuleCard } from '../reporters/session.ts';
import { addEvent, currentSession, isEnded, listSessions } from '../session/store.ts';
import { time } from './clock.ts';
import type { Command, Invocation } from './command.ts';
import { closeSession } from './finish.ts';
import { hint } from './hint.ts';
import { judgeCommand } from './judge.ts';
import { printReport } from './print.ts';
import { currentSitting, currentStanding, runsOf } from './runs.ts';
import { sample } from './sample.ts';
import { beginSession } from './start.ts';
import { Stretch } from './stretch.ts';
import type { Terminal } from './typing.ts';
import { why } from './why.ts';

export type CodingIo = { invocation: Invocation; history: History; terminal: Terminal };

export type CodingOver =
  | { kind: 'over'; usedMs: number; result: RoundResult }
  /** The person left; the session's clock runs on. */
  | { kind: 'stopped' };

const lookEveryMs = 1_000;

/** Plays the round until the person is done, the bell rings, or the session was ended elsewhere. */
export async function playCoding(
  { id: slug, minutes }: Round,
  { index, mock, io }: { index: number; mock: Mock; io: CodingIo },
): Promise<CodingOver> {
  const { invocation, history, terminal } = io;
  const own = () => sessionOfMock(history, mock);
  if (own() === undefined) {
    requireNoOther(history, { goOn: 'npm run judge mock' });
    process.stdout.write(renderRuleCard(minutes, invocation.screen));
    beginSession(history, {
      problem: loadProblem(invocation.root, slug),
      mode: 'interview',
      extraTime: 1,
      minutes,
      mock: mock.id,
      invocation,
    });
  } else if (isOpen(own())) await time(invocation);
  const readMs = () => usedSince(mock, { index, history, now: invocation.now });
  using _stretch = new Stretch(history, { mock: mock.id, round: index, readMs });
  const isToEnd = () => !isOpen(own()) || isOver(own(), invocation);
  if (!isToEnd()) process.stdout.write(renderCodingHelp(slug, invocation.screen));
  for (;;) {
    const line = isToEnd() ? undefined : await readLineUntil(terminal, isToEnd);
    const isEnd = isToEnd() || isDone(line);
    if (line === undefined && !isEnd) return { kind: 'stopped' };
    const over = await whilePatient(io, (patient) =>
      isEnd ? endCoding(mock, patient) : obey(line ?? '', { slug, ...patient }),
    );
    if (over !== undefined && over !== 'cancelled') return over;
    // Nobody waits for what the bell has to judge: that is done when the mock goes on.
    if (over === 'cancelled' && isToEnd()) return { kind: 'stopped' };
  }
}

/** Does what may take long; `cancelled`, and told so, where the person ends it by Ctrl-C. */
export async function whilePatient<T>(
  { invocation, history, terminal }: CodingIo,
  work: (io: Pick<CodingIo, 'invocation' | 'history'>) => Promise<T>,
): Promise<T | 'cancelled'> {
  try {
    return await terminal.during((signal) =>
      work({ invocation: { ...invocation, signal }, history }),
    );
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    process.stdout.write('Stopped: that is not judged and not counted. The round goes on.\n');
    return 'cancelled';
  }
}

/**
 * Ends the coding round that is open: its session, with the file judged as it is now. What it came to;
 * `undefined` where no coding round was begun.
 */
export async function endCoding(
  mock: Mock,
  { invocation, history }: Pick<CodingIo, 'invocation' | 'history'>,
): Promise<Extract<CodingOver, { kind: 'over' }> | undefined> {
  const session = sessionOfMock(history, mock);
  const index = nextRound(mock);
  if (session === undefined || index === undefined || !isCodingBegun(history, mock))
    return undefined;
  if (isOpen(session)) await close(session, { history, invocation });
  const ended = sessionOfMock(history, mock) ?? session;
  const { bell, runs, hints } = currentSitting(history, ended, invocation.now());
  const final = runsOf(history, session).at(-1)?.report.points;
  return {
    kind: 'over',
    usedMs: usedSince(mock, { index, history, now: invocation.now }),
    result: {
      kind: 'coding',
      ...(bell?.points !== undefined && { bell: bell.points }),
      ...(final !== undefined && { final }),
      runs,
      hints,
    },
  };
}

/** Whether the round that is open is the coding, and its clock was started. */
export function isCodingBegun(history: History, mock: Mock): boolean {
  const index = nextRound(mock);
  const isCoding = index !== undefined && mock.rounds[index]?.kind === 'coding';
  return isCoding && sessionOfMock(history, mock) !== undefined;
}

/** What the clock of the coding round shows; `undefined` where it was not started. */
export function codingUsedMs(
  history: History,
  { mock, now }: { mock: Mock; now: () => Stamp },
): number | undefined {
  const session = sessionOfMock(history, mock);
  return session && readClock(session, now()).usedMs;
}

/** What of that came since the round was begun or last gone on with: the clock runs on meanwhile. */
function usedSince(
  mock: Mock,
  { index, history, now }: { index: number; history: History; now: () => Stamp },
): number {
  const usedMs = codingUsedMs(history, { mock, now }) ?? 0;
  return Math.max(0, usedMs - (mock.rounds[index]?.usedMs ?? 0));
}

function sessionOfMock(history: History, { id }: Pick<Mock, 'id'>): Session | undefined {
  return listSessions(history).findLast(({ start }) => start.mock === id);
}

/**
 * Throws a `UsageError` where a session runs that is not the coding round of `mock`; `goOn` is what
 * the person types once that is ended.
 */
export function requireNoOther(
  history: History,
  { mock, goOn }: { mock?: Mock | undefined; goOn: string },
): void {
  const running = currentSession(history);
  if (running === undefined || (mock !== undefined && running.start.mock === mock.id)) return;
  throw new UsageError(
    `A session on ${running.start.slug} is running. End it first: npm run judge finish. Then go on: ${goOn}`,
  );
}

async function close(
  session: Session,
  { history, invocation }: { history: History; invocation: Invocation },
): Promise<void> {
  const { root, options, screen, now } = invocation;
  const { slug } = session.start;
  try {
    const closed = await closeSession(history, session, { how: 'finished', invocation });
    const { final } = closed;
    if (final === undefined || !closed.isNew) return;
    const standing = currentStanding(history, { slug, session: closed.session, now: now() });
    const { lines: hasLines } = options;
    const shown = { ...screen, standing };
    printReport(final, { root, format: 'text', hasLines, at: new Date(), shown });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A problem that is no longer there, or broken, holds nobody up.
    process.stdout.write(`${messageOf(error)}\n`);
    addEvent(history, session, { kind: 'ended', stamp: now(), how: 'finished' });
  }
}

function isOpen(session: Session | undefined): session is Session {
  return session !== undefined && !isEnded(session);
}

function isOver(session: Session | undefined, { now }: Invocation): boolean {
  return session !== undefined && readClock(session, now()).leftMs === 0;
}

/** The next line, or `undefined` as soon as something is so. */
async function readLineUntil(terminal: Terminal, isSo: () => boolean): Promise<string | undefined> {
  const watch = setInterval(() => {
    if (isSo()) terminal.interrupt();
  }, lookEveryMs);
  try {
    return await terminal.readLine('mock> ');
  } finally {
    clearInterval(watch);
  }
}

function isDone(line: string | undefined): boolean {
  return line !== undefined && /^(d|done|finish)$/i.test(line.trim());
}

const commands: Record<string, Command> = { sample, hint, why, time };

/** Never more than a sentence for what makes no sense: the round goes on. */
async function obey(
  line: string,
  { slug, invocation }: { slug: string; invocation: Invocation },
): Promise<undefined> {
  const [word = '', ...words] = line.trim().split(/\s+/);
  const verb = word.toLowerCase();
  const { screen } = invocation;
  const say = (text: string) =>
    void process.stdout.write(`${paragraph(text, screen).join('\n')}\n`);
  try {
    if (verb === '' || verb === 'judge') await judgeCommand({ ...invocation, words: [slug] });
    else if (verb === 'sample') await sample({ ...invocation, words: [slug] });
    else if (commands[verb] !== undefined) await commands[verb]({ ...invocation, words });
    else {
      if (verb !== 'help' && verb !== '?') say(`There is no "${word}" here.`);
      process.stdout.write(renderCodingHelp(slug, screen));
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(messageOf(error));
  }
}
