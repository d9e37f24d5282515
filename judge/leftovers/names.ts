import { pidNamespace, type Identity } from './identity.ts';

/** In a run's folder: the processes of the run, one JSON line each. */
export const childrenFile = 'children';

export type Owner = Identity & { namespace: number };

/** How the names of the folders of one judge process begin. */
export function namePrefix({ pid, began }: Identity): string {
  return `judge-run-${pidNamespace()}-${pid}-${began}-`;
}

/** Whose run folder a name is; `undefined` for a name that is none. */
export function ownerOf(name: string): Owner | undefined {
  const match = /^judge-run-(\d+)-(\d+)-(\d+)-/.exec(name);
  if (match === null) return undefined;
  return { namespace: Number(match[1]), pid: Number(match[2]), began: Number(match[3]) };
}
