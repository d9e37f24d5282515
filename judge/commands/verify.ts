import { UsageError } from '../errors.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { clearProgress, renderCheck, renderProgress } from '../reporters/verify.ts';
import type { Bench, Check } from '../verify/check.ts';
import { findStrayTrees, listChecks, openBench, runCheck } from '../verify/verify.ts';
import type { Ending, Invocation } from './command.ts';

const defaultSeeds = { accepted: 10, wrong: 5 };
/** A check that is done sooner needs no word on how far it is. */
const silentMs = 1_000;

/** Proves the problem named, or all, and prints a line a check. */
export async function verify({ root, words, options, screen }: Invocation): Promise<Ending> {
  const { seeds: count, mutation: measures, sandbox } = options;
  const all = listSlugs(root);
  if (words.length > 1)
    throw new UsageError(`Name one problem, or none for all: ${all.join(', ')}.`);
  const slugs = words.length === 1 ? words : all;
  const seeds = count === undefined ? defaultSeeds : { accepted: count, wrong: count };
  const checks = listChecks({ seeds, measures });
  await using bench = openBench(root, sandbox);
  let failed = 0;
  for (const slug of slugs) {
    process.stdout.write(`${slug}\n`);
    const problem = loadProblem(root, slug);
    for (const check of checks) {
      const progress = followProgress(check);
      const startedAt = performance.now();
      const result = await runCheck(check, problem, { ...bench, onProgress: progress.report });
      progress.end();
      const seconds = (performance.now() - startedAt) / 1000;
      process.stdout.write(
        renderCheck({ name: check.name, result: { ...result, seconds } }, screen),
      );
      failed += Number(result.findings.length > 0);
    }
  }
  if (words.length === 0) {
    const result = {
      summary: 'no stray starter, fixture or solution',
      findings: findStrayTrees(root, all),
      seconds: 0,
    };
    process.stdout.write(renderCheck({ name: 'trees', result }, screen));
    failed += Number(result.findings.length > 0);
  }
  return failed === 0 ? 'accepted' : 'notAccepted';
}

/** Tells a person at a terminal how far a check is, once it takes long. */
function followProgress({ name }: Check): { report: Bench['onProgress']; end: () => void } {
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
