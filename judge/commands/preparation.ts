// What there is to prepare, and how far the history says it got: for the plan, the home screen, the mock.
import { dueOf, isDue, type Horizon, type Review } from '../drill/schedule.ts';
import type { Entry, History } from '../history/history.ts';
import type { Kind } from '../history/kinds.ts';
import { foldMocks, isWhole, toldIn, type Mock } from '../mock/mock.ts';
import type { Session } from '../model/session.ts';
import { dayAt, endOf, isBefore, startOf } from '../plan/day.ts';
import { planItems } from '../plan/items.ts';
import { planOf, type Plan } from '../plan/plan.ts';
import { drillReadiness, type Readiness } from '../plan/readiness.ts';
import { listPromptIds } from '../problem/behavioural.ts';
import { listConceptIds, loadConcepts } from '../problem/concepts.ts';
import { listDesignIds } from '../problem/designs.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { listSessions } from '../session/store.ts';
import { foldStories, servedBy, type Story } from '../star/bank.ts';
import { countedEntries } from './runs.ts';

/** The interview that is set; `undefined` where none is. */
export function readInterview(
  history: History,
): { interview: Temporal.PlainDate; made: Temporal.PlainDate } | undefined {
  const event = history.list('plan', undefined, 'asWritten').at(-1)?.data;
  if (event?.kind !== 'set') return undefined;
  return {
    interview: Temporal.PlainDate.from(event.interview),
    made: Temporal.PlainDate.from(event.made),
  };
}

/** What the schedule of the drills heeds: the interview, while it is ahead. */
export function horizonOf(history: History, today: Temporal.PlainDate): Horizon {
  const interview = readInterview(history)?.interview;
  const isAhead = interview !== undefined && isBefore(today, interview);
  return isAhead ? { interview: startOf(interview) } : {};
}

/** The plan as it stands today; `undefined` where no interview is set. */
export function readPlan(
  history: History,
  { root, today }: { root: string; today: Temporal.PlainDate },
): Plan | undefined {
  const set = readInterview(history);
  if (set === undefined) return undefined;
  const items = planItems(readDone(history, root));
  // A clock that was set back must not make a plan that begins tomorrow.
  const made = isBefore(today, set.made) ? today : set.made;
  return planOf(items, { made, interview: set.interview, today });
}

/** How many questions are due today. */
export function countDue(
  history: History,
  { root, today }: { root: string; today: Temporal.PlainDate },
): number {
  const horizon = horizonOf(history, today);
  return cardsOf(history, root).filter((reviews) => {
    const due = dueOf(reviews, horizon);
    return due !== undefined && isDue(due, startOf(today));
  }).length;
}

/** How far the person got, each part for itself. */
export function readReadiness(
  history: History,
  { root, today }: { root: string; today: Temporal.PlainDate },
): Readiness {
  const slugs = listSlugs(root);
  const solved = new Set(
    countedEntries(history)
      .filter(isFull)
      .map(({ subject }) => subject),
  );
  const designs = listDesignIds(root);
  const worked = new Set(history.list('design').map(({ subject }) => subject));
  const prompts = listPromptIds(root);
  const told = toldIn(listMocks(history)).map(({ prompt }) => prompt);
  const served = new Set([...listStories(history).flatMap(servedBy), ...told]);
  // FSRS counts whole days: within the first one all is known still, which would say nothing.
  const { interview } = horizonOf(history, today);
  const day = interview === undefined ? today.add({ days: 1 }) : dayAt(interview.getTime());
  return {
    coding: { solved: slugs.filter((slug) => solved.has(slug)).length, of: slugs.length },
    drills: drillReadiness(cardsOf(history, root), endOf(day)),
    designs: { done: designs.filter((id) => worked.has(id)).length, of: designs.length },
    stories: { served: prompts.filter((id) => served.has(id)).length, of: prompts.length },
    mocks: wholeMocks(history).length,
  };
}

/** The ratings of a question, oldest first. */
export function reviewsOf(history: History, id: string): Review[] {
  return history
    .list('review', id)
    .flatMap(({ at, data: { rating } }) =>
      rating === undefined ? [] : [{ at: new Date(at), rating }],
    );
}

/** All stories of the history. */
export function listStories(history: History): Story[] {
  return foldStories(history.list('story', undefined, 'asWritten'));
}

/** All mock interviews. */
export function listMocks(history: History): Mock[] {
  return foldMocks(history.list('mock', undefined, 'asWritten'));
}

function wholeMocks(history: History): Mock[] {
  return listMocks(history).filter(isWhole);
}

function cardsOf(history: History, root: string): Review[][] {
  return listConceptIds(root).map((id) => reviewsOf(history, id));
}

/** When each thing was done for the first time. */
function readDone(history: History, root: string) {
  const firstReviews = firstDays(history.list('review'));
  const firstDesigns = firstDays(history.list('design'));
  const solved = firstDays(countedEntries(history).filter(isFull));
  const sessions = listSessions(history);
  const stories = listStories(history);
  const told = toldIn(listMocks(history));
  return {
    concepts: inOrder(root).map((id) => ({ id, ...done(firstReviews.get(id)) })),
    problems: codingProblems(root).map(({ slug, minutes }) => {
      const ended = firstEnd(sessions.filter(({ start }) => start.slug === slug));
      return { slug, minutes, ...done(earlier(solved.get(slug), ended)) };
    }),
    designs: listDesignIds(root).map((id) => ({ id, ...done(firstDesigns.get(id)) })),
    prompts: listPromptIds(root).map((id) => {
      const first = [
        ...stories.flatMap(({ versions, scored }) => [...versions, ...scored]),
        ...told,
      ]
        .filter(({ prompt }) => prompt === id)
        .map(({ at }) => dayOf(at))
        .reduce<Temporal.PlainDate | undefined>(earlier, undefined);
      return { id, ...done(first) };
    }),
    mocks: wholeMocks(history)
      .flatMap(({ ended }) => (ended === undefined ? [] : [dayOf(ended.at)]))
      .sort((a, b) => Temporal.PlainDate.compare(a, b)),
  };
}

/** The questions in the guide's order; by name where one of them is broken. */
function inOrder(root: string): string[] {
  try {
    return loadConcepts(root).map(({ id }) => id);
  } catch {
    return listConceptIds(root);
  }
}

/** The problems that can be read, iris before others. */
export function codingProblems(root: string): { slug: string; minutes: number }[] {
  const slugs = listSlugs(root).toSorted((a, b) => Number(b === 'iris') - Number(a === 'iris'));
  return slugs.flatMap((slug) => {
    try {
      return [{ slug, minutes: loadProblem(root, slug).manifest.minutes }];
    } catch {
      // The home screen says what is broken about it.
      return [];
    }
  });
}

function isFull({ data: { report } }: Entry<'run'>): boolean {
  return report.verdict === 'AC' && report.points === report.maxPoints;
}

function firstDays(entries: readonly Entry<Kind>[]): Map<string, Temporal.PlainDate> {
  const days = new Map<string, Temporal.PlainDate>();
  for (const { subject, at } of entries) {
    const first = earlier(days.get(subject), dayOf(at));
    if (first !== undefined) days.set(subject, first);
  }
  return days;
}

function firstEnd(sessions: readonly Session[]): Temporal.PlainDate | undefined {
  return sessions
    .flatMap(({ events }) => events.filter(({ kind }) => kind === 'ended'))
    .map(({ stamp }) => dayAt(stamp.wallMs))
    .reduce<Temporal.PlainDate | undefined>(earlier, undefined);
}

function earlier(
  one: Temporal.PlainDate | undefined,
  other: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return isBefore(other, one) ? other : one;
}

function done(doneOn: Temporal.PlainDate | undefined): { doneOn?: Temporal.PlainDate } {
  return doneOn === undefined ? {} : { doneOn };
}

function dayOf(at: string): Temporal.PlainDate {
  return dayAt(Date.parse(at));
}
