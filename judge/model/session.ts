import { z } from 'zod';

export const modes = ['practice', 'interview'] as const;
export type Mode = (typeof modes)[number];

/** Both clocks of the machine, read at one moment. */
export const stampSchema = z.strictObject({
  /** Milliseconds since 1970, by a clock that may be set. */
  wallMs: z.number(),
  /** Milliseconds since the machine was started: no one can set it, and sleep counts. */
  upMs: z.number(),
  /** Which start of the machine `upMs` counts from; empty where the system does not tell. */
  boot: z.string(),
});
export type Stamp = z.infer<typeof stampSchema>;

const startedSchema = z.strictObject({
  kind: z.literal('started'),
  stamp: stampSchema,
  slug: z.string(),
  mode: z.enum(modes),
  /** What the problem gives; `extraTime` multiplies it. */
  minutes: z.number().positive(),
  extraTime: z.number().min(1),
  /** Of the hidden data of all runs of the session. */
  seed: z.int(),
  /** The mock interview that it is the coding round of. */
  mock: z.string().optional(),
});

/** What happened to a session, told in the order in which it happened. */
export const sessionEventSchema = z.discriminatedUnion('kind', [
  startedSchema,
  z.strictObject({ kind: z.literal('paused'), stamp: stampSchema }),
  z.strictObject({ kind: z.literal('resumed'), stamp: stampSchema }),
  /** Nothing was heard between `from` and `stamp`: the machine slept or was off, or watch died. */
  z.strictObject({
    kind: z.literal('gap'),
    from: stampSchema,
    stamp: stampSchema,
    cause: z.enum(['sleep', 'crash', 'reboot']),
  }),
  /** The time is over. `source` is the text as it was then, as well as that is known. */
  z.strictObject({
    kind: z.literal('bell'),
    stamp: stampSchema,
    source: z.string(),
    /** The file had not been saved since, or the last text that was seen before. */
    takenFrom: z.enum(['file', 'snapshot']),
    /** Session time when that text was seen. */
    takenAtMs: z.number(),
  }),
  z.strictObject({
    kind: z.literal('ended'),
    stamp: stampSchema,
    how: z.enum(['finished', 'gaveUp']),
  }),
]);

export type SessionEvent = z.infer<typeof sessionEventSchema>;
export type Started = z.infer<typeof startedSchema>;
export type LaterEvent = Exclude<SessionEvent, { kind: 'started' }>;

/** One timed sitting at one problem. */
export type Session = { id: string; start: Started; events: readonly LaterEvent[] };
