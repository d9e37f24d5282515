// Whether the hidden suite survives answers of every wrong kind: it must call each of them the
// submission's fault, in words, and never fail itself.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { askSuite } from '../ask.ts';
import { judgeSubmission } from '../judgement.ts';
import type { Problem } from '../model/problem.ts';
import type { Judgement } from '../report.ts';
import { junkExpressions } from '../suite/junk.ts';
import type { GroupResult, SuiteResult, SuiteRunner } from '../suite/run.ts';
import type { Bench, Check, CheckResult, Finding } from './check.ts';

const seed = 1;
const maxMessageChars = 400;

type Outcome = { answers: number; problems: string[] };

/** A check that tries each test case for `budgetMs`, or with every wrong answer there is. */
export function junkCheck(budgetMs: number | undefined): Check {
  return { name: 'junk', run: (problem, bench) => checkJunk(problem, { ...bench, budgetMs }) };
}

type Setting = Bench & { budgetMs: number | undefined };

async function checkJunk(problem: Problem, bench: Setting): Promise<CheckResult> {
  const { manifest, paths } = problem;
  const works = manifest.exports.flatMap((name) => [
    { name, find: probe },
    { name, find: judgeJunk },
  ]);
  const outcomes = await bench.judges.each(
    works,
    async ({ name, find }, runner) => ({ name, ...(await find(name, { problem, bench, runner })) }),
    bench.onProgress,
  );
  const answers = outcomes.reduce((sum, outcome) => sum + outcome.answers, 0);
  return {
    summary: `${answers} wrong answers of ${manifest.exports.length} functions: each a fault in words, none a judge error`,
    findings: outcomes.flatMap(({ name, problems }) =>
      problems.map((why): Finding => ({
        what: `wrong answers of ${name}: ${why}`,
        where: relative(bench.root, paths.hiddenSuite),
        next: 'Parse the answer with a schema that says what the test case relies on, and check before use.',
      })),
    ),
  };
}

type Work = { problem: Problem; bench: Setting; runner: SuiteRunner };

/** Every test case, with every wrong answer in place of what the function says (suite/probe.ts). */
async function probe(call: string, { problem, bench, runner }: Work): Promise<Outcome> {
  const { root, sandbox } = bench;
  const { hiddenSuite, reference } = problem.paths;
  const submission = { path: reference, source: readFileSync(reference, 'utf8') };
  const asked = await askSuite({ submission, problem, seed, root, sandbox }, (context) =>
    runner.run(hiddenSuite, {
      context: { ...context, probe: { call, seed, budgetMs: bench.budgetMs } },
    }),
  );
  if (asked.kind === 'notLoaded') return { answers: 0, problems: ['the reference does not load'] };
  return readProbe(asked.result);
}

function readProbe(result: SuiteResult): Outcome {
  if (result.kind === 'broken') return { answers: 0, problems: [`a judge error: ${result.why}`] };
  const problems = result.groups.flatMap((group) => [
    ...passedControls(group),
    ...probesOf(group).flatMap(({ junk, fault }) => {
      const why = fault && findUnreadable(fault.message);
      return why === undefined ? [] : [`${junk} in ${group.id}: ${why}`];
    }),
  ]);
  return { answers: result.groups.flatMap(probesOf).length, problems };
}

const probesOf = ({ control, cases }: GroupResult) =>
  [control, ...cases].flatMap((one) => (one?.kind === 'passed' ? (one.probed ?? []) : []));

/** Of an answer that has nothing right in it, a positive control must not say that it is. */
function passedControls({ id, control }: GroupResult): string[] {
  const probed = control?.kind === 'passed' ? (control.probed ?? []) : [];
  return probed
    .filter(({ junk, fault }) => fault === undefined && Object.hasOwn(junkExpressions, junk))
    .map(({ junk }) => `the positive control of ${id} takes ${junk}`);
}

function findUnreadable(message: string): string | undefined {
  if (message.trim() === '') return 'the message is empty';
  if (message.includes('\n')) return 'the message has several lines';
  return message.length > maxMessageChars
    ? `the message has ${message.length} characters`
    : undefined;
}

/** A real submission whose function answers the one wrong kind after the other. */
async function judgeJunk(name: string, { problem, bench, runner }: Work): Promise<Outcome> {
  const { root, sandbox } = bench;
  const kinds = Object.values(junkExpressions);
  const source = [
    "export * from './accepted/reference.ts';",
    `const kinds = [${kinds.map((expression) => `() => (${expression})`).join(',\n')}];`,
    'let calls = 0;',
    `export function ${name}() { return kinds[calls++ % kinds.length](); }`,
  ].join('\n');
  const submission = { path: join(problem.paths.solutions, 'junk.ts'), source };
  const run = { submission, problem, seed, root, sandbox };
  return { answers: 0, problems: problemsOf(await judgeSubmission(run, runner)) };
}

function problemsOf(judgement: Judgement): string[] {
  if (judgement.kind === 'notJudged') return [`${judgement.verdict}: ${judgement.message}`];
  const { verdict, subtasks } = judgement.score;
  if (verdict === 'AC') return ['they are accepted'];
  return subtasks.flatMap(({ id, message = '-' }) => {
    const why = findUnreadable(message);
    return why === undefined ? [] : [`${id}: ${why}`];
  });
}
