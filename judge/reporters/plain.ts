// The head of a report with one fact a line: nothing to look at, everything to listen to.
import type { Report, SubtaskReport } from '../model/report.ts';
import { verdictMeanings } from '../model/verdict.ts';
import { changeText, type Shown } from './subtasks.ts';
import { bellText, clockText } from './timing.ts';

/** Problem, session, score and subtasks. */
export function plainHead(report: Report, { standing, when }: Shown): string[] {
  const { slug, file, verdict, points, maxPoints, subtasks } = report;
  const sitting = standing?.sitting;
  const passed = subtasks.reduce((sum, subtask) => sum + subtask.passed, 0);
  const total = subtasks.reduce((sum, subtask) => sum + subtask.total, 0);
  return [
    `problem: ${slug}`,
    `file: ${file}`,
    ...(standing === undefined || standing.attempt === 0 ? [] : [`attempt: ${standing.attempt}`]),
    sitting === undefined
      ? `session: ${when ?? 'none'}`
      : `session: ${sitting.mode}, ${clockText(sitting.clock)}`,
    ...(sitting?.bell === undefined
      ? []
      : [`score at the bell: ${sitting.bell.points ?? 'not judged'}, ${bellText(sitting)}`]),
    `score: ${points} of ${maxPoints}`,
    `verdict: ${verdict}, ${verdictMeanings[verdict]}${verdict === 'JE' ? '; this run is not counted' : ''}`,
    ...(standing?.last === undefined
      ? []
      : [`last score: ${standing.last}`, `best score: ${standing.best}`]),
    ...(total > 0 ? [`hidden test cases: ${passed} of ${total} passed`] : []),
    ...subtasks.map((subtask) => subtaskLine(subtask, standing?.changes[subtask.id])),
  ];
}

function subtaskLine(subtask: SubtaskReport, change: number | undefined): string {
  const { id, verdict, points, maxPoints, passed, total, critical, message } = subtask;
  const isQuiet = verdict === 'AC' || verdict === 'skipped';
  const facts = [
    verdict,
    `${points} of ${maxPoints} points`,
    `${passed} of ${total} test cases`,
    critical ? 'critical' : '',
    changeText(change),
    isQuiet ? (message ?? '') : '',
  ];
  return `subtask ${id}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}
