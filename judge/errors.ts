/** The judge itself failed. Never the candidate's fault; ends a run as verdict JE, exit code 3. */
export class JudgeError extends Error {
  override readonly name = 'JudgeError';
}

/** The command line or a manifest is wrong. The message says what, where, and what to do next; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The text of anything thrown, for one line of output. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
