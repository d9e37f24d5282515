// What a session says of itself: at its start, when asked for the time, at its end.
import type { Clock } from '../clock.ts';
import type { Report } from '../model/report.ts';
import type { Session } from '../model/session.ts';
import type { Sitting } from '../standing.ts';
import {
  command,
  count,
  embolden,
  labelled,
  labelledFacts,
  numbered,
  rule,
  together,
  type TextOptions,
} from './layout.ts';
import { bellText, clockText, countTexts, disturbances } from './timing.ts';

/** Three lines that an interviewer would say first. */
export function renderRuleCard(minutes: number, options: TextOptions): string {
  const rules = [
    `You have ${count(minutes, 'minute')}. The clock does not pause; your file as saved at the bell is the score.`,
    'Judge as often as you like. Hints cost no points; runs and hints are counted and shown.',
    'You may read documentation and talk aloud. The hidden tests are not for reading.',
  ];
  return `${numbered(rules, 'rule', options).join('\n')}\n\n`;
}

/** What stands below the statement when a session begins. */
export function renderStart(
  { session, clock, file }: { session: Session; clock: Clock; file: string },
  options: TextOptions,
): string {
  const { slug, mode } = session.start;
  return lines([
    ...rule(options),
    ...together([slug, mode, clockText(clock)], options),
    ...labelled('Edit', file, options),
    ...command('', { type: `npm run judge open ${slug}` }, options),
    ...command('Judge', { type: `npm run judge ${slug}` }, options),
    ...command('Every save', { type: `npm run judge watch ${slug}` }, options),
    ...command('Examples', { type: `npm run judge sample ${slug}` }, options),
    ...command('Stuck?', { type: `npm run judge hint ${slug}` }, options),
    ...command('Clock', { type: 'npm run judge time' }, options),
    ...(mode === 'practice' ? command('', { type: 'npm run judge pause' }, options) : []),
    ...(session.start.mock === undefined
      ? command('Done?', { type: 'npm run judge finish' }, options)
      : []),
  ]);
}

/** The clock of a session, and what it has come to so far. */
export function renderTime(
  { slug, sitting }: { slug: string; sitting: Sitting },
  options: TextOptions,
): string {
  const { mode, clock, best } = sitting;
  const next = clock.kind === 'paused' ? 'npm run judge resume' : `npm run judge ${slug}`;
  const scores = best === undefined ? [] : [`best score ${best}`];
  return lines([
    ...together([slug, mode, clockText(clock)], options),
    ...bellRow(sitting, options),
    ...disturbances(clock).flatMap((text) => labelled('Clock', text, options)),
    ...labelledFacts('So far', [...countTexts(sitting), ...scores], options),
    ...command('Next', { type: next }, options),
  ]);
}

/** The session in sum: the score at the bell, the last one, and how it came about. */
export function renderEnd(
  {
    slug,
    how,
    sitting,
    final,
    mock,
  }: {
    slug: string;
    how: 'finished' | 'gaveUp';
    sitting: Sitting;
    final: Report | undefined;
    /** The mock interview that it was a round of. */
    mock?: string | undefined;
  },
  options: TextOptions,
): string {
  const { mode, clock } = sitting;
  const score = final === undefined ? 'no run' : `${final.points}/${final.maxPoints}`;
  const label = sitting.bell === undefined ? 'Score' : 'Final';
  const isSolved = final !== undefined && final.points === final.maxPoints;
  const ending = how === 'gaveUp' ? 'given up' : 'finished';
  const next =
    mock === undefined
      ? { type: `npm run judge redo ${slug}`, remark: 'the same problem on other data' }
      : { type: 'npm run judge mock', remark: 'the next round' };
  return lines([
    ...together([slug, mode, ending], options),
    ...rule(options),
    ...bellRow(sitting, options),
    ...embolden(labelledFacts(label, [score, clockText(clock)], options), score, options),
    ...disturbances(clock).flatMap((text) => labelled('Clock', text, options)),
    ...labelledFacts('Effort', countTexts(sitting), options),
    ...command('Next', next, options),
    ...command('', { type: `npm run judge history ${slug}` }, options),
    ...(how === 'gaveUp' || isSolved
      ? []
      : command('Solutions', { type: 'npm run judge give-up', remark: 'where ours are' }, options)),
  ]);
}

function bellRow(sitting: Sitting, options: TextOptions): string[] {
  if (sitting.bell === undefined) return [];
  const { points } = sitting.bell;
  const score = points === undefined ? 'not judged' : `${points}/100`;
  const about = sitting.mode === 'interview' ? bellText(sitting) : 'the last run before the bell';
  return embolden(labelledFacts('Bell', [score, about], options), score, options);
}

function lines(parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
