// The end of a session: finish, give-up.
import { History } from '../history/history.ts';
import type { Report } from '../model/report.ts';
import type { Session } from '../model/session.ts';
import { loadProblem } from '../problem/load.ts';
import { renderDisclosure } from '../reporters/disclosure.ts';
import { renderEnd } from '../reporters/session.ts';
import type { Sitting } from '../standing.ts';
import { addEvent, isEnded, listSessions } from '../session/store.ts';
import { readText } from './bell.ts';
import type { Ending, Invocation } from './command.ts';
import { judgeAndKeep } from './judge.ts';
import { currentSitting, runsOf } from './runs.ts';
import { attend, requireSession, requireSubject } from './sitting.ts';

/** Judges what was not judged yet, ends the session and sums it up. */
export function finish(invocation: Invocation): Promise<Ending> {
  return end(invocation, 'finished');
}

/**
 * Ends the session as it is, and shows where the hidden suite and our solutions are; without a
 * session, those of the last one.
 */
export async function giveUp(invocation: Invocation): Promise<Ending> {
  const { root, words, screen } = invocation;
  const over = lastEnded(root);
  if (over === undefined) return end(invocation, 'gaveUp');
  requireSubject(words, over);
  const { slug } = over.start;
  say(`Your last session of ${slug} is over.`);
  say(renderDisclosure(loadProblem(root, slug), { ...screen, root }));
  return 'done';
}

function lastEnded(root: string): Session | undefined {
  using history = new History(root);
  const last = listSessions(history).at(-1);
  return last !== undefined && isEnded(last) ? last : undefined;
}

async function end(invocation: Invocation, how: 'finished' | 'gaveUp'): Promise<Ending> {
  const { root, screen } = invocation;
  using history = new History(root);
  const running = requireSession(history, invocation.words);
  const { slug } = running.start;
  const { sitting, final } = await closeSession(history, running, { how, invocation });
  say(`\n${renderEnd({ slug, how, sitting, final, mock: running.start.mock }, screen)}`);
  const isSolved = final !== undefined && final.points === final.maxPoints;
  if (how === 'gaveUp' || isSolved)
    say(renderDisclosure(loadProblem(root, slug), { ...screen, root }));
  return 'done';
}

/** What a session came to that has ended. */
export type Closed = {
  session: Session;
  sitting: Sitting;
  /** Of its last run. */
  final: Report | undefined;
  /** Whether that was judged just now. */
  isNew: boolean;
};

/** Ends a session; rings a bell that is due and, unless it is given up, judges what was not judged yet. */
export async function closeSession(
  history: History,
  running: Session,
  { how, invocation }: { how: 'finished' | 'gaveUp'; invocation: Invocation },
): Promise<Closed> {
  const { root, options, signal } = invocation;
  const problem = loadProblem(root, running.start.slug);
  const now = invocation.now();
  const runs = () => runsOf(history, running);
  const before = runs().length;
  const { session } = await attend(history, running, {
    root,
    now,
    sandbox: options.sandbox,
    say,
    signal,
  });
  const source = readText(problem.paths.workspace);
  const isUnjudged = source !== undefined && source !== runs().at(-1)?.source;
  if (how === 'finished' && isUnjudged) {
    say('Judging your file as it is now ...');
    await judgeAndKeep(history, { root, problem, session, now, options, signal });
  }
  const ended = addEvent(history, session, { kind: 'ended', stamp: now, how });
  return {
    session: ended,
    sitting: currentSitting(history, ended, now),
    final: runs().at(-1)?.report,
    isNew: runs().length > before,
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
