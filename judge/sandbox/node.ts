import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tether } from '../leftovers/tether.ts';
import type { Grant } from '../model/problem.ts';
import { withRlimits } from './rlimits.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';

/** What every sandbox runs. */
export const entry = fileURLToPath(new URL('../candidate/main.ts', import.meta.url));

const grantFlags: Record<Grant, string> = { addons: '--allow-addons', workers: '--allow-worker' };

/**
 * Node's permission model alone: no file writes, no reads outside the granted folders, no child
 * processes, no workers, no inspector, and no network unless a service needs it: then all of it. A
 * guard against accidents and simple cheating, no wall against native code. `because` says why no
 * stronger sandbox was taken.
 */
export function nodeSandbox(because?: string): Sandbox {
  return {
    name: 'node',
    isolatesNetwork: false,
    describe({ needsNetwork }) {
      const open = [
        ...(needsNetwork ? ['network open: it is all or nothing'] : []),
        ...(because === undefined ? [] : [because]),
      ];
      return `node permissions${open.length === 0 ? '' : ` (${open.join('; ')})`}`;
    },
    start(request) {
      const command = [process.execPath, ...nodeFlags(request), entry, '[]'];
      const [program = '', ...args] = tether(
        withRlimits(command, { ...request, isOwnUserSpace: false }),
      );
      return spawn(program, args, {
        env: { TZ: request.timeZone },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      });
    },
  };
}

/** Flags of Node that grant what the request asks for. */
export function nodeFlags({
  readable,
  limits,
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
    `--max-old-space-size=${limits.memoryMb}`,
    '--no-warnings',
  ];
}
