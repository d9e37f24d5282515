// Proves a problem package: `npm run judge verify`. Each check says what it looked at, and spreads
// out what it found.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JudgeError, messageOf } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { hashAccepted, hashOracle } from '../problem/load.ts';
import { chooseSandbox, type SandboxChoice } from '../sandbox/choose.ts';
import { openRunner } from '../suite/run.ts';
import { behaviourCheck, type Seeds } from './behaviour.ts';
import { checkCertificate, readFresh, writeCertificate } from './certificate.ts';
import type { Bench, Check, CheckResult, Finding } from './check.ts';
import { checkConstants } from './constants.ts';
import { checkEntries } from './entries.ts';
import { checkExamples, checkSample } from './examples.ts';
import { fairnessSeeds, measureFairness } from './fairness.ts';
import { junkCheck } from './junk.ts';
import { checkManifest } from './manifest.ts';
import { measureMutation } from './mutation.ts';
import { openPool } from './pool.ts';
import { checkStarter, checkStatement } from './starter.ts';

export type VerifyOptions = {
  seeds: Seeds;
  /** Whether to measure anew what the certificate lacks; takes minutes. */
  measures: boolean;
};

/** A judging keeps two processes busy in turn; more at a time only wait for each other. */
const workers = 2;

/** Opens what the checks of any number of problems work with. */
export function openBench(
  root: string,
  sandbox: SandboxChoice,
): Omit<Bench, 'onProgress'> & AsyncDisposable {
  const judges = openPool(() => openRunner(root), workers);
  return {
    root,
    sandbox: chooseSandbox(sandbox),
    judges,
    [Symbol.asyncDispose]: () => judges[Symbol.asyncDispose](),
  };
}

/** For how long a quick proof tries wrong answers on each test case. */
const quickMs = 250;

/** The checks of a package, in order. */
export function listChecks({ seeds, measures }: VerifyOptions): Check[] {
  const isQuick = Math.max(seeds.accepted, seeds.wrong) < 2;
  return [
    { name: 'entries', run: checkEntries },
    { name: 'manifest', run: checkManifest },
    { name: 'statement', run: checkStatement },
    { name: 'starter', run: checkStarter },
    { name: 'hidden', run: checkConstants },
    { name: 'examples', run: checkExamples },
    { name: 'sample', run: checkSample },
    ...(seeds.accepted + seeds.wrong > 0 ? [behaviourCheck(seeds)] : []),
    junkCheck(isQuick ? quickMs : undefined),
    ...(measures ? [mutationMeasurement, fairnessMeasurement] : []),
    { name: 'certificate', run: checkCertificate },
  ];
}

/** Runs one check. What it cannot do is a finding too: nothing unproved passes. */
export async function runCheck(check: Check, problem: Problem, bench: Bench): Promise<CheckResult> {
  try {
    return await check.run(problem, bench);
  } catch (error) {
    const next =
      error instanceof JudgeError
        ? 'The judge failed: mend the suite or the judge.'
        : 'Mend what the other checks name, then run this again.';
    const where = `problems/coding/${problem.slug}/`;
    return { summary: '', findings: [{ what: messageOf(error), where, next }] };
  }
}

/** Measures the mutation score, unless the certificate has that of this suite and reference. */
const mutationMeasurement: Check = {
  name: 'mutation',
  async run(problem, bench) {
    const certificate = readFresh(problem);
    if (certificate.mutation !== undefined) return { summary: 'measured before', findings: [] };
    const hash = hashOracle(problem);
    const record = await measureMutation(problem, bench);
    writeCertificate(problem, { ...certificate, mutation: { ...record, hash } });
    const { mutants, killed, timedOut, onSomeSeedsOnly, seconds } = record;
    return {
      summary: `${killed} of ${mutants} mutants killed (${timedOut} by time, ${onSomeSeedsOnly} not on the first seed) in ${seconds} s`,
      findings: [],
    };
  },
};

const fairnessMeasurement: Check = {
  name: 'fairness',
  async run(problem, bench) {
    const certificate = readFresh(problem);
    if (certificate.fairness !== undefined) return { summary: 'measured before', findings: [] };
    const hash = hashAccepted(problem);
    const record = await measureFairness(problem, bench);
    writeCertificate(problem, { ...certificate, fairness: { ...record, hash } });
    return {
      summary: `${record.accepted.length} accepted solutions on ${fairnessSeeds} seeds`,
      findings: [],
    };
  },
};

/** Files of the trees that belong to no problem. */
export function findStrayTrees(root: string, slugs: readonly string[]): Finding[] {
  const names = (tree: string): string[] => {
    try {
      return readdirSync(join(root, tree));
    } catch {
      return [];
    }
  };
  return ['starters', 'fixtures', 'solutions'].flatMap((tree) =>
    names(tree)
      .filter((name) => !slugs.includes(name.replace(/\.ts$/, '')))
      .map((name) => ({
        what: 'no problem has this name',
        where: `${tree}/${name}`,
        next: 'Remove it, or add problems/coding/<slug>/ of that name.',
      })),
  );
}
