import type { Problem } from '../model/problem.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { SuiteRunner } from '../suite/run.ts';
import type { Pool } from './pool.ts';

/** What is wrong with a problem package. */
export type Finding = {
  what: string;
  /** A path below the root, with its line where there is one. */
  where: string;
  /** What to do about it. */
  next: string;
};

/** What a check came to; it passed when it found nothing. */
export type CheckResult = {
  /** What was looked at, with counts. */
  summary: string;
  findings: Finding[];
  /** Whether no other check of the package makes sense before it is mended. */
  blocksOthers?: boolean;
};

/** What a check works with. */
export type Bench = {
  root: string;
  sandbox: Sandbox;
  /** Judges at work side by side. */
  judges: Pool<SuiteRunner>;
  /** How many runs of the present check are done. */
  onProgress: (done: number, total: number) => void;
};

/** One thing that is proved of a problem package. */
export type Check = {
  name: string;
  run(problem: Problem, bench: Bench): Promise<CheckResult> | CheckResult;
};
