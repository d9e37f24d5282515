import { z } from 'zod';
import { measurementSchema } from './measurement.ts';
import { verdicts } from './verdict.ts';

const subtaskReport = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** `skipped`: not asked, because a subtask that it needs scored nothing. */
  verdict: z.enum([...verdicts, 'skipped']),
  points: z.number(),
  maxPoints: z.number(),
  critical: z.boolean(),
  /** Test cases passed, of all that the subtask has. */
  passed: z.number(),
  total: z.number(),
  /** Why points are missing, or a measured fact about a passing subtask. */
  message: z.string().optional(),
  /** The exported function that the message is about. */
  call: z.string().optional(),
  /** Line of the submission that the message is about, from 1. */
  line: z.number().optional(),
  /** What its test cases measured against a bar. */
  measurements: z.array(measurementSchema).optional(),
});

const typeError = z.strictObject({ line: z.number(), column: z.number(), message: z.string() });

/** The outcome of one judging: what reporters render and `--format json` prints. */
export const reportSchema = z.strictObject({
  schema: z.literal('judge-report/1'),
  slug: z.string(),
  title: z.string(),
  minutes: z.number(),
  /** Path of the submission, relative to the project where it lies inside it. */
  file: z.string(),
  verdict: z.enum(verdicts),
  points: z.number(),
  maxPoints: z.number(),
  /** For a verdict on the whole run (JE, or CE and the like while loading): why. */
  message: z.string().optional(),
  line: z.number().optional(),
  /** Column of a syntax error, from 1. */
  column: z.number().optional(),
  /** What `tsc` says of the submission: advice, no part of the verdict. */
  typeErrors: z.array(typeError),
  /** Id of the subtask to mend first. */
  fixFirst: z.string().optional(),
  requirement: z.string().optional(),
  subtasks: z.array(subtaskReport),
  /** Replays the run with `--seed`. */
  seed: z.number(),
  durations: z.strictObject({ totalMs: z.number(), candidateCpuMs: z.number().optional() }),
  peakMemoryMb: z.number().optional(),
  /** What the submission printed, in characters; never shown, it may hold hidden data. */
  printedChars: z.number(),
  /** Errors that the submission threw outside any call: late rejections, timers. */
  strayErrors: z.number(),
  sandbox: z.string(),
  versions: z.strictObject({ judge: z.string(), node: z.string(), vitest: z.string() }),
  /** SHA-256, in hex. */
  hashes: z.strictObject({ suite: z.string(), submission: z.string() }),
});

export type Report = z.infer<typeof reportSchema>;
export type SubtaskReport = z.infer<typeof subtaskReport>;
export type TypeError = z.infer<typeof typeError>;
