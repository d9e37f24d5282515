import type { Clock } from '../clock.ts';
import type { Mode } from '../model/session.ts';
import type { PlanItem } from '../model/plan.ts';
import type { Readiness } from '../plan/readiness.ts';
import {
  command,
  count,
  duration,
  labelledFacts,
  painter,
  together,
  widthOf,
  type TextOptions,
} from './layout.ts';
import { localDay } from './drill.ts';
import { clockText } from './timing.ts';

export type HomeRow =
  | {
      kind: 'problem';
      slug: string;
      title: string;
      minutes: number;
      runs: number;
      best: number | undefined;
      last: number | undefined;
      /** In sessions. */
      spentMs: number;
    }
  | { kind: 'broken'; slug: string; why: string };

/** What there is beside the problems. */
export type Prepared = {
  readiness: Readiness;
  /** Questions that are due today. */
  due: number;
  plan:
    | {
        daysLeft: number;
        interview: string;
        /** What is planned for today and not done, and how much of it is. */
        open: readonly PlanItem[];
        done: number;
      }
    | undefined;
  hasOpenMock: boolean;
};

export type HomeView = {
  rows: readonly HomeRow[];
  running:
    | {
        slug: string;
        mode: Mode;
        clock: Clock;
        /** Whether it is the coding round of the open mock. */
        isOfMock: boolean;
      }
    | undefined;
  /** The problem to begin or to go on with. */
  next: string;
  /** Absent for a person who did nothing yet. */
  prepared: Prepared | undefined;
};

/** What there is, how far the person got, and what to type next: fits 80 columns by 24 lines. */
export function renderHome(view: HomeView, options: TextOptions): string {
  const { rows, running, prepared } = view;
  const session =
    running === undefined
      ? []
      : together(
          [`${running.slug} is ${running.clock.kind}`, running.mode, clockText(running.clock)],
          options,
        );
  // Whoever sits at a problem is not to look at anything else.
  const ready =
    running === undefined && prepared !== undefined ? readyLines(prepared, options) : [];
  const parts = [session, table(rows, options), ready, commands(view, options)];
  const shown = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return `${shown.join(options.isPlain ? '\n' : '\n\n')}\n`;
}

function table(rows: readonly HomeRow[], options: TextOptions): string[] {
  if (options.isPlain) return rows.map(plainRow);
  const width = Math.max(...rows.map(({ slug }) => slug.length));
  const columns = widthOf(options);
  const cells = (texts: readonly string[]): string =>
    texts.map((text) => text.padStart(7)).join('');
  const isWide = columns >= 60;
  const names = isWide ? ['min', 'best', 'last', 'runs', 'spent'] : ['min', 'best', 'runs'];
  const head = `${'Problem'.padEnd(width)}${cells(names)}`;
  return [
    painter(options)('bold', head),
    ...rows.map((row) => {
      if (row.kind === 'broken')
        return clip(`${row.slug.padEnd(width)}   broken: ${row.why}`, columns);
      const { slug, title, minutes, runs, best, last, spentMs } = row;
      const score = (points: number | undefined): string =>
        points === undefined ? '-' : String(points);
      const spent = spentMs === 0 ? '-' : duration(spentMs);
      const facts = isWide
        ? [String(minutes), score(best), score(last), String(runs), spent]
        : [String(minutes), score(best), String(runs)];
      const text = `${slug.padEnd(width)}${cells(facts)}`;
      return isWide ? clip(`${text}   ${title}`, columns) : text;
    }),
  ];
}

function plainRow(row: HomeRow): string {
  if (row.kind === 'broken') return `problem ${row.slug}: broken, ${row.why}`;
  const { slug, title, minutes, runs, best, last, spentMs } = row;
  const scores = runs === 0 ? 'no runs' : `best ${best}, last ${last}, runs ${runs}`;
  const spent = spentMs === 0 ? '' : `, spent ${duration(spentMs)}`;
  return `problem ${slug}: ${title}, ${minutes} minutes, ${scores}${spent}`;
}

/** Each part for itself with its n; never one number for all. */
function readyLines({ readiness, plan }: Prepared, options: TextOptions): string[] {
  const { coding, drills, designs, stories, mocks } = readiness;
  const isAhead = plan !== undefined && plan.daysLeft > 0;
  const on = isAhead ? `on ${localDay(drills.on)}` : 'tomorrow';
  const recall =
    drills.recall === undefined
      ? `drills 0 of ${drills.of} asked`
      : `drills recall ${Math.round(100 * drills.recall)}% ${on}, over ${drills.asked} of ${drills.of} asked`;
  return labelledFacts(
    'Ready',
    [
      `coding ${coding.solved} of ${coding.of} at 100`,
      ...(designs.of === 0 ? [] : [`designs ${designs.done} of ${designs.of}`]),
      ...(stories.of === 0 ? [] : [`stories ${stories.served} of ${stories.of}`]),
      `mocks ${mocks}`,
      ...(drills.of === 0 ? [] : [recall]),
    ],
    options,
  );
}

function commands({ running, next, prepared }: HomeView, options: TextOptions): string[] {
  if (running !== undefined)
    return [
      ...goOnLines(running, { next, options }),
      ...command('End it', { type: 'npm run judge finish' }, options),
      ...command('Progress', { type: 'npm run judge history' }, options),
      ...command('All else', { type: 'npm run judge -- --help' }, options),
    ];
  return [
    ...(prepared === undefined ? [] : todayLines(prepared, options)),
    ...command('Start', { type: `npm run judge start ${next}` }, options),
    ...(prepared === undefined
      ? [
          ...command('Just judge', { type: `npm run judge ${next}` }, options),
          ...command(
            'No code?',
            { type: 'npm run judge drill', remark: 'also design, star, mock, plan' },
            options,
          ),
        ]
      : []),
    ...command('Progress', { type: 'npm run judge history' }, options),
    ...command('All else', { type: 'npm run judge -- --help' }, options),
  ];
}

function goOnLines(
  { clock, isOfMock }: NonNullable<HomeView['running']>,
  { next, options }: { next: string; options: TextOptions },
): string[] {
  const judge = `npm run judge ${clock.kind === 'paused' ? 'resume' : next}`;
  if (!isOfMock) return command('Go on', { type: judge }, options);
  return [
    ...command('Go on', { type: 'npm run judge mock', remark: 'a mock is open' }, options),
    ...command('Judge', { type: judge }, options),
  ];
}

/** What today asks for, the first thing to type first. */
function todayLines({ due, plan, hasOpenMock }: Prepared, options: TextOptions): string[] {
  const lines: { type: string; remark: string }[] = [];
  if (hasOpenMock) lines.push({ type: 'npm run judge mock', remark: 'a mock is open' });
  if (due > 0)
    lines.push({ type: 'npm run judge drill due', remark: `${count(due, 'question')} due` });
  const [first] = plan?.open ?? [];
  if (plan !== undefined && first !== undefined)
    lines.push({
      type: first.type,
      remark: `plan ${plan.done} of ${plan.done + plan.open.length}, ${count(plan.daysLeft, 'day')} left`,
    });
  else
    lines.push({
      type: 'npm run judge plan',
      remark: plan === undefined ? 'no interview is set' : interviewText(plan),
    });
  return lines.flatMap((line, index) => {
    const label = index === 0 || options.isPlain ? 'Today' : '';
    return command(label, line, options);
  });
}

function interviewText({ daysLeft, interview }: NonNullable<Prepared['plan']>): string {
  if (daysLeft < 0) return `the interview was on ${interview}`;
  if (daysLeft === 0) return 'the interview is today';
  return `interview in ${count(daysLeft, 'day')}`;
}

function clip(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, columns - 3).trimEnd()}...`;
}
