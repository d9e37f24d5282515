import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Stamp } from '../model/session.ts';

/** Reads both clocks of the machine. */
export function readStamp(): Stamp {
  return { wallMs: Date.now(), upMs: Math.round(uptime() * 1000), boot: (boot ??= readBoot()) };
}

let boot: string | undefined;

/** The name that the system gives to this start of the machine; empty where it gives none. */
function readBoot(): string {
  try {
    if (process.platform === 'linux')
      return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    if (process.platform === 'darwin')
      return execFileSync('sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim();
  } catch {
    // A restart is then known by an uptime that shrank.
  }
  return '';
}
