// Finds out what bubblewrap can do here, by trying it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch } from 'node:process';
import { findProgram } from '../programs.ts';
import { walls, type Fittings } from './bubblewrap.ts';
import { isFilteredArchitecture, seccompProgram } from './seccomp/filter.ts';

export type Probe =
  | { kind: 'works'; fittings: Fittings }
  | { kind: 'absent' }
  /** Installed, but it cannot make its namespaces; `why` is its own word. */
  | { kind: 'refused'; why: string };

const limitMs = 5_000;

/** Starts a program that does nothing behind all walls, and behind fewer where one cannot be built. */
export function probeBubblewrap(): Probe {
  if (findProgram('bwrap') === undefined) return { kind: 'absent' };
  let fittings: Fittings = {
    seccomp: isFilteredArchitecture(arch) ? seccompProgram(arch) : undefined,
    hasOwnProc: true,
    hasSizedTmp: true,
  };
  for (;;) {
    const why = tryOut(fittings);
    if (why === undefined) return { kind: 'works', fittings };
    const lesser = without(fittings, why);
    if (lesser === undefined) return { kind: 'refused', why };
    fittings = lesser;
  }
}

/** What to do so that bubblewrap works; for people. */
export function bubblewrapRemedy(probe: Exclude<Probe, { kind: 'works' }>): string {
  if (probe.kind === 'absent')
    return 'Install it: apt install bubblewrap (Debian, Ubuntu), dnf install bubblewrap (Fedora), pacman -S bubblewrap (Arch).';
  if (readSetting('kernel/apparmor_restrict_unprivileged_userns') === '1')
    return 'AppArmor forbids it. Allow it: sudo apt install apparmor-profiles && sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ && sudo systemctl reload apparmor';
  if (readSetting('kernel/unprivileged_userns_clone') === '0')
    return 'Allow user namespaces: sudo sysctl kernel.unprivileged_userns_clone=1';
  if (readSetting('user/max_user_namespaces') === '0')
    return 'Allow user namespaces: sudo sysctl user.max_user_namespaces=10000';
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv'))
    return 'The container forbids namespaces. Start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined, or judge outside of it.';
  return 'Ask whoever runs this machine to allow user namespaces.';
}

/** Why it did not work; `undefined` when it did. */
function tryOut(fittings: Fittings): string | undefined {
  const { seccomp } = fittings;
  const args = [...walls(fittings, 1), ...(seccomp === undefined ? [] : ['--seccomp', '0'])];
  const { status, stderr, error } = spawnSync('bwrap', [...args, '--', 'true'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    input: seccomp ?? '',
    encoding: 'utf8',
    timeout: limitMs,
  });
  if (status === 0) return undefined;
  const said = stderr
    .trim()
    .split('\n', 1)[0]
    ?.replace(/^bwrap: /, '');
  return said || error?.message || `it ended with code ${status}`;
}

/** The walls without the one that could not be built; `undefined` where all are needed. */
function without(fittings: Fittings, why: string): Fittings | undefined {
  if (fittings.seccomp !== undefined && /seccomp/i.test(why))
    return { ...fittings, seccomp: undefined };
  if (fittings.hasSizedTmp && /--size/.test(why)) return { ...fittings, hasSizedTmp: false };
  if (fittings.hasOwnProc && /proc on|\/proc/.test(why)) return { ...fittings, hasOwnProc: false };
  return undefined;
}

function readSetting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
