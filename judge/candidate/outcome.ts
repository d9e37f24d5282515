import type { Moved } from './charge.ts';
import type { Thrown } from './protocol.ts';

/** How a candidate process came to its end other than by our wish. */
export type Death =
  | { kind: 'exited'; how: string }
  | {
      kind: 'timedOut';
      what: 'load' | 'call' | 'answer' | 'run';
      limitMs: number;
      /** The limit was cut, because the function had run out of time before. */
      isHalved?: boolean;
    }
  /** It used more CPU time than one busy thread and some help could. */
  | { kind: 'overworked'; what: 'load' | 'call' | 'run'; limitMs: number }
  | { kind: 'outOfMemory'; limitMb: number }
  | { kind: 'tooManyThreads'; limit: number }
  | { kind: 'tooManyFiles'; limit: number }
  | { kind: 'fileTooLarge'; limitMb: number }
  | { kind: 'flooded'; limitChars: number }
  | { kind: 'answerTooLarge'; limitMb: number }
  /** It sent what no honest candidate process sends. */
  | { kind: 'misspoke'; what: string };

/** Tells a death from what was heard of a living process. */
export function isDeath(heard: object): heard is Death {
  return 'kind' in heard;
}

/** How loading the submission ended. */
export type LoadOutcome =
  | { kind: 'loaded'; functions: string[] }
  | { kind: 'loadFailed'; error: Thrown }
  | Death;

/** How one call into the submission ended. `answer` is in the structured-clone format, unparsed. */
export type CallOutcome =
  | {
      kind: 'returned';
      answer: Uint8Array;
      /** Between `go` and `done`. */
      wallMs: number;
      moved: Moved;
      argumentsChanged: boolean;
    }
  | { kind: 'threw'; error: Thrown; wallMs: number }
  | { kind: 'unsendable'; error: Thrown }
  /** The submission exports no function of that name, only these. */
  | { kind: 'missing'; functions: string[] }
  | Exclude<LoadOutcome, { kind: 'loaded' }>;

/** Whether the process stands ready with its arguments; `go` makes the call. */
export type ArmOutcome =
  | { kind: 'armed'; go: (limitMs: number) => Promise<CallOutcome> }
  | Exclude<CallOutcome, { kind: 'returned' | 'threw' | 'unsendable' }>;

export type CallRequest = {
  name: string;
  /** The arguments, an array in the structured-clone format. */
  args: Uint8Array;
  limitMs: number;
  /** Whether the answer must say if the call changed its arguments. */
  watchArguments: boolean;
  /** Put to the run's second process, which answers nothing else, instead of the one that serves it. */
  isAside?: boolean;
};

/** What the candidate processes of a run used, all together. */
export type Usage = {
  cpuMs: number | undefined;
  peakMemoryMb: number | undefined;
  printedChars: number;
  /** The last of what was printed. */
  printed: string;
  strayErrors: number;
};
