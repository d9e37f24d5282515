// That bubblewrap works fully here, kept until the machine starts anew, so that most runs need not
// try it out. That it does not work is never kept: whoever mends it wants to see it mended.
import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { arch } from 'node:process';
import { cacheFolder } from '../cache.ts';
import { findProgram } from '../programs.ts';
import type { Fittings } from './bubblewrap.ts';
import { isFilteredArchitecture, seccompProgram } from './seccomp/filter.ts';

const path = join(cacheFolder, 'bubblewrap');

/** What is known to work; `undefined` when it must be tried. */
export function recallFittings(): Fittings | undefined {
  if (!isFilteredArchitecture(arch)) return undefined;
  try {
    if (readFileSync(path, 'utf8') !== circumstances()) return undefined;
  } catch {
    return undefined;
  }
  return { seccomp: seccompProgram(arch), hasOwnProc: true, hasSizedTmp: true };
}

/** Keeps it when nothing is missing. */
export function rememberFittings({ seccomp, hasOwnProc, hasSizedTmp }: Fittings): void {
  if (seccomp === undefined || !hasOwnProc || !hasSizedTmp) return;
  try {
    mkdirSync(cacheFolder, { recursive: true });
    const unfinished = `${path}-${process.pid}`;
    writeFileSync(unfinished, circumstances());
    renameSync(unfinished, path);
  } catch {
    // Nothing can be kept here: it is tried out every time.
  }
}

/** To be called when a sandbox failed all the same. */
export function forgetFittings(): void {
  rmSync(path, { force: true });
}

/** What the answer depends on: this boot of this kernel, the user, the container, the program. */
function circumstances(): string {
  const { mtimeMs, size } = statSync(findProgram('bwrap') ?? '');
  return [
    readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim(),
    readlinkSync('/proc/self/ns/user'),
    readlinkSync('/proc/self/ns/mnt'),
    process.getuid?.(),
    mtimeMs,
    size,
  ].join(' ');
}
