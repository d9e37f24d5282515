import { identify, isRunning, pidNamespace, type Identity } from './identity.ts';

/** In a run's folder: the processes of the run, one JSON line each. */
export const childrenFile = 'children';

/** How the names of the folders of runs begin. */
export const folderPrefix = 'judge-run-';

/** A judge process. */
export type Owner = Identity & { namespace: number };

/** This judge process, for the name of something that must not outlive it. */
export function ownerTag(): string {
  const { pid, began } = identify(process.pid);
  return `${pidNamespace()}-${pid}-${began}`;
}

/** Whose a thing is that is named `prefix`, a tag, and more; `undefined` for another name. */
export function readOwner(name: string, prefix: string): Owner | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const match = /^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length));
  if (match === null) return undefined;
  return { namespace: Number(match[1]), pid: Number(match[2]), began: Number(match[3]) };
}

/** Whether the judge has ended; `unknown` of one whose process numbers are not ours. */
export function stateOf(owner: Owner): 'running' | 'gone' | 'unknown' {
  if (owner.namespace !== pidNamespace()) return 'unknown';
  return isRunning(owner) ? 'running' : 'gone';
}
