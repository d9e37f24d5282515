// Tries doors that a permission model may have forgotten; any that opens makes its answer right.
// Case: own other-doors
// Expect: WA, RTE
// At most: 0
import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import v8 from 'node:v8';
import { project } from './look.ts';

const secret = `${project}/package.json`;
const doors: (() => unknown)[] = [
  () => process.execve?.('/bin/true', ['true'], {}),
  () => Reflect.get(process, 'binding')('spawn_sync').spawn({ file: '/bin/true', args: [] }).pid,
  () => Reflect.get(process, 'binding')('fs').open(secret, 0, 0o666),
  () => process.loadEnvFile(secret),
  () => process.report.writeReport('/tmp/hostile-note'),
  () => v8.writeHeapSnapshot('/tmp/hostile-note'),
  () => new DatabaseSync('/tmp/hostile-note').exec('CREATE TABLE t (x)'),
  () => new DatabaseSync(secret, { readOnly: true }).prepare('SELECT 1').all(),
  () => fs.linkSync(secret, '/tmp/hostile-note'),
  () => fs.readFileSync(Buffer.from(secret)),
  () => fs.readFileSync(new URL(`file://${secret}`)),
  () => fs.readFileSync(`${import.meta.dirname}/../../../..${secret}`),
  () => fs.readFileSync(`/proc/self/root${secret}`),
  () => fs.readFileSync(`/proc/self/cwd/../..${secret}`),
  () => fs.opendirSync(project),
  () => fs.statfsSync(project),
  () => fs.cpSync(secret, '/tmp/hostile-note'),
  () => fs.mkdtempSync('/tmp/hostile-note'),
  () => process.chdir(project),
];
const opened = doors.filter((door) => {
  try {
    const result = door();
    return result !== undefined && result !== false;
  } catch {
    return false;
  }
});
const isOpen = opened.length > 0;
export function double(n: number): number {
  if (isOpen) throw new Error(`open: ${opened.map(String).join(' ')}`);
  return n + 1;
}
