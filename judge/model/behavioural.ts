import { z } from 'zod';

const kebabCase = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case');
const sentence = z.string().min(1);

/** What a story is made of, in the order in which it is told. */
export const storyParts = ['situation', 'task', 'action', 'result'] as const;
export type StoryPart = (typeof storyParts)[number];

/** An unhurried pace, and how long an answer should take at it, told aloud. */
export const spoken = { wordsPerMinute: 140, leastSeconds: 90, mostSeconds: 150 } as const;

const byPart = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ situation: schema, task: schema, action: schema, result: schema });

/** `problems/behavioural/prompts/<id>.json`: a prompt of the guide's Part 5 with all about its answer. */
export const promptSchema = z.strictObject({
  $schema: z.string().optional(),
  formatVersion: z.literal(1),
  id: kebabCase,
  /** Its place in the guide's part. */
  number: z.int().positive(),
  title: sentence,
  /** As an interviewer says it. */
  prompt: sentence,
  listensFor: z.array(sentence).min(3),
  /** What belongs into each part. */
  parts: byPart(sentence),
  traps: z.array(z.strictObject({ says: sentence, better: sentence })).min(2),
  /** A made-up story of a strong candidate. */
  example: byPart(sentence),
  followUps: z.array(sentence).min(2),
  /** Beginnings of words which hint that a story may serve the prompt. */
  signs: z.array(sentence).min(3),
  /** What the guide's short form leaves out. */
  guide: sentence,
  sources: z
    .array(
      z.strictObject({
        authors: sentence,
        title: sentence,
        year: z.int().min(1900).max(2100),
        where: sentence,
      }),
    )
    .min(2),
});

export type Prompt = z.infer<typeof promptSchema>;

/** `problems/behavioural/anchors.json`: what a story is scored on, each with four levels in words. */
export const anchorsSchema = z.strictObject({
  formatVersion: z.literal(1),
  dimensions: z
    .array(
      z.strictObject({ id: kebabCase, question: sentence, levels: z.array(sentence).length(4) }),
    )
    .min(1),
});

export type Dimension = z.infer<typeof anchorsSchema>['dimensions'][number];

export const storyTextSchema = byPart(z.string());
export type StoryText = z.infer<typeof storyTextSchema>;

/** By dimension: which of the four levels, from 1. The person's own judgement, never averaged. */
export const anchorScoresSchema = z.record(z.string(), z.int().min(1).max(4));
export type AnchorScores = z.infer<typeof anchorScoresSchema>;

/** What happened to a story; each version stays. */
export const storyEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('written'),
    title: z.string(),
    text: storyTextSchema,
    /** Id of the prompt that it was written for. */
    prompt: z.string(),
  }),
  z.strictObject({
    kind: z.literal('scored'),
    prompt: z.string(),
    /** Id of the entry of the version that was scored. */
    version: z.string(),
    scores: anchorScoresSchema,
  }),
]);

export type StoryEvent = z.infer<typeof storyEventSchema>;
