import type { SandboxChoice } from '../sandbox/choose.ts';
import type { TextOptions } from '../reporters/text.ts';

/** What the command line asks of a command about one problem. */
export type Command = {
  root: string;
  slug: string;
  file: string | undefined;
  seed: number | undefined;
  format: 'text' | 'json';
  sandbox: SandboxChoice;
  screen: TextOptions;
};

export type Ending = 'accepted' | 'notAccepted' | 'judgeError';
