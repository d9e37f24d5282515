import type { Stamp } from '../model/session.ts';
import type { TextOptions } from '../reporters/layout.ts';
import type { Options } from './options.ts';

/** What the command line asks of a command. */
export type Invocation = {
  /** The folder with `problems/`, `solutions/`, `fixtures/`, `starters/`. */
  root: string;
  /** The words after the verb. */
  words: readonly string[];
  options: Options;
  screen: TextOptions;
  /** Reads the clocks. */
  now: () => Stamp;
  /** Ends a judging before its verdict; absent where Ctrl-C ends the whole judge. */
  signal?: AbortSignal;
};

/** How a command ended; the command line makes the exit code of it. */
export type Ending = 'done' | 'accepted' | 'notAccepted' | 'judgeError' | 'interrupted';

/** Throws a `UsageError` for words or options that make no sense. */
export type Command = (invocation: Invocation) => Promise<Ending>;
