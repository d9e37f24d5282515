// Untested on a Mac: written from the documentation of sandbox-exec(1) and of the profile language,
// unit-tested as text. `auto` takes it only after Node has started under it (choose.ts).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { entry, nodeFlags } from './node.ts';
import type { Sandbox } from './sandbox.ts';

/** Never looked up on the PATH: it is part of the system. */
const sandboxExec = '/usr/bin/sandbox-exec';
const limitMs = 10_000;

/**
 * macOS's Seatbelt by sandbox-exec(1), with Node's permission model inside as a second wall: no
 * writes, no child processes, no reads but the system's libraries and what was granted, no network
 * but the loopback addresses where a service of the run needs them.
 */
export const seatbeltSandbox: Sandbox = {
  name: 'seatbelt',
  isolatesNetwork: false,
  describe: ({ needsNetwork }) =>
    `seatbelt (untested on a Mac${needsNetwork ? '; every loopback address is open' : ''})`,
  start(request) {
    const { readable, needsNetwork, timeZone } = request;
    const profile = seatbeltProfile({
      node: resolved(process.execPath),
      readable: [entry, ...readable].map(resolved),
      opensLoopback: needsNetwork,
    });
    const node = [process.execPath, ...nodeFlags(request), entry, '[]'];
    return spawn(sandboxExec, ['-p', profile, ...node], {
      env: { TZ: timeZone },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
  },
};

/** Whether Node starts under such a profile here. */
export function canSeatbelt(): boolean {
  if (process.platform !== 'darwin' || !existsSync(sandboxExec)) return false;
  const node = resolved(process.execPath);
  const profile = seatbeltProfile({ node, readable: [], opensLoopback: false });
  const args = ['-p', profile, process.execPath, '--eval', '0'];
  return spawnSync(sandboxExec, args, { stdio: 'ignore', env: {}, timeout: limitMs }).status === 0;
}

/**
 * A profile that denies all but what is listed. The paths must be real ones: Seatbelt looks at
 * files after links have been followed.
 */
export function seatbeltProfile({
  node,
  readable,
  opensLoopback,
}: {
  node: string;
  readable: readonly string[];
  opensLoopback: boolean;
}): string {
  const folders = [...new Set([dirname(node), ...readable])];
  return [
    '(version 1)',
    '(deny default)',
    '; libraries, caches of the linker, the clock, random numbers: what Apple lets every program have',
    '(import "system.sb")',
    '(allow sysctl-read)',
    '(allow signal (target self))',
    `(allow process-exec (literal ${quoted(node)}))`,
    ...folders.map((path) => `(allow file-read* (subpath ${quoted(path)}))`),
    '; the way to each of them, but not what lies beside it',
    ...ancestorsOf(folders).map((path) => `(allow file-read-metadata (literal ${quoted(path)}))`),
    ...(opensLoopback ? ['(allow network-outbound (remote ip "localhost:*"))'] : []),
    '',
  ].join('\n');
}

function ancestorsOf(paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(path); !found.has(at); at = dirname(at)) found.add(at);
  }
  return [...found].sort();
}

/** A string of the profile language. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function resolved(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
