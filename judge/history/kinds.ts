// What the history holds: each kind of entry and its data. A kind once written is only ever widened
// (new fields optional), so that old entries stay readable.
import { z } from 'zod';
import { storyEventSchema } from '../model/behavioural.ts';
import { mockEventSchema } from '../model/mock.ts';
import { planEventSchema } from '../model/plan.ts';
import { designRecordSchema } from '../model/designRecord.ts';
import { reportSchema } from '../model/report.ts';
import { sessionEventSchema } from '../model/session.ts';
import { reviewSchema } from '../model/review.ts';

const schemas = {
  /** One judging; the subject is the problem's slug. */
  run: z.strictObject({
    report: reportSchema,
    /** The text that was judged. */
    source: z.string(),
    /** Absent for a run outside of any session. */
    session: z
      .strictObject({
        id: z.string(),
        /** Session time when the text was read. */
        usedMs: z.number(),
        /** `bell`: the text as it was when the time was over, judged then or later. */
        moment: z.enum(['run', 'bell']),
      })
      .optional(),
  }),
  /** What happened to a session; the subject is the session's id. */
  session: sessionEventSchema,
  /** The text of a session's file as a command saw it, written when it changed; likewise. */
  snapshot: z.strictObject({ usedMs: z.number(), source: z.string() }),
  /** Help that was asked for; the subject is the problem's slug. */
  help: z.strictObject({
    subtask: z.string(),
    /** Which hint, from 1; or a fresh example (`why`). */
    help: z.union([z.int().min(1), z.literal('example')]),
    session: z.string().optional(),
  }),
  /** One answer to a concept question; the subject is the question's id. */
  review: reviewSchema,
  /** What happened to a story of the person's; the subject is the story's id. */
  story: storyEventSchema,
  /** When the interview is; the subject is `plan`. */
  plan: planEventSchema,
  /** What happened in a mock interview; the subject is its id. */
  mock: mockEventSchema,
  /** One design worked through; the subject is the design's id. */
  design: designRecordSchema,
};

type Kinds = { [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };
export type Kind = keyof Kinds;
export type Data<K extends Kind> = Kinds[K];

const schemaOfKind: { [K in Kind]: z.ZodType<Data<K>> } = schemas;

export function schemaOf<K extends Kind>(kind: K): z.ZodType<Data<K>> {
  return schemaOfKind[kind];
}

/** The schema of a kind by its name; `undefined` for a kind that only a later judge knows. */
export function findSchema(kind: string): z.ZodType | undefined {
  return isKind(kind) ? schemaOf(kind) : undefined;
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(schemas, name);
}
