import { readFileSync } from 'node:fs';

/** CPU time (user and system) since a process began, its size now and at most, its threads now. */
export type ProcessUsage = { cpuMs: number; residentMb: number; peakMb: number; threads: number };

/** Linux counts CPU time in /proc in ticks of 10 ms (USER_HZ is 100 on every platform of ours). */
const msPerTick = 10;

/**
 * What a running process and its descendants have used; `undefined` where there is no `/proc` or no
 * such process any more.
 */
export function readUsage(pid: number): ProcessUsage | undefined {
  const own = readOne(pid);
  if (own === undefined) return undefined;
  return childrenOf(pid).reduce((sum, child) => {
    const used = readUsage(child);
    if (used === undefined) return sum;
    return {
      cpuMs: sum.cpuMs + used.cpuMs,
      residentMb: sum.residentMb + used.residentMb,
      peakMb: sum.peakMb + used.peakMb,
      threads: sum.threads + used.threads,
    };
  }, own);
}

/** proc_tid_children(5). */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** proc_pid_stat(5), proc_pid_status(5). */
function readOne(pid: number): ProcessUsage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field, the name, is in parentheses and may itself hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    // utime, stime, and those of children that have ended: cutime, cstime.
    const ticks = fields.slice(11, 15).reduce((sum, count) => sum + Number(count), 0);
    return {
      cpuMs: ticks * msPerTick,
      residentMb: field(status, 'VmRSS') / 1024,
      peakMb: field(status, 'VmHWM') / 1024,
      threads: field(status, 'Threads'),
    };
  } catch {
    return undefined;
  }
}

/** A number of /proc/PID/status; sizes are in kilobytes. */
function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
