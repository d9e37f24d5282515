import { z } from 'zod';

/** The guide's three weeks, in order. */
export const planPhases = ['concepts and coding', 'designs', 'stories and mocks'] as const;
export type PlanPhase = (typeof planPhases)[number];

/** What was decided about the interview; the last one holds. Days are of the calendar on the wall. */
export const planEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    interview: z.iso.date(),
    /** The first day of the plan. */
    made: z.iso.date(),
  }),
  z.strictObject({ kind: z.literal('off') }),
]);

/** Something to do once before the interview. */
export type PlanItem = {
  /** Unique: what it is and which, for instance `concept pca`. */
  name: string;
  phase: PlanPhase;
  minutes: number;
  /** What to type for it. */
  type: string;
  /** When it was first done; absent while it is not. */
  doneOn?: Temporal.PlainDate;
};
