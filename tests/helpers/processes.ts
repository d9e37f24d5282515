import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export type Found = { pid: number; parent: number; cpuS: number; args: string };

/** Every running process whose arguments hold `mark`; those that have ended are not running. */
export function findProcesses(mark: string): Found[] {
  const listed = execFileSync('ps', ['-ww', '-eo', 'pid=,ppid=,stat=,cputimes=,args='], {
    encoding: 'utf8',
  });
  return listed.split('\n').flatMap((line) => {
    const [pid, parent, state = '', cpuS, ...args] = line.trim().split(/\s+/);
    const found = {
      pid: Number(pid),
      parent: Number(parent),
      cpuS: Number(cpuS),
      args: args.join(' '),
    };
    return found.args.includes(mark) && !state.startsWith('Z') ? [found] : [];
  });
}

/** Waits until `isSo`; tells whether it came true in time. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (await isSo()) return true;
    await sleep(100);
  }
  return false;
}
