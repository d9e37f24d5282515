// A study plan as it stands today: laid out on the day it was made, and again on each day that finds
// something of the days before undone. Computed from what was done when; nothing of it is stored. Pure.
import type { PlanItem } from '../model/plan.ts';
import { daysBetween, isBefore } from './day.ts';
import { layOut, type Layout } from './layout.ts';

export type PlannedDay = {
  day: Temporal.PlainDate;
  items: readonly { item: PlanItem; isDone: boolean }[];
};

export type Plan = {
  interview: Temporal.PlainDate;
  /** 0 on the day of the interview, negative after it. */
  daysLeft: number;
  items: readonly PlanItem[];
  /** From today on; only days that have something. */
  days: readonly PlannedDay[];
  /** What does not fit before the interview. */
  leftOut: readonly PlanItem[];
  /** The last day on which what had been missed was laid out anew. */
  replanned: { on: Temporal.PlainDate; missed: number } | undefined;
};

/** The plan that was made on `made`, as it stands on `today`. */
export function planOf(
  items: readonly PlanItem[],
  {
    made,
    interview,
    today,
  }: { made: Temporal.PlainDate; interview: Temporal.PlainDate; today: Temporal.PlainDate },
): Plan {
  let layout = layOutOn(made, { items, interview });
  let replanned: Plan['replanned'];
  for (let day = made; !isBefore(today, day); day = day.add({ days: 1 })) {
    const missed = missedBefore(day, layout);
    if (missed === 0) continue;
    layout = layOutOn(day, { items, interview });
    replanned = { on: day, missed };
  }
  const ahead = layout.placed.filter(({ day }) => !isBefore(day, today));
  const byDay = Map.groupBy(ahead, ({ day }) => day.toString());
  return {
    interview,
    daysLeft: daysBetween(today, interview),
    items,
    days: [...byDay]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([day, placed]) => ({
        day: Temporal.PlainDate.from(day),
        items: placed.map(({ item }) => ({ item, isDone: item.doneOn !== undefined })),
      })),
    leftOut: layout.leftOut.filter(({ doneOn }) => doneOn === undefined),
    replanned,
  };
}

/** What is done today counts as to be done today, so that it is ticked and not replaced. */
function layOutOn(
  day: Temporal.PlainDate,
  { items, interview }: { items: readonly PlanItem[]; interview: Temporal.PlainDate },
): Layout {
  return layOut(items, { from: day, interview, isDone: (item) => isDoneBefore(item, day) });
}

function missedBefore(day: Temporal.PlainDate, { placed }: Layout): number {
  return placed.filter(({ item, day: own }) => isBefore(own, day) && !isDoneBefore(item, day))
    .length;
}

function isDoneBefore({ doneOn }: PlanItem, day: Temporal.PlainDate): boolean {
  return doneOn !== undefined && isBefore(doneOn, day);
}
