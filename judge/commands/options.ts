// The options of every command, parsed and checked in one place.
import { parseArgs } from 'node:util';
import { messageOf, UsageError } from '../errors.ts';
import { formats, type Format } from '../model/format.ts';
import { modes, type Mode } from '../model/session.ts';
import { suggest } from '../problem/load.ts';
import type { SandboxChoice } from '../sandbox/choose.ts';

export const definitions = {
  file: { type: 'string' },
  seed: { type: 'string' },
  seeds: { type: 'string' },
  mutation: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  lines: { type: 'boolean', default: false },
  sandbox: { type: 'string', default: 'auto' },
  mode: { type: 'string' },
  'extra-time': { type: 'string' },
  ticks: { type: 'string' },
  anchors: { type: 'string' },
  date: { type: 'string' },
  short: { type: 'boolean', default: false },
  blind: { type: 'string' },
  editor: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  llm: { type: 'boolean', default: false },
  measure: { type: 'boolean', default: false },
  store: { type: 'boolean', default: false },
  color: { type: 'boolean', default: true },
  plain: { type: 'boolean', default: false },
  root: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type OptionName = keyof typeof definitions;

export type Options = {
  file: string | undefined;
  seed: number | undefined;
  seeds: number | undefined;
  mutation: boolean;
  format: Format;
  lines: boolean;
  sandbox: SandboxChoice;
  mode: Mode | undefined;
  extraTime: number | undefined;
  ticks: string | undefined;
  anchors: string | undefined;
  /** A day as it was typed. */
  date: string | undefined;
  short: boolean;
  blind: string | undefined;
  editor: boolean;
  fresh: boolean;
  llm: boolean;
  measure: boolean;
  store: boolean;
  color: boolean;
  plain: boolean;
  root: string | undefined;
  help: boolean;
};

export type CommandLine = {
  words: string[];
  options: Options;
  /** The options that were written, as a command must know what it does not take. */
  written: OptionName[];
};

/** Reads the command line. Throws a `UsageError` for an unknown option or a value that cannot be. */
export function parseCommandLine(argv: string[]): CommandLine {
  const { values, positionals, tokens } = parse(argv);
  const written = tokens.flatMap((token) =>
    token.kind === 'option' && isOptionName(token.name) ? [token.name] : [],
  );
  const options = {
    file: values.file,
    seed: parseWhole('--seed', values.seed, 2 ** 31),
    seeds: parseWhole('--seeds', values.seeds, 1001),
    mutation: values.mutation,
    format: oneOf('--format', values.format, formats),
    lines: values.lines,
    sandbox: oneOf('--sandbox', values.sandbox, ['auto', 'bubblewrap', 'seatbelt', 'node']),
    mode: values.mode === undefined ? undefined : oneOf('--mode', values.mode, modes),
    extraTime: parseExtraTime(values['extra-time']),
    ticks: values.ticks,
    anchors: values.anchors,
    date: values.date,
    short: values.short,
    blind: values.blind,
    editor: values.editor,
    fresh: values.fresh,
    llm: values.llm,
    measure: values.measure,
    store: values.store,
    color: values.color,
    plain: values.plain,
    root: values.root,
    help: values.help,
  };
  return { words: positionals, options, written };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
      options: definitions,
    });
  } catch (error) {
    throw new UsageError(`${refusalOf(error)}\nAll options: npm run judge -- --help`);
  }
}

/** What Node says of a command line, without its advice: that is about options which begin with a dash. */
function refusalOf(error: unknown): string {
  const message = messageOf(error);
  const [, unknown] = /^Unknown option '(.+?)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const names = Object.keys(definitions).map((name) => `--${name}`);
    const nearest = suggest(unknown, names);
    return `There is no option ${unknown}.${nearest.startsWith('Did you mean') ? ` ${nearest}` : ''}`;
  }
  const [, lacking] = /^Option '([^' ]+)[^']*' argument/.exec(message) ?? [];
  if (lacking === undefined) return message;
  return `${lacking} needs a value after it, one without a dash in front.`;
}

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(definitions, name);
}

function parseWhole(option: string, text: string | undefined, end: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number >= end)
    throw new UsageError(`${option} takes a whole number from 0 to ${end - 1}, not "${text}".`);
  return number;
}

function parseExtraTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const factor = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && factor >= 1 && factor <= 4) return factor;
  throw new UsageError(`--extra-time takes a factor from 1 to 4, for instance 1.5; not "${text}".`);
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} takes ${names.join(', ')}; not "${text}".`);
}
