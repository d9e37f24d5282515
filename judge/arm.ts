// TRUSTED SIDE. A run that has everything but the submission: its processes are up, its suite is
// loaded and waits. The text decides nothing before it is handed in, and one run takes one text.
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { findTypeErrors } from './advice/types.ts';
import { judgeSubmission } from './judgement.ts';
import type { Report, TypeError } from './model/report.ts';
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
  /** Set where there is time before the text comes: packages that it will import, as it seems. */
  preload?: readonly string[];
};

export type Armed = {
  /** What its processes have loaded that is neither ours nor Node's. */
  preload: readonly string[];
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
  const { root, slug, file, seed = randomInt(2 ** 31), sandbox = 'auto' } = request;
  const judgement: Judgement = { kind: 'notJudged', verdict: 'CE', message };
  const about = { root, file, seed, problem: loadProblem(root, slug) };
  return reportOn(judgement, { ...about, sandbox: chooseSandbox(sandbox), startedAt });
}

/** Starts a run. Throws a `UsageError` for an unknown problem or a broken manifest. */
export function arm(
  { root, slug, file, seed = randomInt(2 ** 31), sandbox: choice = 'auto' }: ArmRequest,
  { runner, preload }: Head = {},
): Armed {
  const problem = loadProblem(root, slug);
  const sandbox = chooseSandbox(choice);
  const text = Promise.withResolvers<string>();
  text.promise.catch(() => {});
  const ending = new AbortController();
  const submission = { path: file, source: text.promise };
  const isAhead = preload !== undefined;
  const { signal } = ending;
  const run = { submission, problem, seed, root, sandbox, isAhead, preload: preload ?? [], signal };
  const judging = judgeSubmission(run, runner);
  judging.catch(() => {});
  return {
    preload: preload ?? [],
    async judge(source, startedAt) {
      text.resolve(source);
      const advice = findTypeErrors({ path: file, source }, problem.paths);
      const [judgement, typeErrors] = await Promise.all([judging, advice]);
      const about = { root, file, seed, problem, sandbox, startedAt, typeErrors };
      return reportOn({ source, ...judgement }, about);
    },
    async end(reason) {
      ending.abort(reason);
      text.reject(reason);
      await judging.catch(() => {});
    },
  };
}

function reportOn(
  judgement: Judgement,
  {
    sandbox,
    typeErrors = [],
    ...about
  }: Omit<Parameters<typeof buildReport>[0], 'judgement' | 'sandbox' | 'typeErrors'> & {
    sandbox: Sandbox;
    typeErrors?: TypeError[];
  },
): Report {
  const needsNetwork = about.problem.manifest.services.includes('chroma');
  const { root, file, problem } = about;
  const beside = readableBeside(root, { slug: problem.slug, folder: dirname(file) });
  const description = [
    sandbox.describe({ needsNetwork }),
    ...(beside.kind === 'alone' ? [`sees no file beside it: its folder ${beside.why}`] : []),
  ].join('; ');
  return buildReport({ ...about, judgement, typeErrors, sandbox: description });
}
