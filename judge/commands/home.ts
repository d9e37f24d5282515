import { readClock } from '../clock.ts';
import { messageOf, UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { Kind } from '../history/kinds.ts';
import { openMock } from '../mock/mock.ts';
import type { Session, Stamp } from '../model/session.ts';
import { timeSpentMs } from '../progress.ts';
import { dayAt } from '../plan/day.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { renderHome, type HomeRow, type Prepared } from '../reporters/home.ts';
import { currentSession, listSessions } from '../session/store.ts';
import type { Ending, Invocation } from './command.ts';
import { countDue, listMocks, readPlan, readReadiness } from './preparation.ts';
import { countedRuns, ifPossible, openHistoryIfPossible } from './runs.ts';

/** Prints the problems, how far the person got, the running session, and what to type next. */
export async function home({ root, words, screen, now }: Invocation): Promise<Ending> {
  if (words.length > 0)
    throw new UsageError(`"home" shows all problems; it takes no "${words.join(' ')}".`);
  const slugs = listSlugs(root);
  if (slugs.length === 0) throw new UsageError(`There are no problems below ${root}.`);
  using history = openHistoryIfPossible(root);
  const stamp = now();
  const rows = slugs.map((slug) => rowOf(slug, { root, history, now: stamp }));
  const session = history && currentSession(history);
  const running = session && {
    slug: session.start.slug,
    mode: session.start.mode,
    clock: readClock(session, stamp),
    isOfMock: await isOfOpenMock(history, session),
  };
  const next = session?.start.slug ?? chooseNext(rows);
  const today = dayAt(stamp.wallMs);
  const prepared = history && (await ifPossible(() => prepare(history, { root, today })));
  process.stdout.write(renderHome({ rows, running, next, prepared }, screen));
  return 'done';
}

async function isOfOpenMock(history: History, { start }: Session): Promise<boolean> {
  const open = await ifPossible(() => openMock(listMocks(history)));
  return open !== undefined && open.id === start.mock;
}

/** How far the person got beside the problems; `undefined` for one who did nothing yet. */
function prepare(
  history: History,
  { root, today }: { root: string; today: Temporal.PlainDate },
): Prepared | undefined {
  const readiness = readReadiness(history, { root, today });
  const plan = readPlan(history, { root, today });
  const mock = openMock(listMocks(history));
  const isNew =
    plan === undefined &&
    mock === undefined &&
    !hasAny(history, ['run', 'review', 'design', 'story']);
  if (isNew) return undefined;
  const planned = plan?.days.find(({ day }) => day.equals(today))?.items ?? [];
  return {
    readiness,
    due: countDue(history, { root, today }),
    plan: plan && {
      daysLeft: plan.daysLeft,
      interview: plan.interview.toString(),
      open: planned.filter(({ isDone }) => !isDone).map(({ item }) => item),
      done: planned.filter(({ isDone }) => isDone).length,
    },
    hasOpenMock: mock !== undefined,
  };
}

function hasAny(history: History, kinds: readonly Kind[]): boolean {
  return kinds.some((kind) => history.list(kind).length > 0);
}

function rowOf(
  slug: string,
  { root, history, now }: { root: string; history: History | undefined; now: Stamp },
): HomeRow {
  try {
    const { manifest } = loadProblem(root, slug);
    const points = history === undefined ? [] : countedRuns(history, slug).map(pointsOf);
    const sessions: Session[] = history === undefined ? [] : listSessions(history, slug);
    return {
      kind: 'problem',
      slug,
      title: manifest.title,
      minutes: manifest.minutes,
      runs: points.length,
      best: points.length === 0 ? undefined : Math.max(...points),
      last: points.at(-1),
      spentMs: timeSpentMs(sessions, now),
    };
  } catch (error) {
    return { kind: 'broken', slug, why: messageOf(error).split('\n', 1)[0] ?? '' };
  }
}

function pointsOf({ report }: { report: { points: number } }): number {
  return report.points;
}

/** The first problem that was never tried, iris before others; else the one that scored least. */
function chooseNext(rows: readonly HomeRow[]): string {
  const problems = rows.filter((row) => row.kind === 'problem');
  const first = problems.filter(({ runs }) => runs === 0);
  const [next] =
    first.length > 0
      ? first.toSorted((a, b) => Number(b.slug === 'iris') - Number(a.slug === 'iris'))
      : problems.toSorted((a, b) => (a.best ?? 0) - (b.best ?? 0));
  return next?.slug ?? rows[0]?.slug ?? '';
}
