import { readFileSync, statSync } from 'node:fs';
import { reasonOf, UsageError } from '../errors.ts';
import type { Submission } from '../model/submission.ts';
import { findDisguise } from './disguise.ts';

/** A source file longer than this is not one that a person wrote in an interview. */
const maxSourceBytes = 1_000_000;

export type Handed =
  | { kind: 'readable'; submission: Submission }
  | { kind: 'unreadable'; message: string };

/**
 * What is handed in by naming `path`: `source` where that is known already, else what the file holds.
 * A link to a file of our own is `unreadable`, too. Throws as `readSubmission` does.
 */
export function handIn(
  path: string,
  { root, source }: { root: string; source?: string | undefined },
): Handed {
  const message = findDisguise(path, root);
  if (message !== undefined) return { kind: 'unreadable', message };
  if (source === undefined) return readSubmission(path);
  return { kind: 'readable', submission: { path, source } };
}

/**
 * Reads the file to be judged. A path that names no file throws a `UsageError`; a file that cannot
 * be source text is the candidate's fault and comes back as `unreadable`.
 */
export function readSubmission(path: string): Handed {
  const bytes = readFile(path);
  const unreadable = (message: string): Handed => ({ kind: 'unreadable', message });
  if (typeof bytes === 'number') {
    return unreadable(
      `the file has ${Math.round(bytes / 1e6)} MB; a submission is source text of at most ${maxSourceBytes / 1e6} MB`,
    );
  }
  if (bytes.includes(0))
    return unreadable('the file is binary; a submission is TypeScript source text');
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'readable', submission: { path, source } };
  } catch {
    return unreadable('the file is not UTF-8 text; save it as UTF-8');
  }
}

/** The bytes, or only their number where there are too many. */
function readFile(path: string): Buffer | number {
  try {
    const stats = statSync(path);
    if (!stats.isFile())
      throw new UsageError(`${path} is not a file. Give the path of a .ts file.`);
    return stats.size > maxSourceBytes ? stats.size : readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${path} cannot be read: ${reasonOf(error)}. Check the path after --file.`,
    );
  }
}
