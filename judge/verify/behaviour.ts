// What the judge must make of every solution, and of submissions that are hardly any. The
// comparison is pure; the judging is done by whoever runs the check.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judgeSubmission } from '../judgement.ts';
import type { Problem } from '../model/problem.ts';
import type { Submission } from '../model/submission.ts';
import type { FaultVerdict } from '../model/verdict.ts';
import type { Judgement } from '../report.ts';
import type { Check, Finding } from './check.ts';
import { readHeader, readSolutions, verdictOfFolder } from './solutions.ts';

export type Expectation =
  /** The verdict AC and all points. */
  | { kind: 'accepted' }
  /** Not one test case. */
  | { kind: 'nothing' }
  | { kind: 'wrong'; verdict: FaultVerdict; loses: string[]; mayLose: string[] };

export type Specimen = { name: string; submission: Submission; expects: Expectation };

/** How many seeds each kind of specimen is judged on. */
export type Seeds = { accepted: number; wrong: number };

/** Consecutive ones, so that each hostile time zone gets its turn. */
const firstSeed = 101;
/** What a wrong solution keeps of the points that its header does not name. */
const leastKept = 0.5;

/** A check that judges every specimen of a problem on that many seeds. */
export function behaviourCheck(seeds: Seeds): Check {
  return {
    name: 'behaviour',
    async run(problem, bench) {
      const specimens = listSpecimens(problem);
      const runs = specimens.flatMap((specimen) => {
        const count = specimen.expects.kind === 'wrong' ? seeds.wrong : seeds.accepted;
        const times = specimen.expects.kind === 'nothing' ? 1 : count;
        return Array.from({ length: times }, (_, index) => ({ specimen, seed: firstSeed + index }));
      });
      const found = await bench.judges.each(
        runs,
        async ({ specimen, seed }, runner): Promise<Finding[]> => {
          const { root, sandbox } = bench;
          const run = { submission: specimen.submission, problem, seed, root, sandbox };
          const why = findDeviation(await judgeSubmission(run, runner), specimen.expects);
          if (why === undefined) return [];
          const what = `${specimen.name}, seed ${seed}: ${why}`;
          return [{ what, ...placeOf(specimen, { problem, root, seed }) }];
        },
        bench.onProgress,
      );
      return { summary: summaryOf(specimens, seeds), findings: found.flat() };
    },
  };
}

function placeOf(
  { submission, expects }: Specimen,
  { problem, root, seed }: { problem: Problem; root: string; seed: number },
): Pick<Finding, 'where' | 'next'> {
  if (expects.kind === 'nothing') {
    const next = 'Ask in the positive control for something that no stub answers.';
    return { where: relative(root, problem.paths.hiddenSuite), next };
  }
  const where = relative(root, submission.path);
  return { where, next: `npm run judge ${problem.slug} -- --file ${where} --seed ${seed}` };
}

function summaryOf(specimens: readonly Specimen[], { accepted, wrong }: Seeds): string {
  const count = (kind: Expectation['kind']): number =>
    specimens.filter(({ expects }) => expects.kind === kind).length;
  return `${count('accepted')} accepted × ${accepted} seeds score 100, ${count('wrong')} wrong × ${wrong} lose what they say, ${count('nothing')} hollow ones score 0`;
}

/** How a judgement differs from what was expected, in a sentence; `undefined` where it does not. */
export function findDeviation(judgement: Judgement, expects: Expectation): string | undefined {
  if (judgement.kind === 'notJudged') {
    const { verdict, message } = judgement;
    const isMeant =
      expects.kind === 'wrong' ? verdict === expects.verdict : expects.kind === 'nothing';
    return isMeant && verdict !== 'JE' ? undefined : `${verdict}: ${message}`;
  }
  const { verdict, points, subtasks } = judgement.score;
  const lost = subtasks.filter((subtask) => subtask.points < subtask.maxPoints);
  const why = lost.map(({ id, message = '' }) => `${id}: ${message}`).join('; ');
  if (expects.kind === 'accepted')
    return verdict === 'AC' && points === 100
      ? undefined
      : `${verdict}, ${points} points where all are due. ${why}`;
  if (expects.kind === 'nothing') {
    const earning = subtasks.filter(({ passed }) => passed > 0).map(({ id }) => id);
    return earning.length === 0 && points === 0
      ? undefined
      : `${points} points where none are due, from ${earning.join(', ')}`;
  }
  if (verdict !== expects.verdict) return `${verdict}, not ${expects.verdict}. ${why}`;
  const lostIds = lost.map(({ id }) => id);
  const unsaid = lostIds.filter((id) => ![...expects.loses, ...expects.mayLose].includes(id));
  if (unsaid.length > 0)
    return `it lost ${unsaid.join(', ')}, which its header does not name. ${why}`;
  const unlost = expects.loses.filter((id) => !lostIds.includes(id));
  if (unlost.length > 0) return `it lost nothing in ${unlost.join(', ')}, which its header names`;
  const others = subtasks.filter(({ id }) => !expects.loses.includes(id));
  const sum = (of: 'points' | 'maxPoints'): number =>
    others.reduce((total, subtask) => total + subtask[of], 0);
  return sum('points') >= leastKept * sum('maxPoints')
    ? undefined
    : `it kept ${sum('points')} of ${sum('maxPoints')} points in subtasks that its header does not name`;
}

/** Every solution, the starter, and submissions that do nothing of use. */
export function listSpecimens(problem: Problem): Specimen[] {
  const { manifest, paths } = problem;
  const solutions = readSolutions(problem).map(({ folder, name, path, source }): Specimen => {
    const verdict = verdictOfFolder(folder);
    const expects: Expectation =
      verdict === undefined
        ? { kind: 'accepted' }
        : {
            kind: 'wrong',
            verdict,
            loses: readHeader(source, 'Loses'),
            mayLose: readHeader(source, 'May lose'),
          };
    return { name, submission: { path, source }, expects };
  });
  const starter = { path: paths.starter, source: readFileSync(paths.starter, 'utf8') };
  const hollow = Object.entries(hollowSources(manifest.exports)).map(
    ([name, source]): Specimen => ({
      name,
      submission: { path: join(paths.solutions, 'hollow.ts'), source },
      expects: { kind: 'nothing' },
    }),
  );
  return [
    ...solutions,
    { name: 'the starter', submission: starter, expects: { kind: 'nothing' } },
    ...hollow,
  ];
}

function hollowSources(names: readonly string[]): Record<string, string> {
  const each = (body: string): string =>
    names.map((name) => `export function ${name}(...args) { ${body} }`).join('\n');
  return {
    'an empty file': '',
    'a file that exports nothing': 'const a = 1;',
    'functions that return undefined': each(''),
    'functions that throw': each("throw new Error('no idea');"),
    'functions that echo their first argument': each('return args[0];'),
    'functions that echo their arguments': each('return args;'),
  };
}
