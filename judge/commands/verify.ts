import { messageOf, UsageError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { loadProblem, suggest } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { clearProgress, renderCheck, renderProgress } from '../reporters/verify.ts';
import type { Bench, Check, Finding } from '../verify/check.ts';
import { findStrayTrees, listChecks, openBench, runCheck } from '../verify/verify.ts';
import type { Ending, Invocation } from './command.ts';

const defaultSeeds = { accepted: 10, wrong: 5 };
/** A check that is done sooner needs no word on how far it is. */
const silentMs = 1_000;

/** Proves the problem named, or all, and prints a line a check. */
export async function verify({ root, words, options, screen }: Invocation): Promise<Ending> {
  const { seeds: count, mutation: measures, sandbox } = options;
  const all = listSlugs(root);
  const [slug, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(`Name one problem, or none for all: ${all.join(', ')}.`);
  if (slug !== undefined && !all.includes(slug))
    throw new UsageError(`There is no problem "${slug}". ${suggest(slug, all)}`);
  const seeds = count === undefined ? defaultSeeds : { accepted: count, wrong: count };
  const checks = listChecks({ seeds, measures });
  await using bench = openBench(root, sandbox);
  let isProved = true;
  for (const one of slug === undefined ? all : [slug]) {
    process.stdout.write(`${one}\n`);
    if (!(await provePackage(one, { checks, bench, screen }))) isProved = false;
  }
  if (slug === undefined) {
    const summary = 'no stray starter, fixture or solution';
    const result = { summary, findings: findStrayTrees(root, all), seconds: 0 };
    process.stdout.write(`all\n${renderCheck({ name: 'trees', result }, screen)}`);
    if (result.findings.length > 0) isProved = false;
  }
  return isProved ? 'accepted' : 'notAccepted';
}

type Setting = {
  checks: readonly Check[];
  bench: Omit<Bench, 'onProgress'>;
  screen: Invocation['screen'];
};

/** Runs the checks of one package; answers whether all passed. */
async function provePackage(slug: string, { checks, bench, screen }: Setting): Promise<boolean> {
  const problem = readProblem(bench.root, slug);
  if (problem.kind === 'broken') {
    const result = { summary: '', findings: [problem.finding], seconds: 0 };
    process.stdout.write(renderCheck({ name: 'manifest', result }, screen));
    return false;
  }
  let isProved = true;
  for (const check of checks) {
    const { name } = check;
    const progress = followProgress(name);
    const startedAt = performance.now();
    const onProgress = progress.report;
    const result = await runCheck(check, problem.problem, { ...bench, onProgress });
    progress.end();
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(renderCheck({ name, result: { ...result, seconds } }, screen));
    if (result.findings.length > 0) isProved = false;
    if (result.blocksOthers === true) break;
  }
  return isProved;
}

function readProblem(
  root: string,
  slug: string,
): { kind: 'read'; problem: Problem } | { kind: 'broken'; finding: Finding } {
  try {
    return { kind: 'read', problem: loadProblem(root, slug) };
  } catch (error) {
    const where = `problems/coding/${slug}/problem.json`;
    const next = 'Mend it; your editor knows the schema problems/coding/problem.schema.json.';
    return { kind: 'broken', finding: { what: messageOf(error), where, next } };
  }
}

/** Tells a person at a terminal how far a check is, once it takes long. */
function followProgress(name: string): { report: Bench['onProgress']; end: () => void } {
  const startedAt = performance.now();
  const { stderr } = process;
  let isShown = false;
  return {
    report(done, total) {
      if (!stderr.isTTY || performance.now() - startedAt < silentMs) return;
      isShown = true;
      stderr.write(renderProgress(name, { done, total }));
    },
    end() {
      if (isShown) stderr.write(clearProgress);
    },
  };
}
