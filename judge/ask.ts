// TRUSTED SIDE. Puts questions to a submission: one candidate process at a time, gone when it
// returns.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostOptions } from './candidate/host.ts';
import type { LoadOutcome, Usage } from './candidate/outcome.ts';
import { Supervisor } from './candidate/supervisor.ts';
import { RunFolder } from './leftovers/runFolder.ts';
import type { Problem } from './model/problem.ts';
import type { Expected, Submission } from './model/submission.ts';
import { readableBeside } from './problem/beside.ts';
import { projectRoot } from './problem/locate.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { startServices, type Services } from './services/start.ts';
import { serveSuite, type Search, type SuiteContext } from './suite/bridge.ts';

export type Run = {
  submission: Expected;
  problem: Problem;
  seed: number;
  root: string;
  sandbox: Sandbox;
  /** Set when an example is looked for instead of a score. */
  search?: Search;
  /** Set for the sample suite, whose input is no secret. */
  isVisible?: boolean;
  /** Set where there is time before the submission comes: then all that may be needed is started. */
  ahead?: Ahead;
  /** Ends the run: `askSuite` and `askCandidate` then throw its reason. */
  signal?: AbortSignal;
};

/** `packages`: what its processes load before the submission is there, as it will import them. */
export type Ahead = { packages: readonly string[] };

export type Asked<Result> =
  | { kind: 'asked'; result: Result; usage: Usage }
  | { kind: 'notLoaded'; outcome: Exclude<LoadOutcome, { kind: 'loaded' }>; usage: Usage };

/**
 * Loads the submission and lets `runSuite` put its questions to it; all that does not need its text
 * begins before that is there. The signal tells when nobody waits for the suite any more. Throws
 * where the judge itself fails.
 */
export function askSuite<Result>(
  run: Run,
  runSuite: (context: SuiteContext, signal: AbortSignal) => Promise<Result>,
): Promise<Asked<Result>> {
  return askCandidate(run, async (supervisor, services, signal) => {
    const begun = Promise.resolve(run.submission.source);
    const server = serveSuite({ supervisor, services, begun });
    try {
      return await runSuite(suiteContext(server.address, run), signal);
    } finally {
      server.close();
    }
  });
}

/**
 * Loads the submission and hands `ask` the owner of its processes, which are gone after. The signal
 * tells when nobody waits for the answer any more.
 */
export async function askCandidate<Result>(
  run: Run,
  ask: (supervisor: Supervisor, services: Services, signal: AbortSignal) => Promise<Result>,
): Promise<Asked<Result>> {
  using runFolder = new RunFolder();
  // Services, candidate process and whatever `ask` starts boot at once.
  const isBridged = run.sandbox.isolatesNetwork;
  const services = startServices(run.problem, { isBridged, runFolder });
  const options = hostOptions(run, { services, runFolder });
  const { reference, hasAside } = guessNeeds(run.problem);
  const ahead = run.ahead && { reference };
  const supervisor = new Supervisor({ ...options, hasAside, ahead }, () =>
    readReference(run.problem),
  );
  const over = new AbortController();
  const aborted = rejectedBy(run.signal);
  try {
    const asking = ask(supervisor, services, over.signal);
    asking.catch(() => {}); // awaited below, unless the submission does not load
    const outcome = await Promise.race([supervisor.loaded, aborted]);
    if (outcome.kind !== 'loaded')
      return { kind: 'notLoaded', outcome, usage: await supervisor.stop() };
    const result = await Promise.race([asking, aborted]);
    await services.check();
    return { kind: 'asked', result, usage: await supervisor.stop() };
  } finally {
    over.abort();
    await Promise.all([supervisor.stop(), services.stop()]);
  }
}

/** Never resolves; rejects when the run is ended from outside. */
function rejectedBy(signal: AbortSignal | undefined): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const end = (): void => reject(signal?.reason);
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { once: true });
  return promise;
}

/** How candidate processes of the run are started. */
export function hostOptions(
  run: Run,
  { services, runFolder }: { services: Services; runFolder: RunFolder },
): HostOptions {
  const { submission, problem, seed, root, sandbox, ahead } = run;
  const { limits, grants } = problem.manifest;
  const { slug } = problem;
  const beside = readableBeside(root, { slug, folder: dirname(submission.path) });
  const readable = [
    ...(beside.kind === 'folder' ? beside.readable : []),
    problem.paths.fixtures,
    ...services.readable,
    join(projectRoot, 'node_modules'),
  ];
  return {
    submission,
    limits,
    sandbox,
    sandboxRequest: {
      readable,
      limits,
      timeZone: timeZoneOf(seed),
      grants,
      needsNetwork: services.needsNetwork,
      bridges: services.bridges,
      runFolder: runFolder.path,
    },
    runFolder,
    resolveFrom: join(projectRoot, 'package.json'),
    preload: ahead?.packages,
  };
}

function suiteContext(address: SuiteContext['address'], run: Run): SuiteContext {
  const { submission, problem, seed, search, isVisible } = run;
  const { limits, subtasks } = problem.manifest;
  return {
    address,
    seed,
    submissionUrl: pathToFileURL(submission.path).href,
    callTimeMs: limits.callTimeMs,
    needs: Object.fromEntries(subtasks.map(({ id, needs }) => [id, needs])),
    search,
    isVisible,
  };
}

/** What the hidden suite seems to ask for; a wrong guess costs a little time. */
function guessNeeds({ paths }: Problem): { reference: boolean; hasAside: boolean } {
  // That there is none is for vitest to tell.
  const text = existsSync(paths.hiddenSuite) ? readFileSync(paths.hiddenSuite, 'utf8') : '';
  return {
    reference: /\b(race|askReference)\(/.test(text),
    hasAside: text.includes('otherCandidate'),
  };
}

export function readReference({ paths }: Problem): Submission {
  return { path: paths.reference, source: readFileSync(paths.reference, 'utf8') };
}

/** Far from UTC, one with half hours and one with quarters: local-time mistakes show in each. */
const hostileTimeZones = ['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'] as const;

function timeZoneOf(seed: number): string {
  return hostileTimeZones[seed % hostileTimeZones.length] ?? hostileTimeZones[0];
}
