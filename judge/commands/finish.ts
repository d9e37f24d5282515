// The end of a session: finish, give-up.
import { History } from '../history/history.ts';
import type { Session } from '../model/session.ts';
import { loadProblem } from '../problem/load.ts';
import { renderDisclosure } from '../reporters/disclosure.ts';
import { renderEnd } from '../reporters/session.ts';
import { addEvent, isEnded, listSessions } from '../session/store.ts';
import { readText } from './bell.ts';
import type { Ending, Invocation } from './command.ts';
import { judgeAndKeep } from './judge.ts';
import { countedRuns, currentSitting } from './runs.ts';
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
  const { root, options, screen } = invocation;
  using history = new History(root);
  const running = requireSession(history, invocation.words);
  const { slug } = running.start;
  const problem = loadProblem(root, slug);
  const now = invocation.now();
  const { session } = await attend(history, running, { root, now, sandbox: options.sandbox, say });
  const lastRun = () =>
    countedRuns(history, slug).findLast((run) => run.session?.id === session.id);
  const source = readText(problem.paths.workspace);
  const isNew = source !== undefined && source !== lastRun()?.source;
  if (how === 'finished' && isNew) {
    say('Judging your file as it is now ...');
    await judgeAndKeep(history, { root, problem, session, now, options });
  }
  const ended = addEvent(history, session, { kind: 'ended', stamp: now, how });
  const sitting = currentSitting(history, ended, now);
  const final = lastRun()?.report;
  say(`\n${renderEnd({ slug, how, sitting, final }, screen)}`);
  const isSolved = final !== undefined && final.points === final.maxPoints;
  if (how === 'gaveUp' || isSolved) say(renderDisclosure(problem, { ...screen, root }));
  return 'done';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
