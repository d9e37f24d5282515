// TRUSTED SIDE. Puts a suite's questions to a submission: one candidate process at a time, one
// vitest worker, both gone when it returns.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostOptions } from './candidate/host.ts';
import type { LoadOutcome, Usage } from './candidate/outcome.ts';
import { Supervisor } from './candidate/supervisor.ts';
import type { Problem } from './model/problem.ts';
import type { Submission } from './model/submission.ts';
import { projectRoot, readableBeside } from './problem/locate.ts';
import { nodeSandbox } from './sandbox/node.ts';
import { serveSuite, type SuiteContext } from './suite/bridge.ts';
import { runSuite, type SuiteResult } from './suite/run.ts';

export type Run = { submission: Submission; problem: Problem; seed: number; root: string };

export type Asked =
  | { kind: 'asked'; result: SuiteResult; usage: Usage }
  | { kind: 'notLoaded'; outcome: Exclude<LoadOutcome, { kind: 'loaded' }>; usage: Usage };

/** Runs the suite at `suitePath` against the submission. Throws where the judge itself fails. */
export async function askSuite(suitePath: string, run: Run): Promise<Asked> {
  // Starts the candidate process at once: it boots while vitest boots.
  const supervisor = new Supervisor(hostOptions(run));
  const channel = randomUUID();
  const server = serveSuite(channel, { supervisor, reference: () => readReference(run.problem) });
  try {
    const running = runSuite(suitePath, { root: run.root, context: suiteContext(channel, run) });
    running.catch(() => {}); // awaited below, unless the submission does not load
    const outcome = await supervisor.loaded;
    if (outcome.kind !== 'loaded')
      return { kind: 'notLoaded', outcome, usage: await supervisor.stop() };
    const result = await running;
    return { kind: 'asked', result, usage: await supervisor.stop() };
  } finally {
    await supervisor.stop();
    server.close();
  }
}

function hostOptions({ submission, problem, seed, root }: Run): HostOptions {
  const { limits, grants } = problem.manifest;
  const readable = [
    ...readableBeside(root, { slug: problem.slug, folder: dirname(submission.path) }),
    problem.paths.fixtures,
    join(projectRoot, 'node_modules'),
  ];
  return {
    submission,
    limits,
    sandbox: nodeSandbox,
    sandboxRequest: { readable, memoryMb: limits.memoryMb, timeZone: timeZoneOf(seed), grants },
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

async function readReference({ paths }: Problem): Promise<Submission> {
  return { path: paths.reference, source: readFileSync(paths.reference, 'utf8') };
}

/** Far from UTC, one with half hours and one with quarters: local-time mistakes show in each. */
const hostileTimeZones = ['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'] as const;

function timeZoneOf(seed: number): string {
  return hostileTimeZones[seed % hostileTimeZones.length] ?? hostileTimeZones[0];
}
