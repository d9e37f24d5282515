import { z } from 'zod';
import { measurementSchema } from '../model/measurement.ts';
import { verdicts } from '../model/verdict.ts';

const faultVerdict = z.enum(verdicts).exclude(['JE', 'AC']);

/** A call that fails, as it may be shown; all values as source text. */
export const exampleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    call: z.string(),
    args: z.array(z.string()),
    /** Absent where several answers are right. */
    expected: z.string().optional(),
    yours: z.string(),
    /** The call before to the same function, where two answers are compared. */
    before: z
      .strictObject({
        args: z.array(z.string()),
        yours: z.string(),
        /** What is other in the arguments and in the answer of the later call. */
        changes: z.strictObject({ args: z.array(z.string()), yours: z.array(z.string()) }),
      })
      .optional(),
    /** Ready to be pasted into the sample suite; absent where it would be too long. */
    test: z.string().optional(),
  }),
  /** It fails on inputs only that every seed asks, and none like them was found. */
  z.strictObject({ kind: z.literal('fixed') }),
]);

export type Example = z.infer<typeof exampleSchema>;
const faultSchema = z.strictObject({
  verdict: faultVerdict,
  message: z.string(),
  call: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  compared: z.strictObject({ got: z.string(), expected: z.string() }).optional(),
});

/** How a test case took one wrong answer; no fault: it passed. */
const probedSchema = z.strictObject({ junk: z.string(), fault: faultSchema.optional() });

export type Probed = z.infer<typeof probedSchema>;

/** What a test case tells the main thread, as vitest task meta. */
export const caseRecordSchema = z.strictObject({
  /** The subtask's positive control: gates the others, counts for nothing itself. */
  isControl: z.boolean(),
  /** Questions asked; a test case that passes without asking is a broken test. */
  calls: z.number(),
  fault: faultSchema.optional(),
  note: z.string().optional(),
  measurements: z.array(measurementSchema).default([]),
  /** How it took wrong answers, where the run is a probe (probe.ts). */
  probed: z.array(probedSchema).optional(),
  skipped: z.enum(['control', 'needs', 'notAsked']).optional(),
  example: exampleSchema.optional(),
});

export type CaseRecord = z.infer<typeof caseRecordSchema>;

declare module 'vitest' {
  interface TaskMeta {
    judge?: CaseRecord;
  }
}
