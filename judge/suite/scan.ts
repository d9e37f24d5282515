// TRUSTED SIDE. Reads from the bytes of an answer what they would unfold to, before anything is made
// of them: three bytes may stand for an object of a hundred, nine for a list of a thousand million
// places, and an answer that fills our memory would end the judge instead of the submission.
import { serialize } from 'node:v8';

/** Far above what a solution of any problem answers, far below what hurts. */
export const maxValues = 20_000_000;
const maxObjects = 2_000_000;

export type Scan =
  /** Few enough values, and so many mentions of an object that stands elsewhere. */
  | { kind: 'plain'; mentions: number }
  | { kind: 'tooMany' }
  | { kind: 'holes' }
  /** Nothing that a problem asks for, and more than we care to read. */
  | { kind: 'foreign'; what: string }
  | { kind: 'unreadable' };

/** What follows a tag: numbers, raw bytes, bytes that a number counts, digits that a bit field counts. */
type Part = 'number' | 'counted' | 'digits' | 8;
type Token = { parts: Part[]; makes?: 'object' | 'list' | 'sparseList' | 'mention' };

/**
 * The tokens of the structured-clone format (V8's value-serializer.cc) as Node writes it: a flat row
 * of a tag and its parts. An object is its members between two tags; nesting need not be followed.
 */
const tokens = new Map<string, Token>([
  ...Array.from('\0-_0TF', (tag): [string, Token] => [tag, { parts: [] }]),
  ...Array.from('IU?{,:', (tag): [string, Token] => [tag, { parts: ['number'] }]),
  ...Array.from('$@', (tag): [string, Token] => [tag, { parts: ['number', 'number'] }]),
  ...Array.from('S"c', (tag): [string, Token] => [tag, { parts: ['counted'] }]),
  ...Array.from(";'osxy", (tag): [string, Token] => [tag, { parts: [], makes: 'object' }]),
  ...Array.from('Dn', (tag): [string, Token] => [tag, { parts: [8], makes: 'object' }]),
  ['N', { parts: [8] }],
  ['Z', { parts: ['digits'] }],
  ['z', { parts: ['digits'], makes: 'object' }],
  ['A', { parts: ['number'], makes: 'list' }],
  ['a', { parts: ['number'], makes: 'sparseList' }],
  ['B', { parts: ['counted'], makes: 'object' }],
  ['\\', { parts: ['number', 'counted'], makes: 'object' }],
  ['^', { parts: ['number'], makes: 'mention' }],
]);
const tokenOf = Array.from({ length: 256 }, (_, tag) => tokens.get(String.fromCharCode(tag)));

const foreign = new Map([
  ['R'.charCodeAt(0), 'a regular expression'],
  ['r'.charCodeAt(0), 'an error'],
]);

/** The two bytes that every answer of this Node begins with: a tag and the version of the format. */
const start = serialize(null).subarray(0, 2);

/** Says what `bytes` would unfold to; does not say that they are well-formed. */
export function scan(bytes: Uint8Array): Scan {
  if (!start.equals(bytes.subarray(0, 2))) return { kind: 'unreadable' };
  const reader = new Reader(bytes, start.byteLength);
  const found = { value: 0, object: 0, list: 0, sparseList: 0, mention: 0 };
  while (!reader.isAtEnd) {
    const tag = reader.byte();
    const token = tokenOf[tag];
    if (token === undefined) {
      const what = foreign.get(tag);
      return what === undefined ? { kind: 'unreadable' } : { kind: 'foreign', what };
    }
    const size = reader.skip(token.parts);
    found.value += 1;
    if (token.makes === 'mention') found.mention += 1;
    else if (token.makes !== undefined) found.object += 1;
    if (token.makes === 'list' || token.makes === 'sparseList') found[token.makes] += size;
    if (found.value > maxValues || found.object > maxObjects) return { kind: 'tooMany' };
    if (found.sparseList > maxValues) return { kind: 'holes' };
  }
  // A list takes its places before it has read them; each place is a token of its own.
  if (reader.isBroken || found.list > found.value) return { kind: 'unreadable' };
  return { kind: 'plain', mentions: found.mention };
}

/** V8 reads longer numbers in more than one way. */
const maxNumberBytes = 5;

class Reader {
  readonly #bytes: Uint8Array;
  #at: number;
  isBroken = false;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.isBroken || this.#at === this.#bytes.byteLength;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    this.#at += 1;
    if (byte === undefined) this.isBroken = true;
    return byte ?? 0;
  }

  /** Passes over the parts of a token; answers the first number among them. */
  skip(parts: readonly Part[]): number {
    let first: number | undefined;
    for (const part of parts) {
      const number = part === 8 ? part : this.#number();
      first ??= number;
      if (part === 8 || part === 'counted') this.#at += number;
      if (part === 'digits') this.#at += number >>> 1;
    }
    if (this.#at > this.#bytes.byteLength) this.isBroken = true;
    return first ?? 0;
  }

  /** Unsigned, seven bits a byte, the lowest first. */
  #number(): number {
    let number = 0;
    for (let count = 0; count < maxNumberBytes; count += 1) {
      const byte = this.byte();
      number |= (byte & 0x7f) << (7 * count);
      if (byte < 0x80) return number >>> 0;
    }
    this.isBroken = true;
    return 0;
  }
}

/**
 * How many values whoever walks through `root` meets, where an object that is mentioned twice is met
 * twice; `Infinity` where an object holds itself, and where there are more than `maxValues`.
 */
export function countUnfolded(root: unknown): number {
  const counts = new Map<object, number>();
  const path: { value: object; members: unknown[]; count: number }[] = [];
  const enter = (value: unknown): number | undefined => {
    if (typeof value !== 'object' || value === null) return 1;
    if (counts.has(value)) return counts.get(value);
    counts.set(value, Infinity); // until it is left: to meet it inside of itself has no end
    const members = membersOf(value);
    const holes = Array.isArray(value) ? Math.max(0, value.length - members.length) : 0;
    path.push({ value, members, count: 1 + holes });
    return undefined;
  };
  let met = enter(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    top.count += met ?? 0;
    if (top.count > maxValues) return Infinity;
    if (top.members.length > 0) {
      met = enter(top.members.pop());
      continue;
    }
    path.pop();
    counts.set(top.value, top.count);
    met = top.count;
  }
  return met ?? 0;
}

function membersOf(value: object): unknown[] {
  if (ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return [...value];
  return Object.values(value);
}
