import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entry, nodeFlags } from './node.ts';
import { withRlimits } from './rlimits.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';

/** What bubblewrap can do here; less in some containers and with old versions. */
export type Fittings = {
  /** The filter for what namespaces leave open (seccomp/filter.ts). */
  seccomp: Buffer | undefined;
  /** Whether /proc is the sandbox's own, or that around it. */
  hasOwnProc: boolean;
  /** Whether the size of /tmp can be bounded; otherwise nothing can be written there. */
  hasSizedTmp: boolean;
};

/** File descriptor of the filter's program in bwrap. */
const seccompFd = 4;

/**
 * Linux namespaces by bubblewrap (bwrap(1)), with Node's permission model inside as a second wall:
 * no network but the run's services, no other process and no child process, no file but the
 * system's libraries and what was granted, an empty environment, a small private /tmp, no new
 * privileges, no system calls that no honest program needs. All of it ends with the judge.
 */
export function bubblewrapSandbox(fittings: Fittings): Sandbox {
  const missing = [
    ...(fittings.seccomp === undefined ? ['no seccomp filter'] : []),
    ...(fittings.hasOwnProc ? [] : ['sees the names of other processes']),
  ];
  return {
    name: 'bubblewrap',
    isolatesNetwork: true,
    describe: () => `bubblewrap${missing.length === 0 ? '' : ` (${missing.join(', ')})`}`,
    start(request) {
      const { bridges } = request;
      const node = [process.execPath, ...nodeFlags(request), entry, JSON.stringify(bridges)];
      return startBehindWalls(node, { request, fittings });
    },
  };
}

/** Starts any command as the candidate process is started, but for Node's permission model. */
export function startBehindWalls(
  command: readonly string[],
  { request, fittings }: { request: SandboxRequest; fittings: Fittings },
): ChildProcess {
  const { limits, runFolder } = request;
  const inside = ['--', ...withRlimits(command, { ...request, isOwnUserSpace: true })];
  const args = [...walls(fittings, limits.fileMb), ...openings(request, fittings)];
  if (fittings.seccomp === undefined)
    return spawn('bwrap', [...args, ...inside], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const filter = openFilter(fittings.seccomp, runFolder);
  try {
    return spawn('bwrap', [...args, '--seccomp', String(seccompFd), ...inside], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', filter],
    });
  } finally {
    closeSync(filter);
  }
}

/** What holds for every sandboxed process, as arguments of bwrap. */
export function walls({ hasOwnProc, hasSizedTmp }: Fittings, temporaryMb: number): string[] {
  const size = hasSizedTmp ? ['--size', String(temporaryMb * 1024 * 1024)] : [];
  // oxfmt-ignore
  return [
    '--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL',
    '--hostname', 'judge', '--clearenv',
    ...systemFolders(),
    ...(hasOwnProc ? ['--proc', '/proc'] : ['--ro-bind', '/proc', '/proc']),
    '--dev', '/dev', ...size, '--tmpfs', '/dev/shm', '--remount-ro', '/dev',
    ...size, '--tmpfs', '/tmp',
  ];
}

/** What one candidate process gets to see; the rest of the tree cannot be written after it. */
function openings({ readable, bridges, timeZone }: SandboxRequest, fittings: Fittings): string[] {
  const visible = [...new Set([dirname(process.execPath), entry, ...readable])];
  const sockets = bridges.map(({ socketPath }) => dirname(socketPath));
  const size = fittings.hasSizedTmp ? ['--size', '4096'] : [];
  const boundless = fittings.hasSizedTmp ? [] : ['/dev/shm', '/tmp'];
  const masked = visible.filter((path) => basename(path) === 'node_modules').flatMap(toolFolders);
  return [
    ...[...visible, ...sockets].flatMap((path) => ['--ro-bind-try', path, path]),
    ...masked.flatMap((path) => [...size, '--tmpfs', path, '--remount-ro', path]),
    ...boundless.flatMap((path) => ['--remount-ro', path]),
    ...`--chdir /tmp --remount-ro / --setenv TZ ${timeZone}`.split(' '),
  ];
}

/** Folders of node_modules in which tools keep what they like; nothing of it is a library. */
function toolFolders(modules: string): string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('.') && entry.name !== '.bin')
    .map(({ name }) => join(modules, name));
}

/** The system's programs and libraries: below /usr, or beside it, or links into it. */
function systemFolders(): string[] {
  return ['bin', 'lib', 'lib32', 'lib64']
    .flatMap((name) => {
      const inUsr = ['--ro-bind-try', `/usr/${name}`, `/usr/${name}`];
      const stats = lstatSync(`/${name}`, { throwIfNoEntry: false });
      if (stats === undefined) return inUsr;
      return stats.isSymbolicLink()
        ? [...inUsr, '--symlink', readlinkSync(`/${name}`), `/${name}`]
        : [...inUsr, '--ro-bind', `/${name}`, `/${name}`];
    })
    .concat('--ro-bind-try', '/etc/ld.so.cache', '/etc/ld.so.cache');
}

/** bwrap reads the program to its end, so each process gets a file of its own. */
function openFilter(program: Buffer, runFolder: string): number {
  const path = join(runFolder, 'seccomp');
  if (!existsSync(path)) writeFileSync(path, program);
  return openSync(path, 'r');
}
