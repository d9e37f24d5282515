// Executes the examples of the statement, and the visible tests, with every accepted solution.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serialize } from 'node:v8';
import { z } from 'zod';
import { askCandidate, askSuite, type Asked, type Run } from '../ask.ts';
import type { Supervisor } from '../candidate/supervisor.ts';
import type { Problem } from '../model/problem.ts';
import { parseAnswer } from '../suite/answer.ts';
import { findDifference } from '../suite/checkers.ts';
import { CandidateFault, faultOf } from '../suite/fault.ts';
import type { SuiteResult } from '../suite/run.ts';
import type { Bench, CheckResult, Finding } from './check.ts';
import { readAccepted, type Solution } from './solutions.ts';
import { exampleModule, readStatement, settlePrefixes, type Example } from './statement.ts';

/** Any seed will do: examples hold for each. */
const seed = 1;

export async function checkExamples(problem: Problem, bench: Bench): Promise<CheckResult> {
  const statement = readStatement(readFileSync(problem.paths.statement, 'utf8'));
  const where = relative(bench.root, problem.paths.statement);
  const accepted = readAccepted(problem);
  const { examples, unvalued } = statement;
  const findings = await bench.judges.each(
    accepted,
    (solution) => findUntrue(solution, { problem, bench, statement, where }),
    bench.onProgress,
  );
  return {
    summary: `${examples.length} examples hold for ${accepted.length} accepted solutions`,
    findings: [
      ...(examples.length === 0
        ? [{ what: 'the statement has no example', where, next: exampleHelp }]
        : []),
      ...unvalued.map((line) => ({
        what: 'an example has no value',
        where: `${where}:${line}`,
        next: exampleHelp,
      })),
      // What is wrong with the example itself is wrong with every solution.
      ...new Map(findings.flat().map((one) => [`${one.where} ${one.what}`, one])).values(),
    ],
  };
}

const exampleHelp =
  'In a ts block below "## Examples" write a call and behind it a comment with its value, such as "double(2)   // 4". A number may be cut off: "2.138…". Lines that begin with "const" are shared.';

async function findUntrue(
  solution: Solution,
  {
    problem,
    bench,
    statement,
    where,
  }: {
    problem: Problem;
    bench: Bench;
    statement: ReturnType<typeof readStatement>;
    where: string;
  },
): Promise<Finding[]> {
  const { root, sandbox } = bench;
  // Lies beside the solutions only by its name, so that it may read them; it is never written.
  const path = join(problem.paths.solutions, 'examples.ts');
  const source = exampleModule(statement, {
    solution: `./${solution.name}`,
    names: namesOf(readFileSync(problem.paths.starter, 'utf8')),
  });
  const next = `Mend the example, or ${relative(root, solution.path)}.`;
  const run: Run = { submission: { path, source }, problem, seed, root, sandbox };
  const asked = await askCandidate(run, async (supervisor) => {
    const findings: Finding[] = [];
    for (const [index, example] of statement.examples.entries()) {
      const why = await findFalsehood(supervisor, {
        index,
        limitMs: problem.manifest.limits.callTimeMs,
      });
      if (why !== undefined)
        findings.push({
          what: `${short(example)} ${why}`,
          where: `${where}:${example.line}`,
          next,
        });
    }
    return findings;
  });
  if (asked.kind === 'asked') return asked.result;
  const { message } = faultOf(asked.outcome, { name: 'examples', args: [], submissionUrl: '' });
  return [{ what: `the examples are no JavaScript: ${message}`, where, next: exampleHelp }];
}

/** What the starter exports beside types: the functions asked for, and what it gives. */
function namesOf(starter: string): string[] {
  const declarations = starter.matchAll(/^export (?:async )?(?:const|function\*?) (\w+)/gm);
  return [...declarations].map(([, name = '']) => name);
}

function short({ code }: Example): string {
  const line = code.trim().replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Why an example is not true; `undefined` where it is. */
async function findFalsehood(
  supervisor: Supervisor,
  { index, limitMs }: { index: number; limitMs: number },
): Promise<string | undefined> {
  const ask = async (name: string): Promise<unknown> => {
    const request = { name, args: serialize([]), limitMs, watchArguments: false };
    const outcome = await supervisor.call(request);
    if (outcome.kind === 'returned') return parseAnswer(outcome.answer, z.unknown(), name);
    throw new CandidateFault(faultOf(outcome, { name, args: [], submissionUrl: '' }));
  };
  try {
    const actual = await ask(`answer${index}`);
    const expected = settlePrefixes(await ask(`expected${index}`), actual);
    const difference = findDifference(actual, expected);
    return difference && `is not what the comment says: it ${difference.how} ${difference.path}`;
  } catch (error) {
    if (error instanceof CandidateFault) return `cannot be executed: ${error.message}`;
    throw error;
  }
}

export async function checkSample(problem: Problem, bench: Bench): Promise<CheckResult> {
  const accepted = readAccepted(problem);
  const results = await bench.judges.each(
    accepted,
    async (submission, runner) => {
      const { root, sandbox } = bench;
      const asked = await askSuite({ submission, problem, seed, root, sandbox }, (context) =>
        runner.run(problem.paths.sampleSuite, { context }),
      );
      return { name: submission.name, ...failuresOf(asked) };
    },
    bench.onProgress,
  );
  const where = relative(bench.root, problem.paths.sampleSuite);
  return {
    summary: `${results[0]?.cases ?? 0} visible tests pass with ${accepted.length} accepted solutions`,
    findings: results.flatMap(({ name, failures }) =>
      failures.map((failure) => ({
        what: `${name}: ${failure}`,
        where,
        next: 'Mend the visible test, or the solution.',
      })),
    ),
  };
}

function failuresOf(asked: Asked<SuiteResult>): {
  cases: number;
  failures: string[];
} {
  if (asked.kind === 'notLoaded') return { cases: 0, failures: ['does not load'] };
  if (asked.result.kind === 'broken') return { cases: 0, failures: [asked.result.why] };
  const failures = asked.result.groups.flatMap(({ control, cases }) =>
    [control, ...cases].flatMap((result) =>
      result?.kind === 'failed' ? [`"${result.title}": ${result.fault.message}`] : [],
    ),
  );
  return { cases: asked.result.groups.flatMap(({ cases }) => cases).length, failures };
}
