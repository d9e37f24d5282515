import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { entry, nodeFlags } from './node.ts';
import type { Sandbox } from './sandbox.ts';

const temporaryBytes = 64 * 1024 * 1024;

/**
 * Linux namespaces by bubblewrap (bwrap(1)), with Node's permission model inside as a second wall:
 * no network but the run's services, no other process, no file but the system's libraries and what
 * was granted, an empty environment, a small private /tmp. All of it ends with the judge.
 */
export const bubblewrapSandbox: Sandbox = {
  name: 'bubblewrap',
  isolatesNetwork: true,
  describe: () => 'bubblewrap',
  start(request) {
    const { readable, bridges, timeZone } = request;
    const visible = [...new Set([dirname(process.execPath), entry, ...readable])];
    const sockets = bridges.map(({ socketPath }) => dirname(socketPath));
    // oxfmt-ignore
    const args = [
      '--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL',
      '--hostname', 'judge', '--clearenv', '--setenv', 'TZ', timeZone,
      ...systemFolders(),
      '--proc', '/proc', '--dev', '/dev',
      '--size', String(temporaryBytes), '--tmpfs', '/tmp',
      ...[...visible, ...sockets].flatMap((path) => ['--ro-bind-try', path, path]),
      '--chdir', '/tmp', '--remount-ro', '/',
      '--', process.execPath, ...nodeFlags(request), entry, JSON.stringify(bridges),
    ];
    return spawn('bwrap', args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  },
};

/** Whether bubblewrap is installed and this kernel lets it make its namespaces. */
export function canBubblewrap(): boolean {
  if (process.platform !== 'linux') return false;
  const args = ['--unshare-all', '--die-with-parent', '--ro-bind', '/', '/', 'true'];
  return spawnSync('bwrap', args, { stdio: 'ignore', timeout: 5_000 }).status === 0;
}

/** /usr, and the folders of the root that are links into it or stand beside it. */
function systemFolders(): string[] {
  const folders = ['/bin', '/sbin', '/lib', '/lib32', '/lib64'].flatMap((path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    return stats.isSymbolicLink()
      ? ['--symlink', readlinkSync(path), path]
      : ['--ro-bind', path, path];
  });
  return [
    '--ro-bind',
    '/usr',
    '/usr',
    ...folders,
    '--ro-bind-try',
    '/etc/ld.so.cache',
    '/etc/ld.so.cache',
  ];
}
