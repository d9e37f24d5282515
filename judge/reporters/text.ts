import { styleText } from 'node:util';
import type { Report, SubtaskReport } from '../model/report.ts';
import { criticalCap, verdictMeanings } from '../model/verdict.ts';

export type TextOptions = { columns: number; hasColor: boolean };

/** The report as a person reads it; lines of at most `columns` characters where words allow. */
export function renderText(report: Report, options: TextOptions): string {
  const paint = painter(options);
  const columns = Math.min(options.columns, 88);
  const parts = [
    header(report),
    '-'.repeat(columns),
    ...scoreLines(report, { columns, paint }),
    '',
    ...(report.message === undefined ? [] : [...wholeRunLines(report, columns), '']),
    ...(report.subtasks.length === 0
      ? []
      : [...table(report, { columns, paint }), ...legend(report, columns), '']),
    ...findings(report, columns),
    ...typeAdvice(report, columns),
    ...footer(report, columns),
  ];
  return `${parts.join('\n')}\n`;
}

type Paint = (style: 'green' | 'red' | 'yellow' | 'bold' | 'dim', text: string) => string;

function painter({ hasColor }: TextOptions): Paint {
  return (style, text) => (hasColor ? styleText(style, text, { validateStream: false }) : text);
}

function header({ slug, minutes, file }: Report): string {
  return `${slug}    ${minutes} minutes    ${file}`;
}

function scoreLines(
  report: Report,
  { columns, paint }: { columns: number; paint: Paint },
): string[] {
  const { verdict, points, maxPoints, subtasks } = report;
  if (verdict === 'JE')
    return [paint('yellow', `JE  ${verdictMeanings.JE}. This run is not counted.`)];
  const passed = subtasks.reduce((sum, subtask) => sum + subtask.passed, 0);
  const total = subtasks.reduce((sum, subtask) => sum + subtask.total, 0);
  const width = Math.min(52, columns - 2);
  const filled = Math.floor((width * points) / maxPoints);
  const cases = total > 0 ? `      hidden ${passed} of ${total} test cases` : '';
  return [
    `${paint('bold', `SCORE  ${points}/${maxPoints}`)}     ${verdict} (${verdictMeanings[verdict]})${columns >= 72 ? cases : ''}`,
    `|${paint(verdict === 'AC' ? 'green' : 'yellow', '#'.repeat(filled))}${'.'.repeat(width - filled)}|`,
  ];
}

function wholeRunLines(report: Report, columns: number): string[] {
  const { verdict, message = '', file, line, column } = report;
  const where =
    verdict === 'JE'
      ? ''
      : `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `:${column}`}  `;
  return [...wrap(`${where}${message}`, columns), ...wrap(nextStep(report), columns)];
}

function nextStep({ verdict, message = '', slug, seed }: Report): string {
  if (verdict === 'JE')
    return `Run it again. If it stays, report it with: npm run judge ${slug} -- --seed ${seed}`;
  if (/enum|namespace|parameter propert/i.test(message)) {
    return 'Types are erased, not compiled: use a union of literals, a module, or plain fields instead.';
  }
  if (verdict === 'CE') return 'Mend this first; nothing was judged yet.';
  return 'This happened while the file loaded; nothing was judged yet. Move the work into your functions.';
}

function table(
  { subtasks, fixFirst }: Report,
  { columns, paint }: { columns: number; paint: Paint },
): string[] {
  const idWidth = Math.max(...subtasks.map(({ id }) => id.length)) + 1;
  return subtasks.flatMap((subtask) => {
    const { verdict, id, points, maxPoints, passed, total, critical } = subtask;
    const mark = verdict === 'skipped' ? '--' : verdict;
    const style = verdict === 'AC' ? 'green' : verdict === 'skipped' ? 'dim' : 'red';
    const star = critical ? '*' : ' ';
    const cases = columns < 60 ? '' : `   ${passed} of ${total}`;
    const score = `${points}/${maxPoints}`.padStart(7);
    const head = `${paint(style, mark.padEnd(4))}${id.padEnd(idWidth)}${star} ${score}${cases}`;
    const remark = remarkOf(subtask, fixFirst);
    if (remark === '') return [head];
    const used = 4 + idWidth + 2 + score.length + cases.length;
    const inline = `${head}${' '.repeat(Math.max(3, 32 + idWidth - used))}${remark}`;
    return used + 6 + remark.length <= columns
      ? [inline]
      : [head, ...wrap(`    ${remark}`, columns, '    ')];
  });
}

function legend({ subtasks }: Report, columns: number): string[] {
  const text = `    * critical: all or nothing; failing one caps the score at ${criticalCap}`;
  return subtasks.some(({ critical }) => critical) ? wrap(text, columns, '      ') : [];
}

function remarkOf({ id, verdict, message }: SubtaskReport, fixFirst: string | undefined): string {
  if (id === fixFirst) return 'FIX FIRST';
  return verdict === 'AC' || verdict === 'skipped' ? (message ?? '') : '';
}

const maxFindings = 3;

/** What to fix first, spread out; two more findings; the rest stay lines of the table. */
function findings(report: Report, columns: number): string[] {
  const { subtasks, fixFirst, requirement = '', file } = report;
  const failing = subtasks.filter(({ verdict }) => verdict !== 'AC' && verdict !== 'skipped');
  const first = failing.find(({ id }) => id === fixFirst);
  if (first === undefined) return [];
  const place = ({ line }: SubtaskReport): string =>
    `${file}${line === undefined ? '' : `:${line}`}`;
  const others = failing.filter((subtask) => subtask !== first).slice(0, maxFindings - 1);
  return [
    ...wrap(`Fix first   ${first.id}: ${requirement}`, columns, '            '),
    ...wrap(`            ${place(first)}  ${first.message ?? ''}`, columns, '            '),
    ...others.flatMap((subtask) =>
      wrap(
        `Then        ${subtask.id}: ${place(subtask)}  ${subtask.message ?? ''}`,
        columns,
        '            ',
      ),
    ),
    '',
  ];
}

function typeAdvice({ typeErrors, file }: Report, columns: number): string[] {
  const shown = typeErrors.slice(0, maxFindings).flatMap(({ line, column, message }) => {
    return wrap(`Types       ${file}:${line}:${column}  ${message}`, columns, '            ');
  });
  const more = typeErrors.length - maxFindings;
  const rest = more > 0 ? [`            and ${more} more; advice only, they cost no points`] : [];
  return shown.length === 0 ? [] : [...shown, ...rest, ''];
}

function footer(report: Report, columns: number): string[] {
  const { durations, peakMemoryMb, seed, sandbox, printedChars, strayErrors } = report;
  const cpu =
    durations.candidateCpuMs === undefined
      ? ''
      : `   candidate ${seconds(durations.candidateCpuMs)} CPU`;
  const memory = peakMemoryMb === undefined ? '' : `, ${peakMemoryMb} MB`;
  return [
    ...wrap(
      `Time        run ${seconds(durations.totalMs)}${cpu}${memory}`,
      columns,
      '            ',
    ),
    ...wrap(`Run         seed ${seed}   sandbox: ${sandbox}`, columns, '            '),
    ...(printedChars > 0
      ? wrap(
          `Printed     ${printedChars} characters, not shown here; "judge sample" shows what your code prints`,
          columns,
          '            ',
        )
      : []),
    ...(strayErrors > 0
      ? wrap(
          `Warning     your code threw ${strayErrors} error(s) outside any call, e.g. in a promise nobody awaits`,
          columns,
          '            ',
        )
      : []),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** Breaks at spaces; continuation lines start with `indent`. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > columns) {
    const head = rest.slice(0, columns + 1);
    const at = head.lastIndexOf(' ');
    const cut = at > indent.length ? at : columns;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}
