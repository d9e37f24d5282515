import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import type { Session, Stamp } from '../model/session.ts';
import { firstPasses, runsOfSession, scoreSessions } from '../progress.ts';
import { listSlugs } from '../problem/locate.ts';
import { loadProblem } from '../problem/load.ts';
import { renderHistory, type HistoryView } from '../reporters/history.ts';
import { localMinute } from '../reporters/layout.ts';
import { listSessions } from '../session/store.ts';
import type { Ending, Invocation } from './command.ts';
import { countedEntries } from './runs.ts';

const maxRecent = 8;

/** Scores over time: of one problem, or of each that was tried. */
export async function history({ root, words, screen, now }: Invocation): Promise<Ending> {
  const [slug, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(`Too many words: "${rest.join(' ')}". One problem, or none for all.`);
  using log = new History(root);
  if (slug !== undefined) loadProblem(root, slug);
  const slugs = slug === undefined ? listSlugs(root) : [slug];
  const views = slugs
    .map((name) => viewOf(log, name, now()))
    .filter(({ totalRuns, sessions }) => totalRuns + sessions.length > 0);
  if (views.length === 0) {
    process.stdout.write(
      `Nothing yet${slug === undefined ? '' : ` of ${slug}`}. Begin: npm run judge start ${slug ?? 'iris'}\n`,
    );
    return 'done';
  }
  process.stdout.write(views.map((view) => renderHistory(view, screen)).join('\n'));
  return 'done';
}

function viewOf(log: History, slug: string, now: Stamp): HistoryView {
  const entries = countedEntries(log, slug);
  const runs = entries.map(({ data }) => data);
  const all = listSessions(log, slug);
  const last = all.at(-1);
  return {
    slug,
    totalRuns: runs.length,
    sessions: scoreSessions(all, { runs, now }),
    runs: last === undefined ? [] : runsOfSession(last, runs),
    passes: passesOf(all, runs),
    recent: entries.slice(-maxRecent).map(({ id, at, data: { report } }) => ({
      id: id.slice(0, 8),
      at: localMinute(new Date(at)),
      points: report.points,
      verdict: report.verdict,
    })),
  };
}

function passesOf(
  sessions: readonly Session[],
  runs: Parameters<typeof firstPasses>[1],
): HistoryView['passes'] {
  const ids = runs.at(-1)?.report.subtasks.map(({ id }) => id) ?? [];
  const all = sessions.map((session) => firstPasses(session, runs));
  return ids.map((id) => {
    const times = all.flatMap((passes) => passes.get(id) ?? []);
    return {
      id,
      lastMs: all.at(-1)?.get(id),
      leastMs: times.length === 0 ? undefined : Math.min(...times),
    };
  });
}
