import { readFileSync } from 'node:fs';

/** CPU time (user and system) and largest resident size of a process since its start. */
export type ProcessUsage = { cpuMs: number; residentMb: number; peakMb: number };

/** Linux counts CPU time in /proc in ticks of 10 ms (USER_HZ is 100 on every platform of ours). */
const msPerTick = 10;

/**
 * What a running process has used, from `/proc` (proc_pid_stat(5), proc_pid_status(5));
 * `undefined` where there is no `/proc` or no such process any more.
 */
export function readUsage(pid: number): ProcessUsage | undefined {
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
