// The clock of the running session: pause, resume, time.
import { readClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import { renderTime } from '../reporters/session.ts';
import { addEvent } from '../session/store.ts';
import type { Ending, Invocation } from './command.ts';
import { currentSitting } from './runs.ts';
import { attend, requireSession } from './sitting.ts';

/** Stops the clock of a practice session. */
export async function pause(invocation: Invocation): Promise<Ending> {
  using history = new History(invocation.root);
  const session = requireSession(history, invocation.words);
  if (session.start.mode === 'interview')
    throw new UsageError('An interview does not pause. The time left: npm run judge time');
  const now = invocation.now();
  if (readClock(session, now).kind === 'paused')
    throw new UsageError('The session is paused already. Go on: npm run judge resume');
  const rung = await attend(history, session, { ...contextOf(invocation), now });
  addEvent(history, rung.session, { kind: 'paused', stamp: now });
  return showTime(history, invocation);
}

/** Lets the clock run again. */
export async function resume(invocation: Invocation): Promise<Ending> {
  using history = new History(invocation.root);
  const session = requireSession(history, invocation.words);
  const now = invocation.now();
  if (readClock(session, now).kind !== 'paused')
    throw new UsageError('The clock is running already. The time left: npm run judge time');
  const rung = await attend(history, session, { ...contextOf(invocation), now });
  addEvent(history, rung.session, { kind: 'resumed', stamp: now });
  return showTime(history, invocation);
}

/** Shows the clock. */
export async function time(invocation: Invocation): Promise<Ending> {
  using history = new History(invocation.root);
  const context = { ...contextOf(invocation), now: invocation.now() };
  await attend(history, requireSession(history, invocation.words), context);
  return showTime(history, invocation);
}

function showTime(history: History, { words, now, screen }: Invocation): Ending {
  const session = requireSession(history, words);
  const sitting = currentSitting(history, session, now());
  process.stdout.write(renderTime({ slug: session.start.slug, sitting }, screen));
  return 'done';
}

function contextOf({ root, options, signal }: Invocation) {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  return { root, sandbox: options.sandbox, say, signal };
}
