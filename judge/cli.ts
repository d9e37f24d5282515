#!/usr/bin/env node
// The command line. The only file that sets the exit code.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache.ts';
import type { Ending } from './commands/command.ts';
import { parseCommandLine, type Options } from './commands/options.ts';
import { findCommand, usage } from './commands/table.ts';
import { messageOf, UsageError } from './errors.ts';
import { projectRoot } from './problem/locate.ts';
import type { TextOptions } from './reporters/layout.ts';

// Compiled code of the judge and of vitest is kept between runs; the worker thread reads it too.
// The candidate process may neither read nor write there.
enableCompileCache(join(cacheFolder, 'code'));

const exitCodes: Record<Ending | 'usage' | 'hungUp' | 'interrupted' | 'terminated', number> = {
  done: 0,
  accepted: 0,
  notAccepted: 1,
  usage: 2,
  judgeError: 3,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
};

process.once('SIGINT', () => {
  process.stderr.write('\nStopped. Nothing of the run is left behind.\n');
  process.exit(exitCodes.interrupted);
});
process.once('SIGTERM', () => process.exit(exitCodes.terminated));
process.once('SIGHUP', () => process.exit(exitCodes.hungUp)); // the terminal was closed

// Whoever reads us may stop reading: `judge | head`.
process.stdout.on('error', () => process.exit());

process.exitCode = await main(process.argv.slice(2));
// Whatever vitest or a stream still holds open must not keep the person waiting.
process.stdout.write('', () => process.exit());

async function main(argv: string[]): Promise<number> {
  try {
    return exitCodes[await run(argv)];
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${isUsage ? '' : 'Judge error: '}${messageOf(error)}\n`);
    return isUsage ? exitCodes.usage : exitCodes.judgeError;
  }
}

async function run(argv: string[]): Promise<Ending> {
  const line = parseCommandLine(argv);
  const { options } = line;
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 'done';
  }
  const { load, words } = findCommand(line);
  const command = await load();
  return command({ root: rootOf(options), words, options, screen: screenOf(options) });
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
