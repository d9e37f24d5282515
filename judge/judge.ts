// TRUSTED SIDE. The pipeline of one judging, top to bottom.
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findTypeErrors } from './advice/types.ts';
import { askSuite, type Asked, type Run } from './ask.ts';
import type { LoadOutcome } from './candidate/outcome.ts';
import { JudgeError, messageOf } from './errors.ts';
import type { Report, TypeError } from './model/report.ts';
import type { Submission } from './model/submission.ts';
import type { Problem } from './model/problem.ts';
import { readableBeside } from './problem/beside.ts';
import { loadProblem } from './problem/load.ts';
import { handIn } from './problem/submission.ts';
import { buildReport, type Judgement } from './report.ts';
import { chooseSandbox, type SandboxChoice } from './sandbox/choose.ts';
import { forgetFittings } from './sandbox/remembered.ts';
import { findMismatch, score } from './scoring.ts';
import { faultOf, type Fault } from './suite/fault.ts';
import { runSuite, type GroupResult, type SuiteResult, type SuiteRunner } from './suite/run.ts';
import { tryQuestion, type Tried } from './try.ts';

export type JudgeRequest = {
  /** The folder that holds `problems/`, `solutions/`, `fixtures/`. */
  root: string;
  slug: string;
  /** Absolute path of the submission. */
  file: string;
  /** Judged instead of what the file holds by now. */
  source?: string | undefined;
  /** Replays a run; drawn at random when absent. */
  seed?: number | undefined;
  /** What bounds the submission; `auto` when absent. */
  sandbox?: SandboxChoice | undefined;
};

/**
 * Judges one submission with the problem's hidden suite. Whatever goes wrong on our side after the
 * request was understood comes back as a report with verdict JE.
 * Throws a `UsageError` for an unknown problem, a broken manifest or a path that is no file.
 */
export async function judge({
  root,
  slug,
  file,
  source,
  seed = randomInt(2 ** 31),
  sandbox: choice = 'auto',
}: JudgeRequest): Promise<Report> {
  const startedAt = performance.now();
  const problem = loadProblem(root, slug);
  const handed = handIn(file, { root, source });
  const sandbox = chooseSandbox(choice);
  const needsNetwork = problem.manifest.services.includes('chroma');
  const build = (judgement: Judgement, typeErrors: TypeError[]): Report =>
    buildReport({
      root,
      file,
      problem,
      seed,
      startedAt,
      judgement,
      typeErrors,
      sandbox: [sandbox.describe({ needsNetwork }), ...besideNews(problem, { root, file })].join(
        '; ',
      ),
    });
  if (handed.kind === 'unreadable') {
    return build({ kind: 'notJudged', verdict: 'CE', message: handed.message }, []);
  }
  const { submission } = handed;
  const [judgement, typeErrors] = await Promise.all([
    judgeSubmission({ submission, problem, seed, root, sandbox }),
    findTypeErrors(submission, problem.paths),
  ]);
  return build(judgement, typeErrors);
}

/** What the report says of the sandbox where it shows the submission nothing but itself. */
function besideNews(
  { slug }: Problem,
  { root, file }: Pick<JudgeRequest, 'root' | 'file'>,
): string[] {
  const beside = readableBeside(root, { slug, folder: dirname(file) });
  return beside.kind === 'alone' ? [`sees no file beside it: its folder ${beside.why}`] : [];
}

/** Judges a submission that was read. `runner` is a vitest that is already up; none is kept. */
export async function judgeSubmission(run: Run, runner?: SuiteRunner): Promise<Judgement> {
  const { submission, problem, root } = run;
  const path = problem.paths.hiddenSuite;
  try {
    const asked = await askSuite(run, (context) =>
      runner === undefined ? runSuite(path, { root, context }) : runner.run(path, context),
    );
    return judgementOf(asked, { submission, subtasks: problem.manifest.subtasks });
  } catch (error) {
    forgetFittings(); // if the sandbox is at fault, the next run looks anew what works
    const { source } = submission;
    return { kind: 'notJudged', verdict: 'JE', message: messageOf(error), source };
  }
}

export type SampleResult =
  | { kind: 'notRun'; fault: Fault; printed: string }
  | { kind: 'ran'; groups: GroupResult[]; printed: string };

/** Runs the visible tests of a problem. Throws a `JudgeError` when the sample suite itself is broken. */
export async function runSample({
  root,
  slug,
  file,
  seed = 1,
  sandbox: choice = 'auto',
}: JudgeRequest): Promise<SampleResult> {
  const problem = loadProblem(root, slug);
  const handed = handIn(file, { root });
  if (handed.kind === 'unreadable') {
    return { kind: 'notRun', fault: { verdict: 'CE', message: handed.message }, printed: '' };
  }
  const { submission } = handed;
  const sandbox = chooseSandbox(choice);
  const asked = await askSuite({ submission, problem, seed, root, sandbox }, (context) =>
    runSuite(problem.paths.sampleSuite, { root, context }),
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

function judgementOf(
  asked: Asked<SuiteResult>,
  { submission, subtasks }: { submission: Submission; subtasks: Parameters<typeof score>[0] },
): Judgement {
  const { usage } = asked;
  const { source } = submission;
  if (asked.kind === 'notLoaded') {
    const { verdict, message, line, column } = loadFault(asked.outcome, submission);
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

function loadFault(outcome: Exclude<LoadOutcome, { kind: 'loaded' }>, { path }: Submission): Fault {
  return faultOf(outcome, {
    name: 'file while loading',
    args: [],
    submissionUrl: pathToFileURL(path).href,
  });
}
