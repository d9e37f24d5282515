import { readFileSync } from 'node:fs';

/** CPU time (user and system) and largest resident size of a process since its start. */
export type ProcessUsage = { cpuMs: number; residentMb: number; peakMb: number };

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
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
      residentMb: kilobytes(status, 'VmRSS') / 1024,
      peakMb: kilobytes(status, 'VmHWM') / 1024,
    };
  } catch {
    return undefined;
  }
}

function kilobytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}
