// What the keys of watch do: mostly what the command of that name does.
import { readFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Mode } from '../model/session.ts';
import { renderStatement } from '../reporters/statement.ts';
import { renderKeys } from '../reporters/watch.ts';
import type { KeyCommand } from '../watch/steps.ts';
import { pause, resume, time } from './clock.ts';
import type { Invocation } from './command.ts';
import { hint } from './hint.ts';
import { openBeside } from './open.ts';
import { why } from './why.ts';

export type Desk = {
  invocation: Invocation;
  problem: Problem;
  /** Absolute path of the file that is watched. */
  path: string;
  /** Clock and mode are of the problem's session, if one is running. */
  clock: Clock | undefined;
  mode: Mode | undefined;
  /** Does something with the terminal left to it. */
  aside: (work: () => Promise<void>) => Promise<void>;
};

/** Does what a key asks for. Throws a `UsageError` where that makes no sense now. */
export async function obey(command: KeyCommand, desk: Desk): Promise<void> {
  const { problem, path, clock, mode, aside } = desk;
  const { slug, paths } = problem;
  const { screen } = desk.invocation;
  // Not with the run's seed: its inputs are hidden.
  const options = { ...desk.invocation.options, seed: undefined };
  const invocation = { ...desk.invocation, words: [slug], options };
  switch (command) {
    case 'hint':
      return void (await hint(invocation));
    case 'why':
      return void (await why(invocation));
    case 'time':
      requireClock(clock, slug);
      return void (await time(invocation));
    case 'pause': {
      const { kind } = requireClock(clock, slug);
      return void (await (kind === 'paused' ? resume : pause)(invocation));
    }
    case 'statement':
      return print(renderStatement(readFileSync(paths.statement, 'utf8'), screen));
    case 'keys':
      return print(renderKeys(mode, screen));
    case 'open':
      return aside(() => openBeside(path));
  }
}

function requireClock(clock: Clock | undefined, slug: string): Clock {
  if (clock !== undefined) return clock;
  throw new UsageError(
    `No session of ${slug} is running. Begin one in another terminal: npm run judge start ${slug}`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
