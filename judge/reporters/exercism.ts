// Exercism's results.json, version 3 of its test runner interface.
import type { Report, SubtaskReport } from '../model/report.ts';

/** The interface's limit for a message. */
const maxMessageChars = 65_535;

/**
 * One test for each subtask, in the manifest's order; the number of a subtask is its task. The
 * hidden tests' code (`test_code`) and what the submission printed (`output`) are left out.
 */
export function renderExercism(report: Report): string {
  const { verdict, message, subtasks, file, line } = report;
  const results =
    message === undefined
      ? {
          version: 3,
          status: verdict === 'AC' ? 'pass' : 'fail',
          tests: subtasks.map((subtask, index) => ({
            name: subtask.title,
            ...outcomeOf(subtask, file),
            task_id: index + 1,
          })),
        }
      : {
          version: 3,
          status: 'error',
          message: clip(
            verdict === 'JE'
              ? `The judge failed, not you; this run is not counted. ${message}`
              : `${place(file, line)}${message}`,
          ),
          tests: [],
        };
  return `${JSON.stringify(results, null, 2)}\n`;
}

function outcomeOf(
  { verdict, message = 'not right yet', line }: SubtaskReport,
  file: string,
): { status: 'pass' | 'fail' | 'error'; message?: string } {
  if (verdict === 'AC') return { status: 'pass' };
  if (verdict === 'skipped') return { status: 'fail', message: `not asked: ${message}` };
  const status = verdict === 'WA' ? 'fail' : 'error';
  return { status, message: clip(`${place(file, line)}${message}`) };
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? '' : `${file}:${line}  `;
}

function clip(text: string): string {
  return text.slice(0, maxMessageChars);
}
