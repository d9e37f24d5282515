// Removes what a judge left that was killed before it could tidy up.
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identitySchema, isRunning } from './identity.ts';
import { childrenFile, folderPrefix, readOwner, stateOf, type Owner } from './names.ts';

/** No run lasts so long; of a judge in another container its age is all there is to know. */
const oldestMs = 24 * 60 * 60_000;

/** Ends the processes and removes the folders of runs whose judge is gone. Never throws. */
export function sweepLeftovers(folder: string = tmpdir()): void {
  try {
    for (const name of readdirSync(folder)) {
      const owner = readOwner(name, folderPrefix);
      if (owner !== undefined) sweepOne(join(folder, name), owner);
    }
  } catch {
    // The folder cannot be listed: nothing of ours is there to be found.
  }
}

function sweepOne(path: string, owner: Owner): void {
  try {
    const { uid, mtimeMs } = lstatSync(path);
    if (uid !== (process.getuid?.() ?? uid)) return;
    const state = stateOf(owner);
    if (state === 'running') return;
    if (state === 'unknown' && Date.now() - mtimeMs < oldestMs) return;
    if (state === 'gone') endChildren(path);
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  } catch {
    // Another judge may be sweeping it too; what stays is the next run's.
  }
}

function endChildren(path: string): void {
  if (process.platform === 'win32') return; // the number may be another program's by now
  for (const line of readLines(join(path, childrenFile))) {
    const child = identitySchema.safeParse(parse(line)).data;
    if (child !== undefined && isRunning(child)) process.kill(child.pid, 'SIGKILL');
  }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** The last line of a judge that was killed may be cut short. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
