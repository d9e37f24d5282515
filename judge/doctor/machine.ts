import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findEditor, programOf } from '../editor.ts';
import { messageOf } from '../errors.ts';
import type { Finding } from '../model/finding.ts';
import { projectRoot } from '../problem/locate.ts';
import { findProgram } from '../programs.ts';

const clockSampleMs = 50;
const maxDriftMs = 500;

/** Whether the wall clock is plausible and runs as fast as the one that measures. */
export async function checkClock(): Promise<Finding> {
  const name = 'Clock';
  const wall = Date.now();
  const steady = performance.now();
  await sleep(clockSampleMs);
  const driftMs = Math.abs(Date.now() - wall - (performance.now() - steady));
  const today = new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
  const todo = 'Set the date and the time: sessions and reviews are kept by it.';
  const installed = statSync(join(projectRoot, 'package.json')).mtimeMs;
  if (wall < installed)
    return { name, state: 'warn', says: `it is ${today} UTC, before this was installed`, todo };
  if (driftMs > maxDriftMs)
    return { name, state: 'warn', says: `it jumped by ${Math.round(driftMs)} ms just now`, todo };
  return { name, state: 'ok', says: `${today} UTC` };
}

const megabyte = 1024 * 1024;
const scarceMb = 1024;
const tooLittleMb = 50;

/** Whether there is room for a run and for what is kept. */
export function checkDisk(root: string): Finding {
  const name = 'Disk';
  try {
    const free = [tmpdir(), root].map((folder) => {
      accessSync(folder, constants.W_OK);
      const { bavail, bsize } = statfsSync(folder);
      return { folder, mb: Math.floor((bavail * bsize) / megabyte) };
    });
    const says = free.map(({ folder, mb }) => `${sizeOf(mb)} free in ${folder}`).join(', ');
    const least = Math.min(...free.map(({ mb }) => mb));
    if (least >= scarceMb) return { name, state: 'ok', says };
    const state = least < tooLittleMb ? 'fail' : 'warn';
    return { name, state, says, todo: 'Free some space, or set TMPDIR to another folder.' };
  } catch (error) {
    const todo = 'Make the folder writable, or set TMPDIR to another one.';
    return { name, state: 'fail', says: messageOf(error), todo };
  }
}

function sizeOf(mb: number): string {
  return mb < scarceMb ? `${mb} MB` : `${Math.floor(mb / 1024)} GB`;
}

/** Whether the judge could open a file for the person. */
export function checkEditor(): Finding {
  const name = 'Editor';
  const wanted = findEditor();
  const todo = 'Optional, for "judge open". Set EDITOR: export EDITOR="code --wait"';
  if (wanted === undefined)
    return { name, state: 'warn', says: 'EDITOR is not set; open workspace/ yourself', todo };
  const program = programOf(wanted);
  const isThere = program.includes('/') ? existsSync(program) : findProgram(program) !== undefined;
  return isThere
    ? { name, state: 'ok', says: wanted }
    : { name, state: 'warn', says: `EDITOR is "${wanted}", which is not installed`, todo };
}
