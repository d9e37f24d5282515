// What is slow to prove of a problem package is measured once and kept beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { messageOf } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { hashAccepted, hashOracle } from '../problem/load.ts';
import type { Bench, CheckResult, Finding } from './check.ts';
import { isSameMutant, mutantSchema } from './mutants.ts';

const mutationRecord = z.strictObject({
  mutants: z.int(),
  killed: z.int(),
  /** Killed by a time limit, on two seeds. */
  timedOut: z.int(),
  /** Passed on the first seed, killed on a later one. */
  onSomeSeedsOnly: z.int(),
  seeds: z.array(z.int()),
  seconds: z.int(),
  survivors: z.array(mutantSchema.extend({ mutator: z.string() })),
});

const measuredSchema = z.strictObject({
  solution: z.string(),
  seed: z.int(),
  value: z.number(),
  bar: z.number(),
  /** Share of the bar that lies between it and the value; negative on the wrong side. */
  margin: z.number(),
});

const fairnessRecord = z.strictObject({
  seeds: z.int(),
  accepted: z.array(z.strictObject({ solution: z.string(), written: z.string() })),
  thresholds: z.array(
    z.strictObject({
      subtask: z.string(),
      what: z.string(),
      kind: z.enum(['atLeast', 'atMost']),
      worstAccepted: measuredSchema,
      /** The wrong solution that comes nearest to the bar. */
      bestWrong: measuredSchema.nullable(),
      spread: z.array(
        z.strictObject({
          solution: z.string(),
          min: z.number(),
          median: z.number(),
          max: z.number(),
        }),
      ),
    }),
  ),
});

/** `problems/coding/<slug>/certificate.json`; each part with the hash of what it was measured on. */
const certificateSchema = z.strictObject({
  schema: z.literal('problem-certificate/1'),
  mutation: mutationRecord.extend({ hash: z.string() }).optional(),
  fairness: fairnessRecord.extend({ hash: z.string() }).optional(),
});

/** `problems/coding/<slug>/equivalent-mutants.json`. */
const equivalentsSchema = z.array(mutantSchema.extend({ reason: z.string().min(20) }));

export type MutationRecord = z.infer<typeof mutationRecord>;
export type FairnessRecord = z.infer<typeof fairnessRecord>;
export type Certificate = z.infer<typeof certificateSchema>;

const leastScore = 0.95;

/** The parts of a problem's certificate that were measured on the package as it is. */
export function readFresh(problem: Problem): Certificate {
  const { mutation, fairness } = readCertificate(problem);
  return {
    schema: 'problem-certificate/1',
    ...(mutation?.hash === hashOracle(problem) && { mutation }),
    ...(fairness?.hash === hashAccepted(problem) && { fairness }),
  };
}

export function writeCertificate({ paths }: Problem, certificate: Certificate): void {
  writeFileSync(paths.certificate, `${JSON.stringify(certificate, null, 2)}\n`);
}

/** An unreadable certificate is as good as none. */
function readCertificate({ paths }: Problem): Certificate {
  try {
    return certificateSchema.parse(JSON.parse(readFileSync(paths.certificate, 'utf8')));
  } catch {
    return { schema: 'problem-certificate/1' };
  }
}

export function checkCertificate(problem: Problem, { root }: Pick<Bench, 'root'>): CheckResult {
  const { mutation, fairness } = readFresh(problem);
  const where = relative(root, problem.paths.certificate);
  const next = `npm run judge verify ${problem.slug} -- --mutation   (minutes)`;
  const stale = (what: string): Finding => ({ what, where, next });
  const { equivalents, findings: unreadable } = readEquivalents(problem, root);
  const findings: Finding[] = [
    ...unreadable,
    ...(mutation === undefined
      ? [stale('there is no mutation score of this suite and reference')]
      : findUnexplained(mutation, { equivalents, problem, root })),
    ...(fairness === undefined
      ? [stale('the thresholds were not measured with this suite and these accepted solutions')]
      : findUnfair(fairness, where)),
  ];
  const score = mutation === undefined ? '' : `${scoreText(mutation, equivalents.length)}; `;
  return {
    summary: `${score}${fairness?.thresholds.length ?? 0} thresholds with margins`,
    findings,
  };
}

type Equivalents = z.infer<typeof equivalentsSchema>;

function readEquivalents(
  { paths }: Problem,
  root: string,
): { equivalents: Equivalents; findings: Finding[] } {
  let text: string;
  try {
    text = readFileSync(paths.equivalentMutants, 'utf8');
  } catch {
    return { equivalents: [], findings: [] };
  }
  try {
    return { equivalents: equivalentsSchema.parse(JSON.parse(text)), findings: [] };
  } catch (error) {
    const what = `the list of equivalent mutants cannot be read: ${messageOf(error)}`;
    const where = relative(root, paths.equivalentMutants);
    const next = 'Each entry has in, at, original, replacement and a reason.';
    return { equivalents: [], findings: [{ what, where, next }] };
  }
}

/** Killed mutants of those that are not equivalent. */
function scoreOf({ mutants, killed }: MutationRecord, equivalent: number): number {
  return mutants === equivalent ? 1 : killed / (mutants - equivalent);
}

function scoreText(record: MutationRecord, equivalent: number): string {
  const percent = (100 * scoreOf(record, equivalent)).toFixed(1);
  return `mutation score ${percent} % (${record.killed} of ${record.mutants} killed, ${equivalent} equivalent)`;
}

function findUnexplained(
  mutation: MutationRecord,
  { equivalents, problem, root }: { equivalents: Equivalents; problem: Problem; root: string },
): Finding[] {
  const { survivors } = mutation;
  const list = relative(root, problem.paths.equivalentMutants);
  const suite = relative(root, problem.paths.hiddenSuite);
  const unexplained = survivors.filter(
    (survivor) => !equivalents.some((known) => isSameMutant(known, survivor)),
  );
  const needless = equivalents.filter(
    (known) => !survivors.some((survivor) => isSameMutant(known, survivor)),
  );
  const score = scoreOf(mutation, equivalents.length - needless.length);
  return [
    ...unexplained.map(({ in: declaration, at, original, replacement }) => ({
      what: `a mutant survives in ${declaration}: "${original}" → "${replacement}"`,
      where: `${relative(root, problem.paths.reference)}, in the line: ${at}`,
      next: `Add a test to ${suite} that kills it, or say in ${list} why it is equivalent.`,
    })),
    ...needless.map(({ in: declaration, original, replacement }) => ({
      what: `no mutant survives in ${declaration} as "${original}" → "${replacement}"`,
      where: list,
      next: 'Take the entry out.',
    })),
    ...(score >= leastScore
      ? []
      : [
          {
            what: `the mutation score is ${(100 * score).toFixed(1)} %; ${100 * leastScore} % is the least`,
            where: suite,
            next: 'Add tests for the mutants that survive.',
          },
        ]),
  ];
}

function findUnfair({ thresholds }: FairnessRecord, where: string): Finding[] {
  return thresholds.flatMap(({ subtask, what, worstAccepted, bestWrong }) => {
    const findings: Finding[] = [];
    if (worstAccepted.margin < 0) {
      findings.push({
        what: `${subtask}, ${what}: ${worstAccepted.solution} misses the bar on seed ${worstAccepted.seed}`,
        where,
        next: 'Move the bar, or take more draws.',
      });
    }
    if (bestWrong === null) {
      findings.push({
        what: `${subtask}, ${what}: no wrong solution misses the bar`,
        where,
        next: 'Add a wrong solution that does, or drop the bar.',
      });
    }
    return findings;
  });
}
