import { z } from 'zod';
import { measurementSchema } from '../model/measurement.ts';
import { verdicts } from '../model/verdict.ts';

const faultVerdict = z.enum(verdicts).exclude(['JE', 'AC']);

const faultSchema = z.strictObject({
  verdict: faultVerdict,
  message: z.string(),
  call: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
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
  skipped: z.enum(['control', 'needs']).optional(),
});

export type CaseRecord = z.infer<typeof caseRecordSchema>;

declare module 'vitest' {
  interface TaskMeta {
    judge?: CaseRecord;
  }
}
