import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { findProgram } from '../programs.ts';
import { bubblewrapRemedy, probeBubblewrap } from '../sandbox/probe.ts';
import { canSeatbelt } from '../sandbox/seatbelt.ts';

/** Which sandbox `auto` takes here, what it lacks, and how to get a stronger one. */
export function checkSandbox(): Finding {
  if (process.platform === 'linux') return checkBubblewrap();
  const name = 'Sandbox';
  if (process.platform !== 'darwin')
    return { name, state: 'warn', says: 'node permissions; nothing stronger on this system' };
  return canSeatbelt()
    ? { name, state: 'ok', says: 'seatbelt (nobody has tried it on a Mac yet)' }
    : { name, state: 'warn', says: 'node permissions; Node does not start under sandbox-exec' };
}

function checkBubblewrap(): Finding {
  const name = 'Sandbox';
  const probe = probeBubblewrap();
  if (probe.kind !== 'works') {
    const why = probe.kind === 'absent' ? 'is not installed' : `does not work here: ${probe.why}`;
    const says = `node permissions, because bubblewrap ${why}`;
    return { name, state: 'warn', says, todo: bubblewrapRemedy(probe) };
  }
  const version = spawnSync('bwrap', ['--version'], { encoding: 'utf8' }).stdout.trim();
  const { seccomp, hasOwnProc, hasSizedTmp } = probe.fittings;
  const missing = [
    ...(seccomp === undefined ? ['no seccomp filter'] : []),
    ...(hasOwnProc ? [] : ['no /proc of its own (a container around it forbids that)']),
    ...(hasSizedTmp ? [] : ['nothing can be written to /tmp (bubblewrap before 0.7)']),
  ];
  return missing.length === 0
    ? { name, state: 'ok', says: `${version}: namespaces, seccomp filter, node permissions` }
    : { name, state: 'warn', says: `${version}, but ${missing.join('; ')}` };
}

/** What the kernel enforces beside what the host measures. */
export function checkLimits(): Finding {
  const name = 'Limits';
  if (process.platform !== 'linux') {
    const says = 'wall time, heap and output only: CPU time and memory are read from Linux’s /proc';
    return { name, state: 'warn', says };
  }
  const missing = ['prlimit', 'setpriv'].filter((program) => findProgram(program) === undefined);
  const cgroup = `cgroup v2 ${isCgroupDelegated() ? 'is' : 'is not'} delegated (not used)`;
  if (missing.length === 0)
    return { name, state: 'ok', says: `by the kernel (prlimit) and by sampling; ${cgroup}` };
  return {
    name,
    state: 'warn',
    says: `by sampling; ${missing.join(' and ')} of util-linux ${missing.length === 1 ? 'is' : 'are'} not installed`,
    todo: 'Install util-linux: memory is then bounded at once, and a killed judge leaves no process.',
  };
}

/** Whether we could make a cgroup beside our own and move a process there: cgroups(7). */
function isCgroupDelegated(): boolean {
  try {
    const own = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '';
    const parent = dirname(join('/sys/fs/cgroup', own));
    accessSync(join(parent, 'cgroup.procs'), constants.W_OK);
    const controllers = readFileSync(join(parent, 'cgroup.subtree_control'), 'utf8');
    return controllers.split(/\s/).includes('memory');
  } catch {
    return false;
  }
}
