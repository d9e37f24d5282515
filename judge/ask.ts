// TRUSTED SIDE. Puts a suite's questions to a submission: one candidate process at a time, one
// vitest worker, both gone when it returns.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostOptions } from './candidate/host.ts';
import type { LoadOutcome, Usage } from './candidate/outcome.ts';
import { Supervisor } from './candidate/supervisor.ts';
import { RunFolder } from './leftovers/runFolder.ts';
import type { Problem } from './model/problem.ts';
import type { Submission } from './model/submission.ts';
import { projectRoot, readableBeside } from './problem/locate.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { startServices, type Services } from './services/start.ts';
import { serveSuite, type SuiteContext } from './suite/bridge.ts';
import { runSuite, type SuiteResult } from './suite/run.ts';

export type Run = {
  submission: Submission;
  problem: Problem;
  seed: number;
  root: string;
  sandbox: Sandbox;
};

export type Asked =
  | { kind: 'asked'; result: SuiteResult; usage: Usage }
  | { kind: 'notLoaded'; outcome: Exclude<LoadOutcome, { kind: 'loaded' }>; usage: Usage };

/** Runs the suite at `suitePath` against the submission. Throws where the judge itself fails. */
export async function askSuite(suitePath: string, run: Run): Promise<Asked> {
  using runFolder = new RunFolder();
  // Services, candidate process and vitest boot at once.
  const isBridged = run.sandbox.isolatesNetwork;
  const services = startServices(run.problem, { isBridged, runFolder });
  const options = hostOptions(run, { services, runFolder });
  const supervisor = new Supervisor(options, () => readReference(run.problem));
  const channel = randomUUID();
  const server = serveSuite(channel, { supervisor, services });
  try {
    const running = runSuite(suitePath, { root: run.root, context: suiteContext(channel, run) });
    running.catch(() => {}); // awaited below, unless the submission does not load
    const outcome = await supervisor.loaded;
    if (outcome.kind !== 'loaded')
      return { kind: 'notLoaded', outcome, usage: await supervisor.stop() };
    const result = await running;
    await services.check();
    return { kind: 'asked', result, usage: await supervisor.stop() };
  } finally {
    server.close();
    await Promise.all([supervisor.stop(), services.stop()]);
  }
}

/** How candidate processes of the run are started. */
export function hostOptions(
  run: Run,
  { services, runFolder }: { services: Services; runFolder: RunFolder },
): HostOptions {
  const { submission, problem, seed, root, sandbox } = run;
  const { limits, grants } = problem.manifest;
  const readable = [
    ...readableBeside(root, { slug: problem.slug, folder: dirname(submission.path) }),
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
  };
}

function suiteContext(channel: string, { submission, problem, seed }: Run): SuiteContext {
  const { limits, subtasks } = problem.manifest;
  return {
    channel,
    seed,
    submissionUrl: pathToFileURL(submission.path).href,
    callTimeMs: limits.callTimeMs,
    needs: Object.fromEntries(subtasks.map(({ id, needs }) => [id, needs])),
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
