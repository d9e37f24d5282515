// Tells a process from a later one that got the same number.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { z } from 'zod';

/** A process and when it began: in clock ticks since boot (Linux), else in seconds since 1970. */
export type Identity = { pid: number; began: number };

export const identitySchema = z.strictObject({ pid: z.int().positive(), began: z.number() });

const isLinux = process.platform === 'linux';
/** Outside of Linux our own clock is compared with that of ps(1). */
const toleranceS = 2;

/** The identity of a process that was started just now, or of this one. */
export function identify(pid: number): Identity {
  if (isLinux) return { pid, began: beganOnLinux(pid) ?? 0 };
  const ms = pid === process.pid ? performance.timeOrigin : Date.now();
  return { pid, began: Math.round(ms / 1000) };
}

/**
 * Whether that very process still runs; one that has ended but is not yet reaped does not. Windows
 * tells no beginnings: there it may be a later process of that number.
 */
export function isRunning({ pid, began }: Identity): boolean {
  if (isLinux) return beganOnLinux(pid) === began;
  if (process.platform === 'win32') return exists(pid);
  const found = beganByPs(pid);
  return found !== undefined && Math.abs(found - began) <= toleranceS;
}

/** Process numbers mean something in one PID namespace only; 0 where there are none. */
export function pidNamespace(): number {
  if (!isLinux) return 0;
  const link = readlinkSync('/proc/self/ns/pid'); // pid:[4026531836]
  return Number(/\d+/.exec(link)?.[0] ?? 0);
}

/** proc_pid_stat(5): state and starttime. */
function beganOnLinux(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : Number(fields[19]);
  } catch {
    return undefined;
  }
}

function beganByPs(pid: number): number | undefined {
  const options = {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    timeout: 2_000,
  } as const;
  const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], options);
  const ms = status === 0 ? Date.parse(stdout.trim()) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms / 1000;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
