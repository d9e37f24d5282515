import { judge } from '../judge.ts';
import type { Report } from '../model/report.ts';
import { renderText } from '../reporters/text.ts';
import type { Ending, Invocation } from './command.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/** Judges the candidate's file with the hidden suite and prints the report. */
export async function judgeCommand({ root, words, options, screen }: Invocation): Promise<Ending> {
  const { file, seed, format, sandbox } = options;
  const problem = chooseProblem(words, { root, verb: 'judge' });
  const chosen = chooseFile(problem, { root, file });
  // In JSON nothing but the report may stand on stdout.
  if (chosen.news !== undefined)
    (format === 'json' ? process.stderr : process.stdout).write(`${chosen.news}\n\n`);
  const report = await judge({ root, slug: problem.slug, file: chosen.path, seed, sandbox });
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderText(report, screen),
  );
  return endingOf(report);
}

function endingOf({ verdict, points, maxPoints }: Report): Ending {
  if (verdict === 'JE') return 'judgeError';
  return verdict === 'AC' && points === maxPoints ? 'accepted' : 'notAccepted';
}
