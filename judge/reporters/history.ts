// The history of a problem for people: drawn, and as tables.
import type { ScoredRun, SessionScore } from '../progress.ts';
import {
  command,
  count,
  duration,
  localMinute,
  painter,
  paragraph,
  together,
  widthOf,
  type TextOptions,
} from './layout.ts';
import { bar, plotScores } from './plot.ts';

export type HistoryView = {
  slug: string;
  /** Runs that count, in sessions and outside of any. */
  totalRuns: number;
  sessions: readonly SessionScore[];
  /** Of the last session. */
  runs: readonly ScoredRun[];
  /** Session time until the first pass in the last session, and the least of all sessions. */
  passes: readonly { id: string; lastMs: number | undefined; leastMs: number | undefined }[];
  /** The last runs, newest last, for `report`. */
  recent: readonly { id: string; at: string; points: number; verdict: string }[];
};

/** All that there is to see of one problem. */
export function renderHistory(view: HistoryView, options: TextOptions): string {
  const { slug, totalRuns, sessions, recent } = view;
  const parts = [
    together([slug, count(totalRuns, 'run'), count(sessions.length, 'session')], options),
    lastSession(view, options),
    sessionTable(sessions, options),
    passTable(view, options),
    recentTable(recent, options),
  ];
  const shown = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return `${shown.join(options.isPlain ? '\n' : '\n\n')}\n`;
}

function lastSession({ sessions, runs }: HistoryView, options: TextOptions): string[] {
  const last = sessions.at(-1);
  if (last === undefined || runs.length === 0) return [];
  const { usedMs, allowedMs } = last.sitting.clock;
  if (options.isPlain) {
    return runs.map(({ usedMs: atMs, points, verdict, isBell }) => {
      const late = atMs > allowedMs ? ', after the bell' : '';
      return `last session at ${duration(atMs)}: ${points} points, ${verdict}${isBell ? ', the bell' : late}`;
    });
  }
  return [
    ...heading(`Score within the last session (${last.sitting.mode}, ${day(last)})`, options),
    ...plotScores(
      runs.map(({ usedMs: atMs, points: score }) => ({ atMs, score })),
      { columns: Math.min(widthOf(options), 72), bellMs: allowedMs, untilMs: usedMs },
    ),
  ];
}

/** The newest sessions fit on a screen; older ones are in the export. */
const maxSessions = 10;

function sessionTable(sessions: readonly SessionScore[], options: TextOptions): string[] {
  const rows = sessions.slice(-maxSessions);
  if (rows.length === 0) return [];
  const isWide = widthOf(options) >= 60;
  const lines = rows.map((row) => {
    const { sitting, atBell, final } = row;
    const { mode, clock } = sitting;
    const score = atBell === undefined ? '-' : String(atBell);
    const later = clock.overMs > 0 ? `then ${final ?? '-'} (+${duration(clock.overMs)})` : '';
    if (options.isPlain)
      return `session ${day(row)}, ${mode}: ${score} at the bell${later === '' ? '' : `, ${later}`}`;
    const name = isWide ? `${day(row)}  ${mode.padEnd(9)}` : day(row);
    const tail = isWide ? `  ${later}` : '';
    return `${name} ${bar((atBell ?? 0) / 100, isWide ? 20 : 12)} ${score.padStart(4)}${tail}`.trimEnd();
  });
  return [...heading('Score at the bell, per session', options), ...lines];
}

function passTable({ passes }: HistoryView, options: TextOptions): string[] {
  if (passes.every(({ leastMs }) => leastMs === undefined)) return [];
  const idWidth = Math.max(...passes.map(({ id }) => id.length));
  const longest = Math.max(...passes.map(({ lastMs, leastMs }) => lastMs ?? leastMs ?? 0), 1);
  const time = (ms: number | undefined): string => (ms === undefined ? '-' : duration(ms));
  const lines = passes.map(({ id, lastMs, leastMs }) => {
    if (options.isPlain)
      return `first pass of ${id}: ${time(lastMs)} in the last session, fastest ${time(leastMs)}`;
    const head = `${id.padEnd(idWidth)} ${time(lastMs).padStart(8)} ${time(leastMs).padStart(8)}`;
    const width = Math.min(20, widthOf(options) - head.length - 3);
    return width < 5 || lastMs === undefined ? head : `${head} ${bar(lastMs / longest, width)}`;
  });
  const title = 'Time to the first pass of each subtask: last session, fastest ever';
  return [...heading(title, options), ...lines];
}

function recentTable(recent: HistoryView['recent'], options: TextOptions): string[] {
  if (recent.length === 0) return [];
  const lines = recent.map(({ id, at, points, verdict }) =>
    options.isPlain
      ? `run ${id}: ${at}, ${points} points, ${verdict}`
      : `${id}  ${at}  ${String(points).padStart(5)}  ${verdict}`,
  );
  return [
    ...heading('Last runs', options),
    ...lines,
    ...command('Show one', { type: 'npm run judge report <id>' }, options),
  ];
}

function heading(text: string, options: TextOptions): string[] {
  if (options.isPlain) return [];
  return paragraph(text, options).map((line) => painter(options)('bold', line));
}

function day({ session }: SessionScore): string {
  return localMinute(new Date(session.start.stamp.wallMs));
}
