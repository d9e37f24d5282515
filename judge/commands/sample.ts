import { runSample } from '../judge.ts';
import { renderSample } from '../reporters/sample.ts';
import type { Ending, Invocation } from './command.ts';
import { withPatience } from './patience.ts';
import { openHistoryIfPossible } from './runs.ts';
import { attend, resumeAtWork, sessionOf } from './sitting.ts';
import { wordsOrSession } from './sitting.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/**
 * Runs the visible tests and prints each with its message, and what the code printed. It gives no
 * points and is no run, but a session sees the text.
 */
export async function sample(invocation: Invocation): Promise<Ending> {
  const { root, words, options, screen, signal } = invocation;
  const { file, seed, sandbox } = options;
  const problem = chooseProblem(wordsOrSession(words, root), { root, verb: 'sample' });
  const { slug } = problem;
  const afterwards = `run "npm run judge sample ${slug}" again`;
  const chosen = chooseFile(problem, { root, file, afterwards });
  if (chosen.news !== undefined) process.stdout.write(`${chosen.news}\n\n`);
  if (file === undefined) await attendSession(invocation, slug);
  const result = await withPatience(`Running the visible tests of ${slug}`, {
    isPlain: options.plain,
    work: () => runSample({ root, slug, file: chosen.path, seed, sandbox }, signal),
  });
  process.stdout.write(renderSample(result, { ...screen, slug }));
  const isAccepted =
    result.kind === 'ran' &&
    result.groups.every(({ cases }) => cases.every(({ kind }) => kind === 'passed'));
  return isAccepted ? 'accepted' : 'notAccepted';
}

async function attendSession(
  { root, options, now, signal }: Invocation,
  slug: string,
): Promise<void> {
  using history = openHistoryIfPossible(root);
  const session = history && sessionOf(history, slug);
  if (history === undefined || session === undefined) return;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const context = { root, now: now(), sandbox: options.sandbox, say, signal };
  const rung = await attend(history, session, context);
  resumeAtWork(history, rung.session, context);
}
