// npm takes what stands before -- for options of its own, and tells of ours in the environment only.
import { UsageError } from '../errors.ts';
import { definitions, isOptionName, type OptionName } from './options.ts';

type Kept = { name: OptionName; value: string };

/** npm has options of these names, too, which may be set for reasons of their own. */
const ofNpm: readonly OptionName[] = ['color', 'editor'];

/** Throws a `UsageError` with the line that was meant where npm kept an option of ours. */
export function refuseKept(argv: readonly string[], written: readonly OptionName[]): void {
  if (process.env['npm_lifecycle_event'] !== 'judge') return;
  const kept = Object.keys(definitions)
    .filter(isOptionName)
    .filter((name) => !ofNpm.includes(name) && !written.includes(name))
    .flatMap((name): Kept[] => {
      const value = process.env[`npm_config_${name.replaceAll('-', '_')}`];
      return value === undefined ? [] : [{ name, value }];
    });
  if (kept.length === 0) return;
  const names = kept.map(({ name }) => `--${name}`).join(' and ');
  throw new UsageError(
    `npm kept ${names} for itself. Options come after --:\n${lineMeant(argv, kept)}`,
  );
}

function lineMeant(argv: readonly string[], kept: readonly Kept[]): string {
  const others = argv.slice([...argv, '-'].findIndex((word) => word.startsWith('-')));
  const words = argv.slice(0, argv.length - others.length);
  // Of `--seed 7` npm makes "true" and one more word; of two such, nobody knows which is whose.
  const bare = kept.filter(({ name, value }) => takesValue(name) && value === 'true');
  const strays = words.length > bare.length ? words.splice(words.length - bare.length) : [];
  const [stray] = strays.length === 1 ? strays : [];
  const options = kept.map(({ name, value }) => {
    if (!takesValue(name)) return `--${name}`;
    const given = value === 'true' ? stray : value;
    return `--${name} ${given === undefined ? '...' : quote(given)}`;
  });
  return ['npm run judge', ...words.map(quote), '--', ...options, ...others.map(quote)].join(' ');
}

function takesValue(name: OptionName): boolean {
  return definitions[name].type === 'string';
}

function quote(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : JSON.stringify(word);
}
