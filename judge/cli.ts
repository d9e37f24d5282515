// The command line. The only file that sets the exit code.
import { resolve } from 'node:path';
import type { Ending } from './commands/command.ts';
import { refuseKept } from './commands/npm.ts';
import { parseCommandLine, type Options } from './commands/options.ts';
import { findCommand, usage } from './commands/table.ts';
import { messageOf, UsageError } from './errors.ts';
import { listSlugs, projectRoot } from './problem/locate.ts';
import { paragraph, type TextOptions } from './reporters/layout.ts';
import { readStamp } from './session/stamp.ts';

const exitCodes: Record<
  Ending | 'usage' | 'hungUp' | 'interrupted' | 'unread' | 'terminated',
  number
> = {
  done: 0,
  accepted: 0,
  notAccepted: 1,
  usage: 2,
  judgeError: 3,
  hungUp: 129,
  interrupted: 130,
  unread: 141,
  terminated: 143,
};

process.once('SIGINT', () => {
  process.stderr.write('\nStopped. Nothing of the run is left behind.\n');
  process.exit(exitCodes.interrupted);
});
process.once('SIGTERM', () => process.exit(exitCodes.terminated));
process.once('SIGHUP', () => process.exit(exitCodes.hungUp)); // the terminal was closed

process.stdout.on('error', endUnread);

process.exitCode = await main(process.argv.slice(2));
// Whatever vitest or a stream still holds open must not keep the person waiting.
process.stdout.write('', (error) => {
  if (!error) process.exit();
});

/** A report that nobody got is no success, whatever it says. */
function endUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.unread); // enough was read: `judge | head`
  process.stderr.write(
    `The output cannot be written: ${error.message}. Free space, or name another place.\n`,
  );
  process.exit(exitCodes.judgeError);
}

async function main(argv: string[]): Promise<number> {
  try {
    return exitCodes[await run(argv)];
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const message = `${isUsage ? '' : 'Judge error: '}${messageOf(error)}`;
    process.stderr.write(`${fit(message, argv)}\n`);
    return isUsage ? exitCodes.usage : exitCodes.judgeError;
  }
}

/** A terminal would break a sentence inside of its words. */
function fit(message: string, argv: readonly string[]): string {
  const { isTTY, columns } = process.stderr;
  const isPlain = !isTTY || argv.includes('--plain');
  return paragraph(message, { columns, hasColor: false, isPlain }).join('\n');
}

async function run(argv: string[]): Promise<Ending> {
  const line = parseCommandLine(argv);
  const { options } = line;
  if (options.help || line.words[0] === 'help') {
    process.stdout.write(`${usage}\n`);
    return 'done';
  }
  refuseKept(argv, line.written);
  const root = rootOf(options);
  const { load, words } = findCommand(line, listSlugs(root));
  const command = await load();
  return command({ root, words, options, screen: screenOf(options), now: readStamp });
}

/** npm runs scripts in the project's folder; INIT_CWD is where the person stands. */
function rootOf({ root }: Options): string {
  if (root === undefined) return projectRoot;
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), root);
}

function screenOf({ color, plain }: Options): TextOptions {
  const wantsColor = process.stdout.isTTY || Boolean(process.env['FORCE_COLOR']);
  return {
    columns: process.stdout.columns ?? (Number(process.env['COLUMNS']) || 80),
    hasColor: color && !plain && !process.env['NO_COLOR'] && wantsColor,
    isPlain: plain,
  };
}
