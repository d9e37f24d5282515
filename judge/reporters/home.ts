import type { Clock } from '../clock.ts';
import type { Mode } from '../model/session.ts';
import { command, duration, painter, together, widthOf, type TextOptions } from './layout.ts';
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

export type HomeView = {
  rows: readonly HomeRow[];
  running: { slug: string; mode: Mode; clock: Clock } | undefined;
  /** The problem to begin or to go on with. */
  next: string;
};

/** What there is, how far the person got, and what to type next: fits 80 columns by 24 lines. */
export function renderHome({ rows, running, next }: HomeView, options: TextOptions): string {
  const session =
    running === undefined
      ? []
      : together(
          [`${running.slug} is ${running.clock.kind}`, running.mode, clockText(running.clock)],
          options,
        );
  const parts = [session, table(rows, options), commands({ running, next }, options)];
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

function commands({ running, next }: Omit<HomeView, 'rows'>, options: TextOptions): string[] {
  const isPaused = running?.clock.kind === 'paused';
  const first =
    running === undefined
      ? command('Start', { type: `npm run judge start ${next}` }, options)
      : [
          ...command('Go on', { type: `npm run judge ${isPaused ? 'resume' : next}` }, options),
          ...command('End it', { type: 'npm run judge finish' }, options),
        ];
  return [
    ...first,
    ...(running === undefined
      ? command('Just judge', { type: `npm run judge ${next}` }, options)
      : []),
    ...command('Concepts', { type: 'npm run judge drill' }, options),
    ...command('Progress', { type: 'npm run judge history' }, options),
    ...command('All else', { type: 'npm run judge -- --help' }, options),
  ];
}

function clip(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, columns - 3).trimEnd()}...`;
}
