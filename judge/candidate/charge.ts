// TRUSTED SIDE. What a call is charged beside the time between `go` and `done`. Moving data is free,
// but the submission says when it has read its arguments and when it is done: it could work before
// the one and after the other, where no clock runs.

/** How long it took to bring the arguments over and to bring the answer back. */
export type Moved = { argumentsMs: number; answerMs: number };

/** What moving anything takes on a busy machine, and what a slow one moves in a millisecond. */
const baseMs = 1_000;
const bytesPerMs = 5_000;

/** Milliseconds that moving took beyond what so many bytes can need. */
export function beyondNeed(moved: Moved, bytes: { args: Uint8Array; answer: Uint8Array }): number {
  const beyond = (tookMs: number, { byteLength }: Uint8Array): number =>
    Math.max(0, tookMs - baseMs - byteLength / bytesPerMs);
  return beyond(moved.argumentsMs, bytes.args) + beyond(moved.answerMs, bytes.answer);
}

const rivalFactor = 2;
const rivalMs = 100;

/** Milliseconds that moving took beyond what an identical process needed for the same data. */
export function beyondRival(own: { moved: Moved }, rival: { moved: Moved }): number {
  const beyond = (ownMs: number, knownMs: number): number =>
    Math.max(0, ownMs - rivalFactor * knownMs - rivalMs);
  return (
    beyond(own.moved.argumentsMs, rival.moved.argumentsMs) +
    beyond(own.moved.answerMs, rival.moved.answerMs)
  );
}

/** Node collects its garbage when it has nothing else to do. */
const idleAllowanceMs = 100;

/**
 * CPU time, in milliseconds, of a process that was asked nothing meanwhile: it may have worked ahead,
 * or have slowed the reference that ran beside it. 0 where it cannot be measured.
 */
export function idleCharge(fromMs: number | undefined, toMs: number | undefined): number {
  if (fromMs === undefined || toMs === undefined) return 0;
  return Math.max(0, toMs - fromMs - idleAllowanceMs);
}
