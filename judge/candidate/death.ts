// TRUSTED SIDE. Reads from the end of a candidate process, and from its errors, which limit it hit.
import { JudgeError } from '../errors.ts';
import type { Limits } from '../model/problem.ts';
import { describeEnding, endingSignal } from '../sandbox/ending.ts';
import type { Death } from './outcome.ts';
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

/** It ended before it had anything of the submission. `printed` are its last words. */
export function notStarted(how: Error | Death, printed: string): JudgeError {
  const why = how instanceof Error ? how.message : JSON.stringify(how);
  return new JudgeError(
    `The candidate process did not start: ${why}. ${printed} Run "npm ci", then try again.`,
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
