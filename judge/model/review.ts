import { z } from 'zod';

/** How well a question was known, from worst to best. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** One answer to a concept question. Made points are ids; the scores are from 0 to 100. */
export const reviewSchema = z.strictObject({
  answer: z.string(),
  /** What the person ticked, where they did. */
  self: z.strictObject({ points: z.array(z.string()), score: z.number() }).optional(),
  matched: z.strictObject({ points: z.array(z.string()), score: z.number() }),
  /** What a language model granted, where one was asked; nothing is decided by it. */
  llm: z
    .strictObject({ model: z.string(), points: z.array(z.string()), score: z.number() })
    .optional(),
  /** Absent where neither score may stand: the schedule does not change. */
  rating: z.enum(ratings).optional(),
});

export type ReviewData = z.infer<typeof reviewSchema>;
