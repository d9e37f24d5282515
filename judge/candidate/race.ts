// TRUSTED SIDE. Times a submission against the reference solution, on the same machine at the same
// time, so that no limit depends on how fast or how busy the machine is.
import { JudgeError } from '../errors.ts';
import { beyondRival, idleCharge } from './charge.ts';
import { describeFailure } from './death.ts';
import type { CandidateHost } from './host.ts';
import type { CallOutcome, CallRequest } from './outcome.ts';

/** A call may take `maxRatio` times the reference's time, and `floorMs` in any case. */
export type RaceLimits = {
  maxRatio: number;
  floorMs: number;
  /** Arguments of the reference's call, in the structured-clone format, where they differ. */
  referenceArgs?: Uint8Array | undefined;
};

export type RaceOutcome =
  | { kind: 'raced'; answer: Uint8Array; candidateMs: number; referenceMs: number; hasWon: boolean }
  /** Ended at `limitMs`, beyond hope, in two rounds. */
  | { kind: 'outrun'; limitMs: number; referenceMs: number }
  | Exclude<CallOutcome, { kind: 'returned' }>;

type Racer = Pick<CandidateHost, 'loaded' | 'arm'> & {
  meter: Pick<CandidateHost['meter'], 'measure'>;
};

export type Racers = {
  rival: Racer;
  /**
   * The process for a round, from 1. After a lost round it is another, which cannot have kept its
   * answer: the arguments are the same.
   */
  candidateOf: (round: number) => Racer;
};

const maxRounds = 3;
/** A call this many times over its limit is hardly the machine's noise: it is ended there. */
const graceFactor = 3;
/** But a machine may stall once, so that many rounds must end so. */
const maxOutruns = 2;
/**
 * A machine so busy that a submission would be too slow slows the reference as well. Its failure would
 * be ours, so it gets the time.
 */
const referencePatience = 6;

/**
 * Runs rounds of reference and candidate in turn until one is won, all are lost, or two were ended as
 * hopeless; the fastest of each counts. A win that rests on the reference's time needs that time to
 * be measured twice.
 */
export async function race(
  { rival, candidateOf }: Racers,
  request: CallRequest,
  limits: RaceLimits,
): Promise<RaceOutcome> {
  let candidateMs = Infinity;
  let referenceMs = Infinity;
  let outruns = 0;
  const referenceRequest = patiently({ ...request, args: limits.referenceArgs ?? request.args });
  const timeReference = async () => {
    const known = await time(rival, referenceRequest);
    if (known.kind !== 'returned') throw referenceFailed(request, known);
    referenceMs = Math.min(referenceMs, known.wallMs);
    return known;
  };
  const allowedMs = (): number => Math.max(limits.maxRatio * referenceMs, limits.floorMs);
  for (let round = 1; ; round += 1) {
    const candidate = candidateOf(round);
    const loaded = await candidate.loaded;
    if (loaded.kind !== 'loaded') return loaded;
    const idle = { fromMs: candidate.meter.measure()?.cpuMs };
    const known = await timeReference();
    const idleMs = idleCharge(idle.fromMs, candidate.meter.measure()?.cpuMs);
    const limitMs = Math.ceil(graceFactor * allowedMs());
    const asked = await time(candidate, { ...request, limitMs });
    if (asked.kind === 'timedOut') {
      outruns += 1;
      if (outruns < maxOutruns && round < maxRounds) continue;
      return { kind: 'outrun', limitMs, referenceMs };
    }
    if (asked.kind !== 'returned') return asked;
    candidateMs = Math.min(candidateMs, asked.wallMs + beyondRival(asked, known) + idleMs);
    // A reference that stalled in the first round would let anyone win.
    if (round === 1 && limits.floorMs < candidateMs && candidateMs <= allowedMs())
      await timeReference();
    const hasWon = candidateMs <= allowedMs();
    if (hasWon || round === maxRounds)
      return { kind: 'raced', answer: asked.answer, candidateMs, referenceMs, hasWon };
  }
}

async function time(host: Racer, request: CallRequest): Promise<CallOutcome> {
  const armed = await host.arm(request);
  return armed.kind === 'armed' ? armed.go(request.limitMs) : armed;
}

/** The request as it is put to the reference, whose time nobody judges. */
export function patiently(request: CallRequest): CallRequest {
  return { ...request, limitMs: referencePatience * request.limitMs };
}

/** The reference is ours, and so is its failure. */
export function referenceFailed(
  { name }: CallRequest,
  outcome: Exclude<CallOutcome, { kind: 'returned' }>,
): JudgeError {
  return new JudgeError(
    `The reference solution failed at ${name}: it ${describeFailure(outcome)}. Restore it, for instance with "git checkout -- solutions".`,
  );
}
