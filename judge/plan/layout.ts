// Lays what is to be done over the days until an interview. Pure.
import { planPhases, type PlanItem, type PlanPhase } from '../model/plan.ts';
import { daysBetween } from './day.ts';

/** Nobody learns more in a day; what does not fit is left out. */
export const maxMinutesADay = 270;

export type Placed = { item: PlanItem; day: Temporal.PlainDate };

export type Layout = {
  placed: readonly Placed[];
  /** What does not fit, last things first. */
  leftOut: readonly PlanItem[];
};

/**
 * The days from `from` to the one before the interview, shared by the phases: a third each as in the
 * guide's three weeks, less for a phase of which something is done (`isDone`). Within a phase the
 * things keep their order and are spread evenly, the first on the first day.
 */
export function layOut(
  items: readonly PlanItem[],
  {
    from,
    interview,
    isDone,
  }: {
    from: Temporal.PlainDate;
    interview: Temporal.PlainDate;
    isDone: (item: PlanItem) => boolean;
  },
): Layout {
  const days = Math.max(0, daysBetween(from, interview));
  const open = items.filter((item) => !isDone(item));
  if (days === 0) return { placed: [], leftOut: open };
  const weights = planPhases.map((phase) => weightOf(items, { phase, isDone }));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const placed: Placed[] = [];
  let begin = 0;
  for (const [index, phase] of planPhases.entries()) {
    const length = sum === 0 ? 0 : (days * (weights[index] ?? 0)) / sum;
    const fitting = takeWhatFits(ofPhase(open, phase), length * maxMinutesADay);
    const total = minutesOf(fitting);
    let before = 0;
    for (const item of fitting) {
      const at = begin + (length * before) / total;
      // Sums of thirds come out a hair below a whole day.
      const offset = Math.min(days - 1, Math.floor(at + 1e-6));
      placed.push({ item, day: from.add({ days: offset }) });
      before += item.minutes;
    }
    begin += length;
  }
  const kept = new Set(placed.map(({ item }) => item));
  return { placed, leftOut: open.filter((item) => !kept.has(item)) };
}

function weightOf(
  items: readonly PlanItem[],
  { phase, isDone }: { phase: PlanPhase; isDone: (item: PlanItem) => boolean },
): number {
  const all = ofPhase(items, phase);
  const total = minutesOf(all);
  return total === 0 ? 0 : minutesOf(all.filter((item) => !isDone(item))) / total;
}

function takeWhatFits(items: readonly PlanItem[], budgetMinutes: number): PlanItem[] {
  let used = 0;
  return items.filter(({ minutes }) => {
    if (used + minutes > budgetMinutes) return false;
    used += minutes;
    return true;
  });
}

function ofPhase(items: readonly PlanItem[], phase: PlanPhase): PlanItem[] {
  return items.filter((item) => item.phase === phase);
}

function minutesOf(items: readonly PlanItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0);
}
