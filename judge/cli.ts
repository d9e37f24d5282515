#!/usr/bin/env node
// The command line. The only file that sets the exit code.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf, UsageError } from './errors.ts';
import type { SandboxChoice } from './sandbox/choose.ts';

// Compiled code of the judge and of vitest is kept between runs; the worker thread reads it too.
// The candidate process has an empty environment and no right to write, so it cannot reach it.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/judge'));

const exitCodes = {
  accepted: 0,
  notAccepted: 1,
  usage: 2,
  judgeError: 3,
  interrupted: 130,
} as const;

const usage = `Usage
  npm run judge                        list the problems
  npm run judge <problem>              judge workspace/<problem>.ts with the hidden tests
  npm run judge sample <problem>       run the visible tests only

Options, after --
  --file PATH      judge another file
  --seed N         replay a run on the same hidden data
  --format json    print the report as JSON (judge-report/1); use "npm run -s judge" for JSON alone
  --sandbox NAME   auto (the strongest that works here), bubblewrap or node
  --no-color       plain text (NO_COLOR works too)
  --root DIR       another folder with problems/, solutions/, fixtures/ and starters/
  --help           this text`;

process.once('SIGINT', () => {
  process.stderr.write('\nStopped. Nothing of the run is left behind.\n');
  process.exit(exitCodes.interrupted);
});
process.once('SIGTERM', () => process.exit(143));

process.exitCode = await main(process.argv.slice(2));
// Whatever vitest or a stream still holds open must not keep the person waiting.
process.stdout.write('', () => process.exit());

async function main(argv: string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    process.stderr.write(
      `${error instanceof UsageError ? '' : 'Judge error: '}${messageOf(error)}\n`,
    );
    return error instanceof UsageError ? exitCodes.usage : exitCodes.judgeError;
  }
}

async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.accepted;
  }
  const screen = {
    columns: process.stdout.columns ?? 80,
    hasColor:
      values.color &&
      !process.env['NO_COLOR'] &&
      (process.stdout.isTTY || Boolean(process.env['FORCE_COLOR'])),
  };
  const { projectRoot } = await import('./problem/locate.ts');
  const root =
    values.root === undefined
      ? projectRoot
      : resolve(process.env['INIT_CWD'] ?? process.cwd(), values.root);
  if (positionals.length === 0) {
    const { home } = await import('./commands/home.ts');
    process.stdout.write(home(root));
    return exitCodes.accepted;
  }
  const [verb, slug, ...rest] =
    positionals[0] === 'sample' ? positionals : ['judge', ...positionals];
  if (slug === undefined)
    throw new UsageError('Say which problem, for instance: npm run judge sample iris');
  if (rest.length > 0) throw new UsageError(`Too many words: "${rest.join(' ')}".\n\n${usage}`);
  const command = {
    root,
    slug,
    file: values.file,
    seed: parseSeed(values.seed),
    format: parseFormat(values.format),
    sandbox: parseSandbox(values.sandbox),
    screen,
  };
  if (verb === 'sample') {
    const { sample } = await import('./commands/sample.ts');
    return exitCodes[await sample(command)];
  }
  const { judgeCommand } = await import('./commands/judge.ts');
  return exitCodes[await judgeCommand(command)];
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      allowNegative: true,
      options: {
        file: { type: 'string' },
        seed: { type: 'string' },
        format: { type: 'string', default: 'text' },
        color: { type: 'boolean', default: true },
        sandbox: { type: 'string', default: 'auto' },
        root: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n\n${usage}`);
  }
}

function parseSeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed >= 2 ** 31)
    throw new UsageError(`--seed takes a whole number from 0 to ${2 ** 31 - 1}, not "${text}".`);
  return seed;
}

function parseFormat(text: string): 'text' | 'json' {
  if (text === 'text' || text === 'json') return text;
  throw new UsageError(`--format takes "text" or "json", not "${text}".`);
}

function parseSandbox(text: string): SandboxChoice {
  if (text === 'auto' || text === 'bubblewrap' || text === 'node') return text;
  throw new UsageError(`--sandbox takes "auto", "bubblewrap" or "node", not "${text}".`);
}
