import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Grant } from '../model/problem.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';

/** What every sandbox runs. */
export const entry = fileURLToPath(new URL('../candidate/main.ts', import.meta.url));

const grantFlags: Record<Grant, string> = { addons: '--allow-addons', workers: '--allow-worker' };

/**
 * Node's permission model alone: no file writes, no reads outside the granted folders, no child
 * processes, no workers, no inspector, and no network unless a service needs it: then all of it. It
 * bounds the JavaScript heap, nothing else.
 */
export const nodeSandbox: Sandbox = {
  name: 'node',
  isolatesNetwork: false,
  describe: ({ needsNetwork }) =>
    needsNetwork ? 'node permissions (network open: it is all or nothing)' : 'node permissions',
  start(request) {
    return spawn(process.execPath, [...nodeFlags(request), entry, '[]'], {
      env: { TZ: request.timeZone },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
  },
};

/** Flags of Node that grant what the request asks for. */
export function nodeFlags({
  readable,
  memoryMb,
  grants,
  needsNetwork,
  bridges,
}: SandboxRequest): string[] {
  const paths = [entry, ...readable, ...bridges.map(({ socketPath }) => dirname(socketPath))];
  return [
    '--permission',
    ...paths.map((path) => `--allow-fs-read=${path}`),
    ...grants.map((grant) => grantFlags[grant]),
    ...(needsNetwork ? ['--allow-net'] : []),
    `--max-old-space-size=${memoryMb}`,
    '--no-warnings',
  ];
}
