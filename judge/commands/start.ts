import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import type { Problem } from '../model/problem.ts';
import type { Mode, Session } from '../model/session.ts';
import { listSlugs } from '../problem/locate.ts';
import { renderRuleCard, renderStart } from '../reporters/session.ts';
import { renderStatement } from '../reporters/statement.ts';
import { addEvent, beat, currentSession, listSessions, startSession } from '../session/store.ts';
import { readText } from './bell.ts';
import type { Ending, Invocation } from './command.ts';
import { attend } from './sitting.ts';
import { chooseProblem, renewFile } from './workspace.ts';

/** Begins a session: a fresh starter, the statement, the clock. */
export async function start(invocation: Invocation): Promise<Ending> {
  const { root, words, options } = invocation;
  const problem = chooseProblem(words, { root, verb: 'start' });
  using history = new History(root);
  const { mode = 'practice', extraTime = 1 } = options;
  const requireNone = (): void => {
    const running = findRunning(history, root);
    if (running !== undefined) throw stillRunning(running, { slug: problem.slug, invocation });
  };
  requireNone();
  await untilReady(mode, { minutes: problem.manifest.minutes * extraTime, invocation });
  requireNone(); // another terminal may have begun one meanwhile
  beginSession(history, { problem, mode, extraTime, invocation });
  return 'done';
}

/** Begins a session on other hidden data. One that runs on this problem ends first. */
export async function redo(invocation: Invocation): Promise<Ending> {
  const { root, words, options } = invocation;
  const problem = chooseProblem(words, { root, verb: 'redo' });
  using history = new History(root);
  const requireNoOther = (): Session | undefined => {
    const running = findRunning(history, root);
    if (running === undefined || running.start.slug === problem.slug) return running;
    throw stillRunning(running, { slug: problem.slug, invocation });
  };
  requireNoOther();
  const before = listSessions(history, problem.slug).at(-1)?.start;
  const mode = options.mode ?? before?.mode ?? 'practice';
  const extraTime = options.extraTime ?? before?.extraTime ?? 1;
  await untilReady(mode, { minutes: problem.manifest.minutes * extraTime, invocation });
  const running = requireNoOther();
  if (running !== undefined) {
    const now = invocation.now();
    const { session } = await attend(history, running, { root, now, sandbox: 'auto', say });
    addEvent(history, session, { kind: 'ended', stamp: now, how: 'finished' });
    say('The session before is finished; its runs are kept.');
  }
  beginSession(history, { problem, mode, extraTime, invocation });
  return 'done';
}

/** A session on a problem that is no longer there holds nobody up. */
function findRunning(history: History, root: string): Session | undefined {
  const session = currentSession(history);
  return session && listSlugs(root).includes(session.start.slug) ? session : undefined;
}

/** An interview waits for the person, who may still leave: until then nothing is changed. */
async function untilReady(
  mode: Mode,
  { minutes, invocation }: { minutes: number; invocation: Invocation },
): Promise<void> {
  if (mode !== 'interview') return;
  process.stdout.write(renderRuleCard(minutes, invocation.screen));
  // Nobody is there to press a key where input is no terminal: the clock starts at once.
  if (!process.stdin.isTTY) return;
  process.stdout.write('Press Enter to start the clock, Ctrl-C to leave. ');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.pause();
  process.stdout.write('\n');
}

/**
 * Puts the starter in place, starts the clock and shows the statement. `minutes` are the problem's own
 * unless they are given.
 */
export function beginSession(
  history: History,
  {
    problem,
    mode,
    extraTime,
    invocation,
    minutes = problem.manifest.minutes,
    mock,
  }: {
    problem: Problem;
    mode: Mode;
    extraTime: number;
    invocation: Invocation;
    minutes?: number;
    /** The mock interview that it is the coding round of. */
    mock?: string;
  },
): void {
  const { root, screen } = invocation;
  const { slug, paths } = problem;
  const kept = renewFile(problem, root);
  if (kept !== undefined) say(`Your earlier file is kept as ${kept}\n`);
  const stamp = invocation.now();
  const session = startSession(history, {
    stamp,
    slug,
    mode,
    minutes,
    extraTime,
    seed: randomInt(2 ** 31),
    source: readText(paths.workspace) ?? '',
    ...(mock !== undefined && { mock }),
  });
  beat(history, session, { now: stamp });
  const statement = renderStatement(readFileSync(paths.statement, 'utf8'), screen);
  const file = relative(root, paths.workspace);
  process.stdout.write(
    `${statement}\n${renderStart({ session, clock: readClock(session, stamp), file }, screen)}`,
  );
}

function stillRunning(
  session: Session,
  { slug, invocation }: { slug: string; invocation: Invocation },
): UsageError {
  const { start } = session;
  const minutes = Math.floor(readClock(session, invocation.now()).usedMs / 60_000);
  const next =
    start.slug === slug
      ? `Go on with it, or begin anew: npm run judge redo ${slug}`
      : 'End it first: npm run judge finish';
  return new UsageError(
    `A session on ${start.slug} is running (${start.mode}, ${minutes} min used). ${next}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
