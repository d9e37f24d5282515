import { serialize } from 'node:v8';
import { join } from 'node:path';
import { CandidateHost } from '../candidate/host.ts';
import { messageOf } from '../errors.ts';
import { RunFolder } from '../leftovers/runFolder.ts';
import type { Finding } from '../model/finding.ts';
import { limitsSchema } from '../model/problem.ts';
import { projectRoot } from '../problem/locate.ts';
import { chooseSandbox } from '../sandbox/choose.ts';

const source = 'export const double = (n: number): number => 2 * n;';

/** Starts a candidate process in the sandbox and asks it one question. */
export async function checkTrial(): Promise<Finding> {
  const name = 'Trial';
  const startedAt = performance.now();
  try {
    const how = await ask();
    if (how !== 'returned')
      return { name, state: 'fail', says: `a submission that is right ${how}` };
    const ms = Math.round(performance.now() - startedAt);
    return { name, state: 'ok', says: `a submission was started, asked and ended in ${ms} ms` };
  } catch (error) {
    return { name, state: 'fail', says: 'no submission can be started', todo: messageOf(error) };
  }
}

async function ask(): Promise<string> {
  using runFolder = new RunFolder();
  const limits = limitsSchema.parse({ callTimeMs: 10_000 });
  const host = new CandidateHost({
    submission: { path: join(runFolder.path, 'trial.ts'), source },
    limits,
    sandbox: chooseSandbox('auto'),
    sandboxRequest: {
      readable: [],
      limits,
      timeZone: 'UTC',
      grants: [],
      needsNetwork: false,
      bridges: [],
      runFolder: runFolder.path,
    },
    runFolder,
    resolveFrom: join(projectRoot, 'package.json'),
  });
  const args = serialize([21]);
  const request = { name: 'double', args, limitMs: limits.callTimeMs, watchArguments: false };
  const outcome = await host.call(request);
  await host.stop();
  return outcome.kind;
}
