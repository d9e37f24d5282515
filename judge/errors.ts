/** The judge itself failed. Never the candidate's fault; ends a run as verdict JE, exit code 3. */
export class JudgeError extends Error {
  override readonly name = 'JudgeError';
}

/** The command line or a manifest is wrong. The message says what, where, and what to do next; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A run was ended before its verdict, because nobody wants it any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The text of anything thrown, for one line of output. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'it is there already',
  EACCES: 'that is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
};

/** Why the file system refused, in words where it is one of the everyday reasons. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? messageOf(error);
}
