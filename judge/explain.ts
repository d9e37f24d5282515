// TRUSTED SIDE. Looks for an example of a failing subtask: its part of the hidden suite on a fresh
// seed, and the call at which it fails there.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { askSuite, type Run } from './ask.ts';
import { JudgeError } from './errors.ts';
import type { Problem } from './model/problem.ts';
import { handIn } from './problem/submission.ts';
import { chooseSandbox, type SandboxChoice } from './sandbox/choose.ts';
import { faultOf, type Fault } from './suite/fault.ts';
import { elide } from './suite/redact.ts';
import type { Example } from './suite/record.ts';
import { runSuite, type GroupResult } from './suite/run.ts';

export type Explanation =
  /** The submission does not load. */
  | { kind: 'notRun'; fault: Fault }
  /** Everything passes on these fresh seeds. */
  | { kind: 'passed'; seeds: number }
  | { kind: 'found'; fault: Fault; example: Example; seed: number };

export type ExplainRequest = {
  root: string;
  problem: Problem;
  subtask: string;
  /** Absolute path of the submission. */
  file: string;
  /** Replays an example; drawn at random when absent. */
  seed?: number | undefined;
  /** The seed of the run that failed: none of its inputs is shown. */
  judgedSeed: number | undefined;
  sandbox?: SandboxChoice | undefined;
  /** Ends the search: its reason is thrown. */
  signal?: AbortSignal | undefined;
};

const maxSeeds = 3;

/** Explains why a subtask fails. Throws a `JudgeError` where the suite or the reference fails. */
export async function explain(request: ExplainRequest): Promise<Explanation> {
  const { root, seed, file } = request;
  const handed = handIn(file, { root });
  if (handed.kind === 'unreadable')
    return { kind: 'notRun', fault: { verdict: 'CE', message: handed.message } };
  const seeds = seed === undefined ? Array.from({ length: maxSeeds }, drawSeed) : [seed];
  for (const fresh of seeds) {
    const explanation = await search(request, { seed: fresh, source: handed.submission.source });
    if (explanation.kind !== 'passed') return explanation;
  }
  return { kind: 'passed', seeds: seeds.length };
}

async function search(
  { root, problem, subtask, file, judgedSeed, sandbox, signal }: ExplainRequest,
  { seed, source }: { seed: number; source: string },
): Promise<Explanation> {
  const run: Run = {
    submission: { path: file, source },
    problem,
    seed,
    root,
    sandbox: chooseSandbox(sandbox ?? 'auto'),
    search: {
      subtask,
      shadowSeed: judgedSeed ?? drawSeed(),
      openAnswers: problem.manifest.openAnswers,
      words: wordsOf(problem),
    },
    ...(signal && { signal }),
  };
  const path = problem.paths.hiddenSuite;
  const asked = await askSuite(run, (context, over) =>
    runSuite(path, { root, context, signal: over }),
  );
  if (asked.kind === 'notLoaded') {
    const submissionUrl = pathToFileURL(file).href;
    const about = { name: 'file while loading', args: [], submissionUrl };
    return { kind: 'notRun', fault: faultOf(asked.outcome, about) };
  }
  if (asked.result.kind === 'broken') throw new JudgeError(asked.result.why);
  const group = asked.result.groups.find(({ id }) => id === subtask);
  if (group === undefined) throw new JudgeError(`the hidden suite has no subtask "${subtask}"`);
  const found = chooseExample(group);
  return found === undefined ? { kind: 'passed', seeds: 1 } : { kind: 'found', ...found, seed };
}

/** The first example that can be shown; else the first that says that none can. */
function chooseExample({
  control,
  cases,
}: GroupResult): { fault: Fault; example: Example } | undefined {
  const found = [...(control === undefined ? [] : [control]), ...cases].flatMap((result) =>
    result.kind === 'failed' && result.example !== undefined
      ? [{ fault: result.fault, example: result.example }]
      : [],
  );
  const shown = found.find(({ example }) => example.kind === 'call');
  if (shown === undefined) return found[0];
  const { fault, example } = shown;
  return { fault: { ...fault, message: elide(fault.message) }, example };
}

/** Words that may mean something to the problem, in lower case. */
function wordsOf({ paths }: Problem): string[] {
  const text = [paths.statement, paths.starter]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  return [...new Set(text.toLowerCase().match(/[a-z]{2,}/g))];
}

function drawSeed(): number {
  return randomInt(2 ** 31);
}
