// Judges the same submissions again and again on one seed, half of the time with every core busy:
// npm run stability. Each must get the same verdict and the same points every time.
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeSubmission } from '#judge/judgement.ts';
import type { Problem } from '#judge/model/problem.ts';
import { loadProblem } from '#judge/problem/load.ts';
import { listSlugs, projectRoot } from '#judge/problem/locate.ts';
import type { Judgement } from '#judge/report.ts';
import { chooseSandbox } from '#judge/sandbox/choose.ts';
import { openRunner, type SuiteRunner } from '#judge/suite/run.ts';
import { readSolutions, type Solution } from '#judge/verify/solutions.ts';
import { burnAllCores } from './stability/burners.ts';

const usage = 'npm run stability -- [--runs N] [--only PROBLEM[/FOLDER[/FILE]]] [--seed S]';
/** Beside all accepted ones: what is too slow, by how little it may be, and one plainly wrong answer. */
const chosenWrong = [
  'iris/wrong_answer/f1-is-accuracy.ts',
  'data-cleaning/time_limit_exceeded/every-pair-of-rows.ts',
  'feature-engineering/time_limit_exceeded/filter-per-user.ts',
  'rag/time_limit_exceeded/document-by-document.ts',
  'rag/wrong_answer/no-overlap.ts',
];

type Options = { runs: number; only: string | undefined; seed: number };
type Case = { problem: Problem; solution: Solution };
/** What a run came to, in a few words: verdict, points, what was lost. */
type Outcome = { score: string; lost: string };

const options = readOptions();
process.once('SIGINT', () => process.exit(130));
process.exitCode = options === undefined ? 2 : await measure(options);
process.exit();

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '50' },
        only: { type: 'string' },
        seed: { type: 'string', default: '101' },
      },
    });
    const [runs, seed, { only }] = [Number(values.runs), Number(values.seed), values];
    if (!Number.isInteger(runs) || runs < 2)
      throw new Error(`--runs ${values.runs} is no whole number from 2 on.`);
    if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number.`);
    if (only !== undefined) loadProblem(projectRoot, only.split('/', 1)[0] ?? '');
    return { runs, only, seed };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    return undefined;
  }
}

async function measure({ runs, only, seed }: Options): Promise<number> {
  const cases = listCases(only);
  if (cases.length === 0) {
    process.stderr.write(`No measured solution begins with ${only}. Without --only all are.\n`);
    return 2;
  }
  const calmRuns = Math.ceil(runs / 2);
  await using runner = await openRunner(projectRoot);
  say(`${cases.length} solutions, each judged ${calmRuns} times at rest and ${runs - calmRuns}`);
  say(`times with every core busy, on seed ${seed}\n`);
  say(row(['solution', 'at rest', 'busy', '']));
  let unsteady = 0;
  for (const each of cases) {
    const atRest = await judgeTimes(calmRuns, each, { seed, runner });
    const busy = await judgeBusy(runs - calmRuns, each, { seed, runner });
    const isSteady = new Set([...atRest, ...busy].map(({ score }) => score)).size === 1;
    const isRight = each.solution.folder !== 'accepted' || atRest[0]?.score === 'AC 100';
    const word = isSteady ? (isRight ? 'steady' : 'STEADILY WRONG') : 'DIFFERS';
    say(row([nameOf(each), countsOf(atRest), countsOf(busy), word]));
    if (isSteady && isRight) continue;
    unsteady += 1;
    for (const lost of new Set([...atRest, ...busy].map((outcome) => outcome.lost)))
      say(`    ${lost || 'lost nothing'}`);
  }
  say(`\n${cases.length - unsteady} of ${cases.length} steady`);
  return unsteady === 0 ? 0 : 1;
}

function listCases(only: string | undefined): Case[] {
  const all = listSlugs(projectRoot).flatMap((slug) => {
    const problem = loadProblem(projectRoot, slug);
    return readSolutions(problem).map((solution): Case => ({ problem, solution }));
  });
  const measured = all.filter(
    (each) => each.solution.folder === 'accepted' || chosenWrong.includes(nameOf(each)),
  );
  return measured.filter((each) => only === undefined || nameOf(each).startsWith(only));
}

async function judgeBusy(
  runs: number,
  each: Case,
  means: { seed: number; runner: SuiteRunner },
): Promise<Outcome[]> {
  using _burners = burnAllCores();
  return await judgeTimes(runs, each, means);
}

async function judgeTimes(
  runs: number,
  { problem, solution: { path, source } }: Case,
  { seed, runner }: { seed: number; runner: SuiteRunner },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const run = { submission: { path, source }, problem, seed, root: projectRoot };
  for (let count = 0; count < runs; count += 1) {
    const sandbox = chooseSandbox('auto');
    outcomes.push(outcomeOf(await judgeSubmission({ ...run, sandbox }, runner)));
  }
  return outcomes;
}

function outcomeOf(judgement: Judgement): Outcome {
  if (judgement.kind === 'notJudged') return { score: judgement.verdict, lost: judgement.message };
  const { verdict, points, subtasks } = judgement.score;
  const lost = subtasks.filter((subtask) => subtask.points < subtask.maxPoints);
  return {
    score: `${verdict} ${points}`,
    lost: lost.map(({ id, message = '' }) => `${id}: ${message}`).join('; '),
  };
}

/** Each outcome with how often it came. */
function countsOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { score } of outcomes) counts.set(score, (counts.get(score) ?? 0) + 1);
  return [...counts].map(([score, count]) => `${count} × ${score}`).join(', ');
}

function nameOf({ solution }: Case): string {
  return relative(projectRoot, solution.path).replace(/^solutions\//, '');
}

function row([name = '', ...rest]: string[]): string {
  return `${name.padEnd(62)}${rest.map((text) => text.padEnd(14)).join(' ')}`.trimEnd();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
