// The report as Markdown: for a pull request, a step summary, a notebook.
import type { Report, SubtaskReport } from '../model/report.ts';
import { criticalCap, verdictMeanings } from '../model/verdict.ts';
import { isFailing, toFix } from './subtasks.ts';

/** Whatever may hold words of the submission stands in code, where no markup and no mention works. */
export function renderMarkdown(report: Report): string {
  const { slug, title, points, maxPoints, verdict, file, seed, sandbox, durations } = report;
  const isJudgeError = verdict === 'JE';
  const score = isJudgeError ? 'not counted' : `${points} of ${maxPoints}`;
  const parts = [
    `## ${plain(title)} (${plain(slug)}): ${score}`,
    `**${verdict}**: ${verdictMeanings[verdict]}. ${code(file)}`,
    wholeRun(report),
    table(report),
    findings(report),
    types(report),
    `Run ${(durations.totalMs / 1000).toFixed(2)} s, seed ${seed}, sandbox: ${plain(sandbox)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function wholeRun({ verdict, message, file, line, column }: Report): string {
  if (message === undefined) return '';
  const where = verdict === 'JE' ? '' : `${code(placeOf(file, line, column))} `;
  return `${where}${code(message)}`;
}

function table({ subtasks }: Report): string {
  if (subtasks.length === 0) return '';
  const rows = subtasks.map((subtask) => {
    const { id, verdict, points, maxPoints, passed, total, critical } = subtask;
    const name = `${plain(id)}${critical ? ' (critical)' : ''}`;
    const cells = [name, verdict, `${points}/${maxPoints}`, `${passed} of ${total}`];
    return `| ${[...cells, remarkOf(subtask)].join(' | ')} |`;
  });
  const note = `Critical: all or nothing; failing one caps the score at ${criticalCap}.`;
  return [
    '| subtask | verdict | points | test cases | remark |',
    '| --- | --- | ---: | --- | --- |',
    ...rows,
    ...(subtasks.some(({ critical }) => critical) ? ['', note] : []),
  ].join('\n');
}

/** A row of a table ends at a bar, in code too. */
function remarkOf(subtask: SubtaskReport): string {
  const { message } = subtask;
  return isFailing(subtask) || message === undefined ? '' : code(message).replaceAll('|', '\\|');
}

function findings(report: Report): string {
  const { fixFirst, requirement, file } = report;
  return toFix(report)
    .map(({ id, line, message = 'not right yet' }) => {
      const isFirst = id === fixFirst;
      const head = isFirst ? `**Fix first: ${plain(id)}**` : `**${plain(id)}**`;
      const asked = isFirst && requirement !== undefined ? ` ${plain(requirement)}.` : '';
      return `- ${head}${asked} ${code(placeOf(file, line))} ${code(message)}`;
    })
    .join('\n');
}

function types({ typeErrors, file }: Report): string {
  if (typeErrors.length === 0) return '';
  const lines = typeErrors.map(
    ({ line, column, message }) => `- ${code(placeOf(file, line, column))} ${code(message)}`,
  );
  return ['Types (advice, costs no points):', '', ...lines].join('\n');
}

function placeOf(file: string, line?: number, column?: number): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** A code span with a fence longer than any run of backticks in it. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^`|`$/.test(text) || text.trim() === '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Our own words, as they stand. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#&~]/g, (character) => `\\${character}`);
}
