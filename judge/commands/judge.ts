import { judge } from '../judge.ts';
import type { Report } from '../model/report.ts';
import { loadProblem } from '../problem/load.ts';
import { renderText } from '../reporters/text.ts';
import type { Command, Ending } from './command.ts';
import { chooseFile } from './workspace.ts';

/** Judges the candidate's file with the hidden suite and prints the report. */
export async function judgeCommand({
  root,
  slug,
  file,
  seed,
  format,
  sandbox,
  screen,
}: Command): Promise<Ending> {
  const chosen = chooseFile(loadProblem(root, slug), { root, file });
  // In JSON nothing but the report may stand on stdout.
  if (chosen.news !== undefined)
    (format === 'json' ? process.stderr : process.stdout).write(`${chosen.news}\n\n`);
  const report = await judge({ root, slug, file: chosen.path, seed, sandbox });
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderText(report, screen),
  );
  return endingOf(report);
}

function endingOf({ verdict, points, maxPoints }: Report): Ending {
  if (verdict === 'JE') return 'judgeError';
  return verdict === 'AC' && points === maxPoints ? 'accepted' : 'notAccepted';
}
