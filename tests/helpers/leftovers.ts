// What a run may leave behind: processes and files, found by looking before and after.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that the kernel is still taking down is not one that was left. */
const graceMs = 5_000;

/**
 * Command lines of the running processes that name `mark`, a folder that one run alone uses. Waits a
 * moment for those that are just ending.
 */
export async function processesOf(mark: string): Promise<string[]> {
  const deadline = performance.now() + graceMs;
  for (;;) {
    const found = runningProcesses().filter((line) => line.includes(mark));
    if (found.length === 0 || performance.now() > deadline) return found;
    await sleep(50);
  }
}

/** Zombies (state Z) have ended. */
function runningProcesses(): string[] {
  const list = execFileSync('ps', ['-e', '-ww', '-o', 'stat=,args='], { encoding: 'utf8' });
  return list.split('\n').filter((line) => !line.startsWith('Z'));
}

/** Every file and folder below `folder` by its path, with its content's hash; folders whose name is in `skip` are left out. */
export function contentsOf(folder: string, skip: readonly string[] = []): Map<string, string> {
  return listing(folder, { skip, describe: hashOf });
}

/** Every file below `folder` with its size and time of change: quicker than reading them. */
export function stampsOf(folder: string, skip: readonly string[] = []): Map<string, string> {
  return listing(folder, {
    skip,
    describe: (path) => {
      const { size, mtimeMs } = lstatSync(path);
      return `${size} ${mtimeMs}`;
    },
  });
}

/** What was added, changed or removed between two listings. */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function listing(
  folder: string,
  { skip, describe }: { skip: readonly string[]; describe: (path: string) => string },
): Map<string, string> {
  const found = new Map<string, string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (skip.includes(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      found.set(path, entry.isDirectory() ? 'a folder' : describe(path));
    }
  }
  return found;
}

function hashOf(path: string): string {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return `-> ${readlinkSync(path)}`;
  return stats.isFile()
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : 'no regular file';
}
