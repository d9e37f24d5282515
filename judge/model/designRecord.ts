// One design that was worked through: what the history keeps of it.
import { z } from 'zod';
import { perPhase, phases } from './design.ts';

/** How a person judges a phase before anything is revealed, from worst to best. */
export const anchors = ['very weak', 'weak', 'strong', 'very strong'] as const;
export type Anchor = (typeof anchors)[number];

const markSchema = z.strictObject({
  /** Ids of the items that were made. */
  items: z.array(z.string()),
  /** Their points, from 0 to 100. */
  uncapped: z.number(),
  /** Ids of the gates that are shut. */
  gates: z.array(z.string()),
  /** The points after the lowest cap of the shut gates. */
  score: z.number(),
});

const clockSchema = z.strictObject({
  /** What each phase had, and what was used of the room's clock. */
  plannedMs: perPhase(z.number()),
  usedMs: perPhase(z.number()),
  /** The room's clock when the change request was shown; absent where it was over before. */
  changedAtMs: z.number().optional(),
  /** How often the room was left and entered again. */
  resumed: z.int(),
});

export const designRecordSchema = z.strictObject({
  notes: perPhase(z.string()),
  /** The probes that were asked, and what was answered. */
  probes: z.array(z.strictObject({ phase: z.enum(phases), id: z.string(), answer: z.string() })),
  /** Absent where the notes came all at once, through a pipe. */
  clock: clockSchema.optional(),
  /** Given before the checklist was seen. */
  blind: perPhase(z.enum(anchors)).optional(),
  /** What the person ticked. */
  self: markSchema.optional(),
  /** What the matcher found. The two are never averaged. */
  matched: markSchema,
});

export type DesignRecord = z.infer<typeof designRecordSchema>;
export type Mark = z.infer<typeof markSchema>;
export type DesignClock = z.infer<typeof clockSchema>;
export type Blind = NonNullable<DesignRecord['blind']>;
