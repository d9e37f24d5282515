// Judges mutated solutions and random bytes for some minutes: npm run fuzz -- --minutes 20
// Whatever is handed in, there must be a verdict that is right about the judge: no judge error, no
// points too many, no hang, nothing left behind.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadProblem } from '#judge/problem/load.ts';
import { listSlugs, projectRoot } from '#judge/problem/locate.ts';
import type { Problem } from '#judge/model/problem.ts';
import { Court } from './fuzz/court.ts';
import { specimens, type Specimen } from './fuzz/specimen.ts';

const usage = `npm run fuzz -- [--minutes N] [--only PROBLEM] [--seed S [--path P]]`;
/** A part of the problem's own limits: most specimens that loop do so in every call. */
const limitsShare = 0.2;
const newsEveryMs = 30_000;

type Options = {
  minutes: number;
  only: string | undefined;
  seed: number;
  path: string | undefined;
};

const options = readOptions();
process.exitCode = options === undefined ? 2 : await fuzz(options);
process.exit();

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '5' },
        only: { type: 'string' },
        seed: { type: 'string' },
        path: { type: 'string' },
      },
    });
    const { only, path } = values;
    const minutes = Number(values.minutes);
    const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
    if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes} is no number of minutes.`);
    if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number.`);
    if (path !== undefined && values.seed === undefined) throw new Error('--path needs --seed.');
    if (only !== undefined) loadProblem(projectRoot, only);
    return { minutes, only, seed, path };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    return undefined;
  }
}

async function fuzz({ minutes, only, seed, path }: Options): Promise<number> {
  const slugs = listSlugs(projectRoot).filter((slug) => only === undefined || slug === only);
  const problems = slugs.map((slug) => inHaste(loadProblem(projectRoot, slug)));
  const tally = new Map<string, number>();
  let saidAt = performance.now();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`seed ${seed}, ${minutes} min, ${slugs.join(', ')}`);
  process.once('SIGINT', () => {
    say(`\nStopped. ${summaryOf(tally)}. Replay: npm run fuzz -- --seed ${seed}`);
    process.exit(130);
  });
  await using court = await Court.open(projectRoot);
  let last: Promise<unknown> = Promise.resolve();
  /** After a failure, smaller and smaller ones are tried. */
  let least: Specimen | undefined;
  const property = fc.asyncProperty(specimens(problems), (specimen) => {
    const judged = court.judge(specimen).then(({ verdict, complaint }) => {
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
      if (performance.now() - saidAt > newsEveryMs) {
        saidAt = performance.now();
        say(summaryOf(tally));
      }
      if (complaint === undefined) return;
      least = specimen;
      say(`${complaint}\n  ${specimen.problem.slug}, ${specimen.what}: ${keep(specimen)}`);
      throw new Error(complaint);
    });
    last = judged.catch(() => {});
    return judged;
  });
  const found = await fc.check(property, {
    seed,
    ...(path !== undefined && { path }),
    numRuns: path === undefined ? Number.MAX_SAFE_INTEGER : 1,
    plugins: [fc.interruptAfterTimeLimit(minutes * 60_000)],
  });
  await last;
  say(summaryOf(tally));
  if (!found.failed) return 0;
  say(`Found: ${found.errorInstance instanceof Error ? found.errorInstance.message : 'a failure'}`);
  if (least !== undefined) say(`The smallest: ${keep(least)}, judged on seed ${least.seed}`);
  const only_ = only === undefined ? '' : ` --only ${only}`;
  say(`Replay: npm run fuzz --${only_} --seed ${seed} --path ${found.counterexamplePath}`);
  return 1;
}

/** The problem with its own limits of time, cut to a part. */
function inHaste(problem: Problem): Problem {
  const { manifest } = problem;
  const { callTimeMs, runTimeMs } = manifest.limits;
  const limits = {
    ...manifest.limits,
    callTimeMs: callTimeMs * limitsShare,
    runTimeMs: runTimeMs * limitsShare,
  };
  return { ...problem, manifest: { ...manifest, limits } };
}

/** Stores a specimen where git does not look; answers its path. */
function keep({ problem, seed, bytes }: Specimen): string {
  const folder = join(projectRoot, '.judge', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${problem.slug}-${seed}.ts`);
  writeFileSync(path, bytes);
  return relative(projectRoot, path);
}

function summaryOf(tally: ReadonlyMap<string, number>): string {
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...tally]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([verdict, count]) => `${verdict} ${count}`);
  return `${total} submissions judged: ${parts.join(', ') || 'none'}`;
}
