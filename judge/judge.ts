// TRUSTED SIDE. What a submission can be asked: a verdict, the visible tests, a question.
import { arm, judgeArmed, refuse, type ArmRequest } from './arm.ts';
import { askSuite } from './ask.ts';
import { JudgeError } from './errors.ts';
import { loadFault } from './judgement.ts';
import type { Report } from './model/report.ts';
import { loadProblem } from './problem/load.ts';
import { handIn } from './problem/submission.ts';
import { chooseSandbox } from './sandbox/choose.ts';
import type { Fault } from './suite/fault.ts';
import { runSuite, type GroupResult } from './suite/run.ts';
import { tryQuestion, type Tried } from './try.ts';

export type JudgeRequest = ArmRequest & {
  /** Judged instead of what the file holds by now. */
  source?: string | undefined;
};

/**
 * Judges one submission with the problem's hidden suite. Whatever goes wrong on our side after the
 * request was understood comes back as a report with verdict JE.
 * Throws a `UsageError` for an unknown problem, a broken manifest or a path that is no file, and
 * `Cancelled` where `signal` ends the run.
 */
export async function judge(
  { source, ...request }: JudgeRequest,
  signal?: AbortSignal,
): Promise<Report> {
  const startedAt = performance.now();
  loadProblem(request.root, request.slug); // an unknown problem is told before an absent file
  const handed = handIn(request.file, { root: request.root, source });
  if (handed.kind === 'unreadable') return refuse(request, handed.message);
  const { source: text } = handed.submission;
  return judgeArmed(arm(request), { text, startedAt, signal });
}

export type SampleResult =
  | { kind: 'notRun'; fault: Fault; printed: string }
  | { kind: 'ran'; groups: GroupResult[]; printed: string };

/**
 * Runs the visible tests of a problem. Throws a `JudgeError` when the sample suite itself is broken,
 * and the reason of `signal` where that ends the run.
 */
export async function runSample(
  { root, slug, file, seed = 1, sandbox: choice = 'auto' }: JudgeRequest,
  signal?: AbortSignal,
): Promise<SampleResult> {
  const problem = loadProblem(root, slug);
  const handed = handIn(file, { root });
  if (handed.kind === 'unreadable') {
    return { kind: 'notRun', fault: { verdict: 'CE', message: handed.message }, printed: '' };
  }
  const { submission } = handed;
  const sandbox = chooseSandbox(choice);
  const ending = signal && { signal };
  const run = { submission, problem, seed, root, sandbox, isVisible: true, ...ending };
  const asked = await askSuite(run, (context, over) =>
    runSuite(problem.paths.sampleSuite, { root, context, signal: over }),
  );
  const { printed } = asked.usage;
  if (asked.kind === 'notLoaded')
    return { kind: 'notRun', fault: loadFault(asked.outcome, submission), printed };
  if (asked.result.kind === 'broken') throw new JudgeError(asked.result.why);
  return { kind: 'ran', groups: asked.result.groups, printed };
}

/** Puts a person's question to the submission. Throws a `JudgeError` where the judge itself fails. */
export async function askQuestion(
  question: string,
  { root, slug, file, seed = 1, sandbox: choice = 'auto' }: JudgeRequest,
): Promise<Tried> {
  const problem = loadProblem(root, slug);
  const handed = handIn(file, { root });
  if (handed.kind === 'unreadable')
    return { kind: 'failed', fault: { verdict: 'CE', message: handed.message } };
  const { submission } = handed;
  return tryQuestion(question, {
    submission,
    problem,
    seed,
    root,
    sandbox: chooseSandbox(choice),
  });
}
