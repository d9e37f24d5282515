// Limits that the kernel holds a process to, set by prlimit(1) of util-linux before it begins.
import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { findProgram } from '../programs.ts';
import type { SandboxRequest } from './sandbox.ts';

const mebibyte = 1024 * 1024;
/**
 * What Node 26 needs in RLIMIT_DATA beside what a submission uses: V8 reserves 512 MB for code
 * before it begins, and stacks of threads count in full. Measured: it does not start below 600 MB.
 */
const dataHeadroomMb = 1024;
/** Native libraries start a thread for each core of the machine. */
const addonHeadroomMb = 2048;
/** Up to the limit the host counts and gives the verdict; the kernel only stops a flood. */
const threadHeadroom = 64;
/** Between the signal that a process may catch and the one that it may not. */
const cpuGraceS = 5;

type Confined = Pick<SandboxRequest, 'limits' | 'grants'> & {
  /** Whether the command has a user namespace of its own, in which its threads are counted apart. */
  isOwnUserSpace: boolean;
};

/** The words of `command` under the limits of a request; as they are where there is no prlimit. */
export function withRlimits(
  command: readonly string[],
  { limits, grants, isOwnUserSpace }: Confined,
): readonly string[] {
  const prlimit = findPrlimit(isOwnUserSpace);
  if (prlimit === undefined) return command;
  const cpuS = Math.ceil((limits.cpuFactor * limits.runTimeMs) / 1000);
  const dataMb = dataLimitMb(limits.memoryMb, grants);
  const wanted = {
    nofile: limits.openFiles,
    fsize: limits.fileMb * mebibyte,
    core: 0,
    ...(dataMb !== undefined && { data: dataMb * mebibyte }),
    ...(isOwnUserSpace &&
      countsThreadsPerNamespace() && { nproc: limits.threads + threadHeadroom }),
  };
  const options = Object.entries(wanted).map(([name, value]) => {
    const most = hardLimits().get(name) ?? Infinity;
    return `--${name}=${Math.min(value, most)}`;
  });
  const mostS = hardLimits().get('cpu') ?? Infinity;
  const cpu = `--cpu=${Math.min(cpuS, mostS)}:${Math.min(cpuS + cpuGraceS, mostS)}`;
  return [prlimit, ...options, cpu, '--', ...command];
}

/** A sandbox of its own shows the system's programs only (bubblewrap.ts). */
function findPrlimit(isInside: boolean): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const prlimit = findProgram('prlimit');
  return !isInside || prlimit?.match(/^\/(usr\/)?bin\//) ? prlimit : undefined;
}

/** None for a submission that may start workers: each reserves another 512 MB for code. */
function dataLimitMb(memoryMb: number, grants: SandboxRequest['grants']): number | undefined {
  if (grants.includes('workers')) return undefined;
  return memoryMb + dataHeadroomMb + (grants.includes('addons') ? addonHeadroomMb : 0);
}

/** Since Linux 5.14 a user namespace counts its own threads; before, all of the user's did. */
function countsThreadsPerNamespace(): boolean {
  const [major = 0, minor = 0] = release().split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}

/** Names in /proc/self/limits of the limits that prlimit calls otherwise. */
const names = {
  data: 'Max data size',
  nofile: 'Max open files',
  fsize: 'Max file size',
  core: 'Max core file size',
  nproc: 'Max processes',
  cpu: 'Max cpu time',
};

let known: Map<string, number> | undefined;

/** What we are held to ourselves: asking for more would fail. Absent: unlimited. */
function hardLimits(): Map<string, number> {
  if (known !== undefined) return known;
  known = new Map();
  const text = readFileSync('/proc/self/limits', 'latin1');
  for (const [name, title] of Object.entries(names)) {
    const hard = new RegExp(`^${title} +\\S+ +(\\d+)`, 'm').exec(text)?.[1];
    if (hard !== undefined) known.set(name, Number(hard));
  }
  return known;
}
