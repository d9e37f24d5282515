// TRUSTED SIDE. Reads from the end of a candidate process, and from its errors, which limit it hit.
import { JudgeError } from '../errors.ts';
import type { Limits } from '../model/problem.ts';
import { describeEnding, endingSignal } from '../sandbox/ending.ts';
import type { CallOutcome, Death } from './outcome.ts';
import type { Thrown } from './protocol.ts';

/** Why a process ended that the host did not end. `printed` are its last words. */
export function deathOf(
  ending: { code: number | null; signal: NodeJS.Signals | null; printed: string },
  { memoryMb, fileMb, cpuFactor, runTimeMs }: Limits,
): Death {
  const { code, signal, printed } = ending;
  const endedBy = endingSignal(code, signal);
  if (endedBy === 'SIGXCPU')
    return { kind: 'overworked', what: 'run', limitMs: cpuFactor * runTimeMs };
  if (endedBy === 'SIGXFSZ') return { kind: 'fileTooLarge', limitMb: fileMb };
  return /out of memory|heap limit/i.test(printed)
    ? { kind: 'outOfMemory', limitMb: memoryMb }
    : { kind: 'exited', how: describeEnding(code, signal) };
}

/** What became of a process, or of its call, for a message of ours: a verb and what belongs to it. */
export function describeFailure(failure: Exclude<CallOutcome, { kind: 'returned' }>): string {
  switch (failure.kind) {
    case 'threw':
      return `threw ${failure.error.name}: ${failure.error.message}`;
    case 'loadFailed':
      return `did not load: ${failure.error.name}: ${failure.error.message}`;
    case 'unsendable':
      return `returned what is not plain data: ${failure.error.message}`;
    case 'missing':
      return `exports only ${failure.functions.join(', ') || 'nothing'}`;
    case 'exited':
      return failure.how;
    case 'timedOut':
      return `gave no answer within ${failure.limitMs / 1000} s`;
    case 'overworked':
      return `used more than ${failure.limitMs / 1000} s of CPU time`;
    case 'outOfMemory':
      return `used more than ${failure.limitMb} MB`;
    case 'tooManyThreads':
      return `started more than ${failure.limit} threads`;
    case 'tooManyFiles':
      return `opened more than ${failure.limit} files`;
    case 'fileTooLarge':
      return `wrote a file of more than ${failure.limitMb} MB`;
    case 'flooded':
      return `printed more than ${failure.limitChars} characters`;
    case 'answerTooLarge':
      return `sent more than ${failure.limitMb} MB`;
    case 'misspoke':
      return `sent ${failure.what}`;
  }
}

/** It ended before it had anything of the submission. `printed` are its last words. */
export function notStarted(how: Error | Death, printed: string): JudgeError {
  const why = how instanceof Error ? how.message : `it ${describeFailure(how)}`;
  const words = printed.trim();
  return new JudgeError(
    `The candidate process did not start: ${why}.${words && ` Its last words: ${words}`} Run "npm ci", then try again.`,
  );
}

/** The limit that an error of the submission speaks of, where the system refused it something. */
export function limitBehind(
  { name, message }: Thrown,
  { memoryMb, openFiles }: Limits,
): Death | undefined {
  const isRefusedMemory =
    name === 'RangeError' &&
    /allocation failed|failed to allocate memory|could not allocate memory/i.test(message);
  if (isRefusedMemory) return { kind: 'outOfMemory', limitMb: memoryMb };
  return message.startsWith('EMFILE') ? { kind: 'tooManyFiles', limit: openFiles } : undefined;
}
