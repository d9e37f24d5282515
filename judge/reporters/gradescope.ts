// Gradescope's results.json: one test for each subtask.
import type { Report } from '../model/report.ts';
import { verdictMeanings } from '../model/verdict.ts';

/** What belongs into `results/results.json`. Our texts are plain: Gradescope must not render them. */
export function renderGradescope(report: Report): string {
  const { verdict, points, durations, subtasks, file, seed, schema, versions } = report;
  const results = {
    score: points,
    execution_time: Math.round(durations.totalMs / 1000),
    output: summaryOf(report),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: subtasks.map(
      ({ id, title, verdict: own, message = '', line, points: score, maxPoints }, index) => ({
        score,
        max_score: maxPoints,
        status: own === 'AC' ? 'passed' : 'failed',
        name: `${id}: ${title}`,
        number: String(index + 1),
        output:
          own === 'AC' || own === 'skipped' || line === undefined
            ? `${own} ${message}`.trim()
            : `${own} ${file}:${line} ${message}`,
        visibility: 'visible',
      }),
    ),
    extra_data: { schema, verdict, seed, judge: versions.judge },
  };
  return `${JSON.stringify(results, null, 2)}\n`;
}

function summaryOf({ verdict, message, fixFirst, requirement }: Report): string {
  const head = `${verdict}: ${verdictMeanings[verdict]}.`;
  if (verdict === 'JE')
    return `${head} This run is not counted; ask for it to be judged again. ${message ?? ''}`;
  if (message !== undefined) return `${head} ${message}`;
  return fixFirst === undefined ? head : `${head} Fix first: ${fixFirst}: ${requirement ?? ''}`;
}
