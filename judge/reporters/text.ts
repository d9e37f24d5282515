import type { Report } from '../model/report.ts';
import { verdictMeanings } from '../model/verdict.ts';
import {
  command,
  count,
  embolden,
  labelled,
  labelledFacts,
  painter,
  paragraph,
  rule,
  together,
  widthOf,
  wrap,
  type TextOptions,
} from './layout.ts';
import { plainHead } from './plain.ts';
import { findings, legend, table, typeAdvice, type Shown } from './subtasks.ts';
import { bellText, clockText, countTexts, disturbances } from './timing.ts';

/**
 * The report as a person reads it; lines of at most `columns` characters where words allow. With a
 * `standing` it tells of earlier runs and of the session too.
 */
export function renderText(report: Report, options: Shown): string {
  const head = options.isPlain ? plainHead(report, options) : drawnHead(report, options);
  const wholeRun = report.message === undefined ? [] : wholeRunLines(report, options);
  const parts = [
    head,
    wholeRun,
    options.isPlain ? [] : subtaskLines(report, options),
    findings(report, options),
    typeAdvice(report, options),
    footer(report, options),
  ].filter((part) => part.length > 0);
  return `${parts.map((part) => part.join('\n')).join(options.isPlain ? '\n' : '\n\n')}\n`;
}

function drawnHead(report: Report, options: Shown): string[] {
  return [...header(report, options), ...rule(options), ...scoreLines(report, options)];
}

function subtaskLines(report: Report, options: Shown): string[] {
  if (report.subtasks.length === 0) return [];
  return [...table(report, options), ...legend(report, options)];
}

function header(report: Report, options: Shown): string[] {
  const { slug, minutes, file } = report;
  const { standing, when } = options;
  if (standing === undefined) return together([slug, `${minutes} minutes`, file], options);
  const { attempt, sitting } = standing;
  const session =
    sitting === undefined ? [when ?? 'no session', file] : [sitting.mode, clockText(sitting.clock)];
  // A judge error is none, so the first one has no number.
  const number = attempt === 0 ? [] : [`attempt ${attempt}`];
  return together([slug, ...number, ...session], options);
}

function scoreLines(report: Report, options: Shown): string[] {
  const { verdict, points, maxPoints, subtasks } = report;
  const paint = painter(options);
  if (verdict === 'JE')
    return [paint('yellow', `JE  ${verdictMeanings.JE}. This run is not counted.`)];
  const columns = widthOf(options);
  const passed = subtasks.reduce((sum, subtask) => sum + subtask.passed, 0);
  const total = subtasks.reduce((sum, subtask) => sum + subtask.total, 0);
  const width = Math.min(52, columns - 2);
  const filled = Math.floor((width * points) / maxPoints);
  const cases = total > 0 ? `      hidden ${passed} of ${total} test cases` : '';
  const bell = bellLines(report, options);
  const label = bell.length > 0 ? 'NOW  ' : 'SCORE';
  const bar = `|${paint(verdict === 'AC' ? 'green' : 'yellow', '#'.repeat(filled))}${'.'.repeat(width - filled)}|`;
  const earlier = earlierText(options);
  const isBeside = width + 5 + earlier.length <= columns;
  return [
    ...bell,
    `${paint('bold', `${label}  ${points}/${maxPoints}`)}     ${verdict} (${verdictMeanings[verdict]})${columns >= 72 ? cases : ''}`,
    isBeside && earlier !== '' ? `${bar}   ${earlier}` : bar,
    ...(isBeside || earlier === '' ? [] : [earlier]),
  ];
}

/** In an interview the score at the bell stands first; in practice the bell is a line. */
function bellLines({ maxPoints }: Report, options: Shown): string[] {
  const sitting = options.standing?.sitting;
  if (sitting?.bell === undefined || sitting.mode === 'practice') return [];
  const { points = 'not judged yet' } = sitting.bell;
  const score = `BELL   ${points}/${maxPoints}`;
  const lines = wrap(`${score}     ${bellText(sitting)}`, widthOf(options), '            ');
  return embolden(lines, score, options);
}

function earlierText({ standing }: Shown): string {
  if (standing === undefined) return '';
  const { last, best } = standing;
  return last === undefined ? '' : `last ${last}   best ${best}`;
}

function wholeRunLines(report: Report, options: TextOptions): string[] {
  const { verdict, message = '', file, line, column } = report;
  const where =
    verdict === 'JE'
      ? ''
      : `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `:${column}`}  `;
  const again = `npm run judge ${report.slug} -- --seed ${report.seed}`;
  return [
    ...paragraph(`${where}${message}`, options),
    ...paragraph(nextStep(report), options),
    ...(verdict === 'JE' ? command('Again', { type: again }, options) : []),
  ];
}

/** What to do about a verdict on the whole run. */
function nextStep({ verdict, message = '' }: Report): string {
  if (verdict === 'JE') return 'Run it again. If it stays, report it together with this line:';
  if (/enum|namespace|parameter propert/i.test(message)) {
    return 'Types are erased, not compiled: use a union of literals, a module, or plain fields instead.';
  }
  if (verdict === 'CE') return 'Mend this first; nothing was judged yet.';
  return 'This happened while the file loaded; nothing was judged yet. Move the work into your functions.';
}

function footer(report: Report, options: Shown): string[] {
  const { durations, peakMemoryMb, seed, sandbox, printedChars, strayErrors } = report;
  const { candidateCpuMs, totalMs } = durations;
  const sitting = options.standing?.sitting;
  const cpu = candidateCpuMs === undefined ? [] : [`candidate ${seconds(candidateCpuMs)} CPU`];
  const memory = peakMemoryMb === undefined ? [] : [`${peakMemoryMb} MB`];
  const used = [`run ${seconds(totalMs)}`, [...cpu, ...memory].join(', ')];
  const counts = sitting === undefined ? [] : countTexts(sitting);
  return [
    ...(options.isPlain
      ? [...labelledFacts('Time', used, options), ...labelledFacts('Session', counts, options)]
      : labelledFacts('Time', [...used, ...counts], options)),
    ...(sitting === undefined ? [] : disturbances(sitting.clock)).flatMap((text) =>
      labelled('Clock', text, options),
    ),
    ...labelledFacts('Run', [`seed ${seed}`, `sandbox: ${sandbox}`], options),
    ...(printedChars > 0
      ? labelled(
          'Printed',
          `${count(printedChars, 'character')}, not shown here; "judge sample" shows what your code prints`,
          options,
        )
      : []),
    ...(strayErrors > 0
      ? labelled(
          'Warning',
          `your code threw ${count(strayErrors, 'error')} outside any call, e.g. in a promise nobody awaits`,
          options,
        )
      : []),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
