import { z } from 'zod';

const kebabCase = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case');
const sentence = z.string().min(1);

/** The guide's Part 1 and Part 4. */
export const parts = ['ml', 'llm'] as const;

const pointSchema = z.strictObject({
  id: kebabCase,
  weight: z.int().min(1).max(3),
  /** Without it an answer is not a good one, however much else it says (drill/score.ts). */
  critical: z.boolean(),
  /** What the point says. */
  text: sentence,
  /** What counts as having said it. */
  counts: sentence,
  /** What sounds like it and does not count. */
  nearMiss: sentence,
  /** Ways of saying it, in the language of drill/pattern.ts. */
  patterns: z.array(sentence).min(1),
  /** Ways of saying the opposite: one of them takes the point away. */
  opposites: z.array(sentence).default([]),
});

const sourceSchema = z.strictObject({
  authors: sentence,
  title: sentence,
  year: z.int().min(1900).max(2100),
  where: sentence,
});

/** `problems/concepts/<part>/<id>.json`: a question with all that belongs to its answer. */
export const conceptSchema = z
  .strictObject({
    $schema: z.string().optional(),
    formatVersion: z.literal(1),
    id: kebabCase,
    part: z.enum(parts),
    /** Its place in the guide's part. */
    number: z.int().positive(),
    title: sentence,
    /** The question as an interviewer says it. */
    prompt: sentence,
    /** The answer of a strong candidate, in the order it would be given. */
    answer: z.strictObject({
      explanation: sentence,
      formula: sentence,
      example: sentence,
      caveat: sentence,
    }),
    /** Names for lists of words that the patterns share. */
    terms: z.record(z.string().regex(/^[a-zA-Z0-9]+$/), sentence).default({}),
    points: z.array(pointSchema).min(6).max(12),
    misconceptions: z.array(z.strictObject({ claim: sentence, truth: sentence })).min(3),
    followUps: z.array(z.strictObject({ question: sentence, answer: sentence })).length(2),
    /** What the guide's short form leaves out or says too loosely. */
    guide: sentence,
    sources: z.array(sourceSchema).min(2),
  })
  .superRefine(({ points }, context) => {
    const ids = points.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) context.addIssue(`the point "${twice}" appears twice`);
    if (!points.some(({ critical }) => critical)) context.addIssue('no point is critical');
  });

export type Concept = z.infer<typeof conceptSchema>;
export type Part = Concept['part'];

/** `problems/concepts/labelled/<id>.json`: answers with the points that they truly make. */
export const labelledSchema = z.strictObject({
  formatVersion: z.literal(1),
  concept: kebabCase,
  answers: z
    .array(
      z.strictObject({
        id: kebabCase,
        kind: z.enum(['good', 'partial', 'paraphrased', 'negated', 'wrong-way-round', 'stuffed']),
        /** Patterns are written with the first half in view; the second half measures them. */
        half: z.enum(['tune', 'held-out']),
        text: sentence,
        /** Ids of the points. */
        makes: z.array(kebabCase),
      }),
    )
    .min(10),
});

export type Labelled = z.infer<typeof labelledSchema>;
export type LabelledAnswer = Labelled['answers'][number];

const share = z.number().min(0).max(1);

const measurementSchema = z.strictObject({
  /** Decisions: answers times points. */
  decisions: z.int().positive(),
  precision: share,
  recall: share,
  kappa: z.number().min(-1).max(1),
});

/** `problems/concepts/measured.json`: how well the matcher does, by question, on the held-out half. */
export const measuredSchema = z.record(kebabCase, measurementSchema);

export type Measurement = z.infer<typeof measurementSchema>;
export type Measured = z.infer<typeof measuredSchema>;
