// The part of a report that is about subtasks: the table, and what to fix.
import type { Report, SubtaskReport } from '../model/report.ts';
import { criticalCap } from '../model/verdict.ts';
import type { Standing } from '../standing.ts';
import { command, labelled, painter, widthOf, wrap, type TextOptions } from './layout.ts';

export type Shown = TextOptions & {
  standing?: Standing | undefined;
  /** Of a stored report: when it was made, in place of the session that runs now. */
  when?: string;
};

/** Every subtask in a line or two: verdict, points, test cases, what changed, a remark. */
export function table(report: Report, options: Shown): string[] {
  const { subtasks, fixFirst } = report;
  const columns = widthOf(options);
  const paint = painter(options);
  const idWidth = Math.max(...subtasks.map(({ id }) => id.length)) + 1;
  return subtasks.flatMap((subtask) => {
    const { verdict, id, points, maxPoints, passed, total, critical } = subtask;
    const mark = verdict === 'skipped' ? '--' : verdict;
    const style = verdict === 'AC' ? 'green' : verdict === 'skipped' ? 'dim' : 'red';
    const star = critical ? '*' : ' ';
    const cases = columns < 60 ? '' : `   ${passed} of ${total}`;
    const score = `${points}/${maxPoints}`.padStart(7);
    const head = `${paint(style, mark.padEnd(4))}${id.padEnd(idWidth)}${star} ${score}${cases}`;
    const remarks = remarksOf(subtask, { fixFirst, change: options.standing?.changes[id] });
    const used = 4 + idWidth + 2 + score.length + cases.length;
    const gap = ' '.repeat(columns < 60 ? 3 : Math.max(3, 32 + idWidth - used));
    // What is too long to stand beside the points stands below them; the rest stays beside.
    const room = columns - used - gap.length;
    const fitting = remarks.findLastIndex(
      (_, last) => remarks.slice(0, last + 1).join('   ').length <= room,
    );
    const [beside, below] = [remarks.slice(0, fitting + 1), remarks.slice(fitting + 1)];
    return [
      beside.length === 0 ? head : `${head}${gap}${beside.join('   ')}`,
      ...(below.length === 0 ? [] : wrap(`    ${below.join('   ')}`, columns, '    ')),
    ];
  });
}

export function legend({ subtasks }: Report, options: TextOptions): string[] {
  const text = `    * critical: all or nothing; failing one caps the score at ${criticalCap}`;
  return subtasks.some(({ critical }) => critical) ? wrap(text, widthOf(options), '      ') : [];
}

const maxFindings = 3;

/** What to fix first, spread out; two more findings; the rest stay lines of the table. */
export function findings(report: Report, options: TextOptions): string[] {
  const { requirement = '', file, slug } = report;
  const [first, ...others] = toFix(report);
  if (first === undefined) return [];
  const found = ({ line, message = '' }: SubtaskReport): string =>
    `${file}${line === undefined ? '' : `:${line}`}  ${message}`;
  return [
    ...labelled('Fix first', `${first.id}: ${requirement}`, options),
    ...labelled(options.isPlain ? 'Found' : '', found(first), options),
    ...command(
      options.isPlain ? 'An example' : '',
      { type: `npm run judge why ${slug} ${first.id}` },
      options,
    ),
    ...others
      .slice(0, maxFindings - 1)
      .flatMap((subtask) => labelled('Then', `${subtask.id}: ${found(subtask)}`, options)),
  ];
}

/** What tsc says; advice only. */
export function typeAdvice({ typeErrors, file }: Report, options: TextOptions): string[] {
  const shown = typeErrors
    .slice(0, maxFindings)
    .flatMap(({ line, column, message }) =>
      labelled('Types', `${file}:${line}:${column}  ${message}`, options),
    );
  if (shown.length === 0) return [];
  const more = typeErrors.length - maxFindings;
  const rest = `${more > 0 ? `and ${more} more; ` : ''}advice only, types cost no points`;
  return [...shown, ...labelled('', rest, options)];
}

/** The failing subtasks, the one to fix first in front. */
export function toFix({ subtasks, fixFirst }: Report): SubtaskReport[] {
  const isFirst = ({ id }: SubtaskReport): number => Number(id === fixFirst);
  return subtasks.filter(isFailing).sort((a, b) => isFirst(b) - isFirst(a));
}

export function isFailing({ verdict }: SubtaskReport): boolean {
  return verdict !== 'AC' && verdict !== 'skipped';
}

/** `up 1` or `down 2` beside the run before; empty where nothing changed. */
export function changeText(change: number | undefined): string {
  if (change === undefined || change === 0) return '';
  return change > 0 ? `up ${change}` : `down ${-change}`;
}

function remarksOf(
  { id, verdict, message = '' }: SubtaskReport,
  { fixFirst, change }: { fixFirst: string | undefined; change: number | undefined },
): string[] {
  const told = verdict === 'AC' || verdict === 'skipped' ? message : '';
  const remarks = [changeText(change), id === fixFirst ? 'FIX FIRST' : told];
  return remarks.filter((remark) => remark !== '');
}
