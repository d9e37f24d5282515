import { z } from 'zod';
import { anchorScoresSchema } from './behavioural.ts';
import { stampSchema } from './session.ts';

export const mockForms = ['short', 'full'] as const;
export type MockForm = (typeof mockForms)[number];

const roundSchema = z.strictObject({
  kind: z.enum(['concept', 'coding', 'design', 'story']),
  /** Of the question, the problem, the design or the prompt. */
  id: z.string(),
  minutes: z.number().positive(),
});

export type Round = z.infer<typeof roundSchema>;

/** Points of 100, beside how many of how many they come from. */
const markSchema = z.strictObject({ score: z.number(), n: z.int(), of: z.int() });

/** What a round came to. The scores stay apart: what the person ticked, and what was found. */
const resultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('concept'),
    self: markSchema.optional(),
    matched: markSchema,
    /** Whether the matcher may score this question, by its measurement. */
    isTrusted: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('coding'),
    /** Of 100; absent where nothing was judged. */
    bell: z.number().optional(),
    final: z.number().optional(),
    runs: z.int(),
    hints: z.int(),
  }),
  z.strictObject({
    kind: z.literal('design'),
    self: markSchema.optional(),
    matched: markSchema,
  }),
  z.strictObject({
    kind: z.literal('story'),
    /** What was typed; empty where it was told aloud. */
    text: z.string(),
    scores: anchorScoresSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('skipped') }),
]);

export type RoundResult = z.infer<typeof resultSchema>;

/** What happened in a mock interview, in the order in which it happened. */
export const mockEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('started'),
    stamp: stampSchema,
    form: z.enum(mockForms),
    rounds: z.array(roundSchema).min(1),
  }),
  /** A round was cut off after so long; it goes on later. */
  z.strictObject({ kind: z.literal('cutOff'), round: z.int().min(0), usedMs: z.number() }),
  /** A round is over; `usedMs` is since it was begun or last gone on with. */
  z.strictObject({
    kind: z.literal('roundOver'),
    round: z.int().min(0),
    usedMs: z.number(),
    result: resultSchema,
  }),
  z.strictObject({
    kind: z.literal('ended'),
    stamp: stampSchema,
    how: z.enum(['finished', 'left']),
  }),
]);

export type MockEvent = z.infer<typeof mockEventSchema>;
export type MockStarted = Extract<MockEvent, { kind: 'started' }>;
