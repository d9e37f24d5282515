// How far honest solutions stay inside of each bar, and how far the best wrong one stays outside.
import type { Problem } from '../model/problem.ts';
import { judgeSubmission } from '../judgement.ts';
import { marginOf, type Measurement } from '../model/measurement.ts';
import { JudgeError } from '../errors.ts';
import { findDeviation } from './behaviour.ts';
import type { FairnessRecord } from './certificate.ts';
import type { Bench } from './check.ts';
import { writtenOf } from './entries.ts';
import { readHeader, readSolutions, type Solution } from './solutions.ts';

export const fairnessSeeds = 50;
const wrongSeeds = 5;
const firstSeed = 1001;

/** One measurement of one run. */
export type Measured = Measurement & { subtask: string; solution: string; seed: number };

/**
 * Judges every accepted solution on many seeds, and on a few each wrong one that loses a subtask in
 * which something is measured. Where nothing is, one seed tells.
 */
export async function measureFairness(problem: Problem, bench: Bench): Promise<FairnessRecord> {
  const solutions = readSolutions(problem);
  const accepted = solutions.filter(({ folder }) => folder === 'accepted');
  const first = await measureRuns(seedsFor(accepted, { from: 0, to: 1 }), { problem, bench });
  const subtasks = new Set(first.map(({ subtask }) => subtask));
  const losing = solutions.filter(({ source }) =>
    (['Loses', 'May lose'] as const).some((name) =>
      readHeader(source, name).some((id) => subtasks.has(id)),
    ),
  );
  const further =
    first.length === 0
      ? []
      : [
          ...seedsFor(accepted, { from: 1, to: fairnessSeeds }),
          ...seedsFor(losing, { from: 0, to: wrongSeeds }),
        ];
  const measured = [...first, ...(await measureRuns(further, { problem, bench }))];
  return {
    seeds: fairnessSeeds,
    accepted: accepted.map(({ name, source }) => ({
      solution: name,
      written: writtenOf(source) ?? 'unknown',
    })),
    thresholds: thresholdsOf(measured, accepted),
  };
}

type SeededRun = { solution: Solution; seed: number };

function seedsFor(
  solutions: readonly Solution[],
  { from, to }: { from: number; to: number },
): SeededRun[] {
  return solutions.flatMap((solution) =>
    Array.from({ length: to - from }, (_, index) => ({ solution, seed: firstSeed + from + index })),
  );
}

async function measureRuns(
  runs: readonly SeededRun[],
  { problem, bench }: { problem: Problem; bench: Bench },
): Promise<Measured[]> {
  const measured = await bench.judges.each(
    runs,
    async ({ solution, seed }, runner) => {
      const { root, sandbox } = bench;
      const run = { submission: solution, problem, seed, root, sandbox };
      const judgement = await judgeSubmission(run, runner);
      const isAccepted = solution.folder === 'accepted';
      const why = isAccepted ? findDeviation(judgement, { kind: 'accepted' }) : undefined;
      if (why !== undefined) throw new JudgeError(`${solution.name}, seed ${seed}: ${why}`);
      if (judgement.kind === 'notJudged') return [];
      return judgement.score.subtasks.flatMap(({ id, measurements = [] }) =>
        measurements.map((one) => ({ ...one, subtask: id, solution: solution.name, seed })),
      );
    },
    bench.onProgress,
  );
  return measured.flat();
}

/** Groups measurements by their bar. Pure. */
export function thresholdsOf(
  measured: readonly Measured[],
  acceptedSolutions: readonly Pick<Solution, 'name'>[],
): FairnessRecord['thresholds'] {
  const accepted = new Set(acceptedSolutions.map(({ name }) => name));
  const groups = Map.groupBy(measured, ({ subtask, what }) => `${subtask}\0${what}`);
  return [...groups.values()].flatMap((group) => {
    const honest = group.filter(({ solution }) => accepted.has(solution));
    const [worst] = honest.toSorted((a, b) => marginOf(a) - marginOf(b));
    if (worst === undefined) return [];
    const [best] = group
      .filter((one) => !accepted.has(one.solution) && marginOf(one) < 0)
      .sort((a, b) => marginOf(b) - marginOf(a));
    const { subtask, what, kind } = worst;
    const bySolution = Map.groupBy(honest, ({ solution }) => solution);
    return [
      {
        subtask,
        what,
        kind,
        worstAccepted: rounded(worst),
        bestWrong: best === undefined ? null : rounded(best),
        spread: [...bySolution].map(([solution, list]) => ({ solution, ...spreadOf(list) })),
      },
    ];
  });
}

function rounded(one: Measured) {
  const { solution, seed, value, bar } = one;
  return { solution, seed, value: round(value), bar: round(bar), margin: round(marginOf(one)) };
}

function spreadOf(list: readonly Measured[]) {
  const values = list.map(({ value }) => value).sort((a, b) => a - b);
  const at = (share: number): number =>
    round(values[Math.floor(share * (values.length - 1))] ?? NaN);
  return { min: at(0), median: at(0.5), max: at(1) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
