// TRUSTED SIDE. One run of a hidden suite, from its processes to a judgement.
import { pathToFileURL } from 'node:url';
import { askSuite, type Asked, type Run } from './ask.ts';
import type { LoadOutcome } from './candidate/outcome.ts';
import { messageOf } from './errors.ts';
import type { Judgement } from './report.ts';
import { forgetFittings } from './sandbox/remembered.ts';
import { findMismatch, score } from './scoring.ts';
import { faultOf, type Fault } from './suite/fault.ts';
import { runSuite, type SuiteResult, type SuiteRunner } from './suite/run.ts';

/**
 * Judges a submission, as soon as its text is there. `runner` is a vitest that is already up; none
 * is kept. Throws the reason of the run's signal, and nothing else: a failure of ours is a judgement.
 */
export async function judgeSubmission(run: Run, runner?: SuiteRunner): Promise<Judgement> {
  const { problem, root } = run;
  const path = problem.paths.hiddenSuite;
  try {
    const asked = await askSuite(run, (context, signal) =>
      runner === undefined
        ? runSuite(path, { root, context, signal })
        : runner.run(path, { context, signal }),
    );
    const source = await run.submission.source;
    return judgementOf(asked, { run, source });
  } catch (error) {
    run.signal?.throwIfAborted();
    forgetFittings(); // if the sandbox is at fault, the next run looks anew what works
    return { kind: 'notJudged', verdict: 'JE', message: messageOf(error) };
  }
}

function judgementOf(
  asked: Asked<SuiteResult>,
  { run, source }: { run: Run; source: string },
): Judgement {
  const { usage } = asked;
  const { subtasks } = run.problem.manifest;
  if (asked.kind === 'notLoaded') {
    const { verdict, message, line, column } = loadFault(asked.outcome, run.submission);
    return { kind: 'notJudged', verdict, message, line, column, usage, source };
  }
  const { result } = asked;
  const why = result.kind === 'broken' ? result.why : findMismatch(subtasks, result.groups);
  if (result.kind === 'broken' || why !== undefined) {
    return {
      kind: 'notJudged',
      verdict: 'JE',
      message: why ?? 'the suite is broken',
      usage,
      source,
    };
  }
  return { kind: 'judged', score: score(subtasks, result.groups), usage, source };
}

/** What it means for the file at `path` that it did not load. */
export function loadFault(
  outcome: Exclude<LoadOutcome, { kind: 'loaded' }>,
  { path }: { path: string },
): Fault {
  return faultOf(outcome, {
    name: 'file while loading',
    args: [],
    submissionUrl: pathToFileURL(path).href,
  });
}
