// The coding round of a mock: a session in interview mode, worked on in the person's own editor. The
// mock waits, and judges when it is asked to; `npm run judge` works from another terminal as well.
import { readClock } from '../clock.ts';
import { messageOf, UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { Mock } from '../mock/mock.ts';
import type { Round, RoundResult } from '../model/mock.ts';
import type { Session } from '../model/session.ts';
import { loadProblem } from '../problem/load.ts';
import { renderCodingHelp } from '../reporters/mock.ts';
import { currentSession, isEnded, listSessions } from '../session/store.ts';
import { time } from './clock.ts';
import type { Command, Invocation } from './command.ts';
import { finish } from './finish.ts';
import { hint } from './hint.ts';
import { judgeCommand } from './judge.ts';
import { countedRuns, currentSitting } from './runs.ts';
import { sample } from './sample.ts';
import { beginSession } from './start.ts';
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
  { mock, io }: { mock: Mock; io: CodingIo },
): Promise<CodingOver> {
  const { invocation, history, terminal } = io;
  const own = () => sessionOfMock(history, { mock, slug });
  if (own() === undefined) {
    requireNoOther(history);
    await beginSession(history, {
      problem: loadProblem(invocation.root, slug),
      mode: 'interview',
      extraTime: 1,
      minutes,
      invocation,
      waitUntilReady: async () => {},
    });
  } else if (isOpen(own())) await time(invocation);
  const isToEnd = () => !isOpen(own()) || isOver(own(), invocation);
  if (!isToEnd()) process.stdout.write(renderCodingHelp(slug, invocation.screen));
  while (isOpen(own())) {
    const line = isToEnd() ? undefined : await readLineUntil(terminal, isToEnd);
    if (!isOpen(own())) break;
    if (isOver(own(), invocation) || isDone(line)) await finish({ ...invocation, words: [] });
    else if (line === undefined) return { kind: 'stopped' };
    else await obey(line, { slug, invocation });
  }
  return overOf(own(), { history, invocation });
}

/** The session that belongs to the mock: the last on its problem that began after the mock did. */
function sessionOfMock(
  history: History,
  { mock, slug }: { mock: Mock; slug: string },
): Session | undefined {
  return listSessions(history, slug).findLast(
    ({ start }) => start.stamp.wallMs >= mock.start.stamp.wallMs,
  );
}

/** Throws a `UsageError` where a session of another problem runs. */
export function requireNoOther(history: History): void {
  const running = currentSession(history);
  if (running === undefined) return;
  throw new UsageError(
    `A session on ${running.start.slug} is running. End it first: npm run judge finish. Then go on: npm run judge mock`,
  );
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

async function obey(
  line: string,
  { slug, invocation }: { slug: string; invocation: Invocation },
): Promise<void> {
  const [word = '', ...words] = line.trim().split(/\s+/);
  const verb = word.toLowerCase();
  try {
    if (verb === '' || verb === 'judge') await judgeCommand({ ...invocation, words: [slug] });
    else if (verb === 'sample') await sample({ ...invocation, words: [slug] });
    else if (commands[verb] !== undefined) await commands[verb]({ ...invocation, words });
    else process.stdout.write(renderCodingHelp(slug, invocation.screen));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stdout.write(`${messageOf(error)}\n`);
  }
}

function overOf(
  session: Session | undefined,
  { history, invocation }: { history: History; invocation: Invocation },
): CodingOver {
  if (session === undefined) return { kind: 'stopped' };
  const { bell, runs, hints, clock } = currentSitting(history, session, invocation.now());
  const final = countedRuns(history, session.start.slug).findLast(
    (run) => run.session?.id === session.id,
  )?.report.points;
  return {
    kind: 'over',
    usedMs: clock.usedMs,
    result: {
      kind: 'coding',
      ...(bell?.points !== undefined && { bell: bell.points }),
      ...(final !== undefined && { final }),
      runs,
      hints,
    },
  };
}
