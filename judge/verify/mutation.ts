// How many small faults in the reference the hidden suite notices. A mutant is judged as any
// submission; the oracle stays the reference as it is. Its run ends with the first test case that
// it fails.
import { readFileSync } from 'node:fs';
import { askSuite } from '../ask.ts';
import { JudgeError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { openLossFinder, type LossFinder } from '../suite/run.ts';
import type { MutationRecord } from './certificate.ts';
import type { Bench } from './check.ts';
import { makeMutants, type Mutant } from './mutants.ts';
import { openPool } from './pool.ts';

/** A mutant that passes is judged on all of them; consecutive, for the hostile time zones. */
const seeds = [101, 102, 103] as const;

type Fate =
  | { kind: 'killed'; isTimeOut: boolean; onSeed: number }
  /** It lost nothing on any seed. */
  | { kind: 'survived' };

/** As many as there are judges. */
const workers = 2;

/** Judges every mutant of the reference. */
export async function measureMutation(problem: Problem, bench: Bench): Promise<MutationRecord> {
  const startedAt = performance.now();
  const { reference } = problem.paths;
  const mutants = await makeMutants(reference, readFileSync(reference, 'utf8'));
  await using finders = openPool(() => openLossFinder(bench.root), workers);
  const fates = await finders.each(
    mutants,
    async (mutant, finder) => ({
      mutant,
      fate: await judgeMutant(mutant, { problem, bench, finder }),
    }),
    bench.onProgress,
  );
  const killed = fates.flatMap(({ fate }) => (fate.kind === 'killed' ? [fate] : []));
  return {
    mutants: mutants.length,
    killed: killed.length,
    timedOut: killed.filter(({ isTimeOut }) => isTimeOut).length,
    onSomeSeedsOnly: killed.filter(({ onSeed }) => onSeed !== seeds[0]).length,
    seeds: [...seeds],
    seconds: Math.round((performance.now() - startedAt) / 1000),
    survivors: fates
      .filter(({ fate }) => fate.kind === 'survived')
      .map(({ mutant }) => nameOf(mutant)),
  };
}

function nameOf({ in: declaration, at, original, replacement, mutator }: Mutant) {
  return { in: declaration, at, original, replacement, mutator };
}

type Setting = { problem: Problem; bench: Bench; finder: LossFinder };

async function judgeMutant(mutant: Mutant, setting: Setting): Promise<Fate> {
  for (const seed of seeds) {
    const loss = await findLoss(mutant, { ...setting, seed });
    if (loss === 'none') continue;
    if (loss !== 'timedOut') return { kind: 'killed', isTimeOut: false, onSeed: seed };
    // A time-out counts when it comes again: a loop does, the machine's hiccup does not.
    const again = await findLoss(mutant, { ...setting, seed: seed + seeds.length });
    if (again === 'timedOut') return { kind: 'killed', isTimeOut: true, onSeed: seed };
    if (again !== 'none') return { kind: 'killed', isTimeOut: false, onSeed: seed };
  }
  return { kind: 'survived' };
}

async function findLoss(
  { source, line, original, replacement }: Mutant,
  { problem, bench, finder, seed }: Setting & { seed: number },
): Promise<'none' | 'timedOut' | 'lost'> {
  const { root, sandbox } = bench;
  const submission = { path: problem.paths.reference, source };
  const asked = await askSuite({ submission, problem, seed, root, sandbox }, (context) =>
    finder.find(problem.paths.hiddenSuite, context),
  );
  const what = `The mutant "${original}" → "${replacement}" in line ${line} of the reference`;
  if (asked.kind === 'notLoaded') {
    const { outcome } = asked;
    if (outcome.kind === 'loadFailed' && outcome.error.name === 'SyntaxError')
      throw new JudgeError(`${what} is no JavaScript: ${outcome.error.message}`);
    return outcome.kind === 'timedOut' ? 'timedOut' : 'lost';
  }
  const { result } = asked;
  if (result === 'none') return 'none';
  if ('broken' in result) throw new JudgeError(`${what} makes the suite fail: ${result.broken}`);
  return result.fault.verdict === 'TLE' ? 'timedOut' : 'lost';
}
