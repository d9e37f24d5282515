// What a report says of places in the submission, for editors and for CIs.
import type { Report } from '../model/report.ts';
import { toFix } from './subtasks.ts';

export type PointedFinding = {
  severity: 'error' | 'warning';
  /** The subtask, or the problem for what is about the whole file. */
  subject: string;
  /** In the submission, from 1: never in the suite. */
  line: number;
  column: number;
  text: string;
};

/**
 * What is to be mended, first things first, then what `tsc` says. Empty for a judge error, which is
 * nobody's line.
 */
export function pointedFindings(report: Report): PointedFinding[] {
  const { slug, verdict, message, line = 1, column = 1, fixFirst, requirement } = report;
  if (verdict === 'JE') return [];
  const whole: PointedFinding[] =
    message === undefined
      ? []
      : [{ severity: 'error', subject: slug, line, column, text: `${verdict}: ${message}` }];
  const errors = toFix(report).map((subtask): PointedFinding => {
    const isFirst = subtask.id === fixFirst && requirement !== undefined;
    const found = `${subtask.verdict}: ${subtask.message ?? 'not right yet'}`;
    const text = isFirst ? `${found} (fix this first: ${requirement})` : found;
    return { severity: 'error', subject: subtask.id, line: subtask.line ?? 1, column: 1, text };
  });
  const warnings = report.typeErrors.map((error): PointedFinding => ({
    severity: 'warning',
    subject: 'types',
    line: error.line,
    column: error.column,
    text: `${error.message} (advice, costs no points)`,
  }));
  return [...whole, ...errors, ...warnings];
}

/** What editors wait for: the run is over, whether it could tell anything or not. */
export const endOfFindings = 'End of findings';

/**
 * Each finding on a line of its own, never broken, between two lines that say where they begin and
 * end: what the problem matcher of `.vscode/tasks.json` reads.
 */
export function renderLines(report: Report): string {
  const findings = pointedFindings(report);
  const lines = findings.map(
    ({ severity, subject, line, column, text }) =>
      `${report.file}:${line}:${column} - ${severity} ${subject}: ${text}`,
  );
  return [`Findings in ${report.file}: ${findings.length}`, ...lines, endOfFindings, ''].join('\n');
}
