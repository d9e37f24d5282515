// TRUSTED SIDE. Reads from the end of a candidate process, and from its errors, which limit it hit.
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

/** Whether an error is what Node says when the system gives no more memory. */
export function isAllocationFailure({ name, message }: Thrown): boolean {
  return (
    name === 'RangeError' &&
    /allocation failed|failed to allocate memory|could not allocate memory/i.test(message)
  );
}
