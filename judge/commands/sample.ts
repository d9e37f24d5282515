import { runSample } from '../judge.ts';
import { loadProblem } from '../problem/load.ts';
import { renderSample } from '../reporters/sample.ts';
import type { Command, Ending } from './command.ts';
import { chooseFile } from './workspace.ts';

/** Runs the visible tests and prints each with its message, and what the code printed. */
export async function sample({ root, slug, file, seed, sandbox }: Command): Promise<Ending> {
  const chosen = chooseFile(loadProblem(root, slug), { root, file });
  if (chosen.news !== undefined) process.stdout.write(`${chosen.news}\n\n`);
  const result = await runSample({ root, slug, file: chosen.path, seed, sandbox });
  process.stdout.write(renderSample(result));
  const isAccepted =
    result.kind === 'ran' &&
    result.groups.every(({ cases }) => cases.every(({ kind }) => kind === 'passed'));
  return isAccepted ? 'accepted' : 'notAccepted';
}
