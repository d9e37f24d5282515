import { runSample } from '../judge.ts';
import { renderSample } from '../reporters/sample.ts';
import type { Ending, Invocation } from './command.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/** Runs the visible tests and prints each with its message, and what the code printed. */
export async function sample({ root, words, options }: Invocation): Promise<Ending> {
  const { file, seed, sandbox } = options;
  const problem = chooseProblem(words, { root, verb: 'sample' });
  const chosen = chooseFile(problem, { root, file });
  if (chosen.news !== undefined) process.stdout.write(`${chosen.news}\n\n`);
  const result = await runSample({ root, slug: problem.slug, file: chosen.path, seed, sandbox });
  process.stdout.write(renderSample(result));
  const isAccepted =
    result.kind === 'ran' &&
    result.groups.every(({ cases }) => cases.every(({ kind }) => kind === 'passed'));
  return isAccepted ? 'accepted' : 'notAccepted';
}
