// What the history holds: each kind of entry and its data. A kind once written is only ever widened
// (new fields optional), so that old entries stay readable.
import { z } from 'zod';
import { reportSchema } from '../model/report.ts';
import { reviewSchema } from '../model/review.ts';

const schemas = {
  /** One judging; the subject is the problem's slug. */
  run: z.strictObject({
    report: reportSchema,
    /** The text that was judged. */
    source: z.string(),
  }),
  /** One answer to a concept question; the subject is the question's id. */
  review: reviewSchema,
};

type Kinds = { [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };
export type Kind = keyof Kinds;
export type Data<K extends Kind> = Kinds[K];

const schemaOfKind: { [K in Kind]: z.ZodType<Data<K>> } = schemas;

export function schemaOf<K extends Kind>(kind: K): z.ZodType<Data<K>> {
  return schemaOfKind[kind];
}
