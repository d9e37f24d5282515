// TRUSTED SIDE. A run that has everything but the submission: its processes are up, its suite is
// loaded and waits. The text decides nothing before it is handed in, and one run takes one text.
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { findTypeErrors } from './advice/types.ts';
import type { Ahead, Run } from './ask.ts';
import { Cancelled } from './errors.ts';
import { judgeSubmission } from './judgement.ts';
import type { Problem } from './model/problem.ts';
import type { Report } from './model/report.ts';
import { readableBeside } from './problem/beside.ts';
import { loadProblem } from './problem/load.ts';
import { buildReport, type Judgement } from './report.ts';
import { chooseSandbox, type SandboxChoice } from './sandbox/choose.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { SuiteRunner } from './suite/run.ts';

export type ArmRequest = {
  /** The folder that holds `problems/`, `solutions/`, `fixtures/`. */
  root: string;
  slug: string;
  /** Absolute path of the submission. */
  file: string;
  /** Replays a run; drawn at random when absent. */
  seed?: number | undefined;
  /** What bounds the submission; `auto` when absent. */
  sandbox?: SandboxChoice | undefined;
};

export type Head = {
  /** A vitest that is already up. */
  runner?: SuiteRunner;
  /** Set where there is time before the text comes. */
  ahead?: Ahead;
};

export type Armed = {
  /** What its processes have loaded that is neither ours nor Node's. */
  packages: readonly string[];
  /**
   * Judges `source`; to be called once. Whatever goes wrong on our side comes back as a report with
   * verdict JE. `startedAt` is by `performance.now()`. Throws the reason of `end`.
   */
  judge(source: string, startedAt: number): Promise<Report>;
  /** Ends the run where it is. Nothing of it is left when it resolves. */
  end(reason: Error): Promise<void>;
};

/** The report on a file that is no source text. Throws as `arm` does. */
export function refuse(request: ArmRequest, message: string): Report {
  const startedAt = performance.now();
  const known = knownOf(request);
  const judgement: Judgement = { kind: 'notJudged', verdict: 'CE', message };
  const sandbox = describeWalls(known);
  return buildReport({ ...known, sandbox, startedAt, judgement, typeErrors: [] });
}

/** Starts a run. Throws a `UsageError` for an unknown problem or a broken manifest. */
export function arm(request: ArmRequest, { runner, ahead }: Head = {}): Armed {
  const known = knownOf(request);
  const { root, file, seed, problem, sandbox } = known;
  const text = Promise.withResolvers<string>();
  text.promise.catch(() => {});
  const ending = new AbortController();
  const submission = { path: file, source: text.promise };
  const { signal } = ending;
  const run: Run = { submission, problem, seed, root, sandbox, signal, ...(ahead && { ahead }) };
  const judging = judgeSubmission(run, runner);
  judging.catch(() => {});
  const walls = describeWalls(known); // its processes boot meanwhile
  return {
    packages: ahead?.packages ?? [],
    async judge(source, startedAt) {
      text.resolve(source);
      const advice = findTypeErrors({ path: file, source }, problem.paths);
      const [judged, typeErrors] = await Promise.all([judging, advice]);
      const judgement = { source, ...judged };
      return buildReport({ ...known, sandbox: walls, startedAt, judgement, typeErrors });
    },
    async end(reason) {
      ending.abort(reason);
      text.reject(reason);
      await judging.catch(() => {});
    },
  };
}

/** Judges `text` with it; `signal` ends the run: `Cancelled` is thrown. */
export async function judgeArmed(
  armed: Armed,
  { text, startedAt, signal }: { text: string; startedAt: number; signal: AbortSignal | undefined },
): Promise<Report> {
  const end = (): void => void armed.end(new Cancelled());
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await armed.judge(text, startedAt);
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

type Known = { root: string; file: string; seed: number; problem: Problem; sandbox: Sandbox };

/** What is known of a run before its text. */
function knownOf({
  root,
  slug,
  file,
  seed = randomInt(2 ** 31),
  sandbox = 'auto',
}: ArmRequest): Known {
  return { root, file, seed, problem: loadProblem(root, slug), sandbox: chooseSandbox(sandbox) };
}

/** The sandbox, and what it lets the submission see, as the report names it. */
function describeWalls({ root, file, problem, sandbox }: Known): string {
  const needsNetwork = problem.manifest.services.includes('chroma');
  const beside = readableBeside(root, { slug: problem.slug, folder: dirname(file) });
  return [
    sandbox.describe({ needsNetwork }),
    ...(beside.kind === 'alone' ? [`sees no file beside it: its folder ${beside.why}`] : []),
  ].join('; ');
}
