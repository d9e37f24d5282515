import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Grant } from '../model/problem.ts';
import type { Sandbox } from './sandbox.ts';

const entry = fileURLToPath(new URL('../candidate/main.ts', import.meta.url));

const grantFlags: Record<Grant, string> = { addons: '--allow-addons', workers: '--allow-worker' };

/**
 * Node's permission model alone: no file writes, no reads outside the granted folders, no network,
 * no child processes, no workers, no inspector. It bounds the JavaScript heap, nothing else.
 */
export const nodeSandbox: Sandbox = {
  name: 'node permissions',
  start({ readable, memoryMb, timeZone, grants }) {
    const flags = [
      '--permission',
      ...[entry, ...readable].map((path) => `--allow-fs-read=${path}`),
      ...grants.map((grant) => grantFlags[grant]),
      `--max-old-space-size=${memoryMb}`,
      '--no-warnings',
    ];
    return spawn(process.execPath, [...flags, entry], {
      env: { TZ: timeZone },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
  },
};
