import { z } from 'zod';

/** What a test case measured, beside the bar that it must reach or stay under. */
export const measurementSchema = z.strictObject({
  kind: z.enum(['atLeast', 'atMost']),
  what: z.string(),
  value: z.number(),
  bar: z.number(),
  /** The measurement in words, for the report. */
  text: z.string(),
});

export type Measurement = z.infer<typeof measurementSchema>;

/** How far inside of its bar a value is, as a share of the bar; negative where it is outside. */
export function marginOf({ kind, value, bar }: Omit<Measurement, 'what' | 'text'>): number {
  return (kind === 'atLeast' ? value - bar : bar - value) / bar;
}
