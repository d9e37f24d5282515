// Other inputs of the same kind. A hidden suite asks some inputs on every seed; such an input is not
// shown to anybody, but one that differs from it only in its digits, letters and sizes may be.
import type { Random } from './random.ts';

/**
 * A copy of `args` in which the same is the same still: digits and letters are exchanged for others
 * throughout, numbers are multiplied by one factor. Words that mean something (`words`, lower case)
 * and names of keys stay.
 */
export function vary(
  args: readonly unknown[],
  { random, words }: { random: Random; words: ReadonlySet<string> },
): unknown[] {
  const digits = exchange('123456789', random);
  const letters = exchange('abcdefghijklmnopqrstuvwxyz', random);
  const keys = keysOf(args);
  // Each of the three leaves alone what it might spoil: 1e3 is no number when its e is an x.
  const changes = random.pick(['digits', 'letters', 'both'] as const);
  const factor = random.int(2, 9);
  const varyText = (text: string): string => {
    if (keys.has(text)) return text;
    const word = (run: string): string =>
      run.length > 1 && words.has(run.toLowerCase()) ? run : exchangeCase(run, letters);
    const lettered = changes === 'digits' ? text : text.replace(/[A-Za-z]+/g, word);
    return changes === 'letters'
      ? lettered
      : lettered.replace(/[1-9]/g, (digit) => digits.get(digit) ?? digit);
  };
  const varyValue = (value: unknown): unknown => {
    if (typeof value === 'string') return varyText(value);
    if (typeof value === 'number') return changes === 'letters' ? value : value * factor;
    if (Array.isArray(value)) return value.map(varyValue);
    if (typeof value === 'object' && value !== null && !(value instanceof Date))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, varyValue(item)]));
    return value;
  };
  return args.map(varyValue);
}

/** Every character for another one, each for each. */
function exchange(characters: string, random: Random): Map<string, string> {
  const from = Array.from(characters);
  const to = random.shuffle(from);
  return new Map(from.map((character, index) => [character, to[index] ?? character]));
}

function exchangeCase(text: string, letters: ReadonlyMap<string, string>): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const other = letters.get(letter.toLowerCase()) ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}

function keysOf(root: unknown): Set<string> {
  const keys = new Set<string>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) Object.keys(value).forEach((key) => keys.add(key));
    open.push(...Object.values(value).slice(0, maxKeys));
  }
  return keys;
}

const maxKeys = 10_000;
