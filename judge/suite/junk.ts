// Answers of every wrong kind, and right answers with one part spoiled: what a hidden suite must
// survive without failing itself.
import type { Random } from './random.ts';

/**
 * JavaScript expressions by their name. The suite's probe evaluates them in the worker thread; a
 * real submission returns them from its process.
 */
export const junkExpressions: Readonly<Record<string, string>> = {
  undefined: 'undefined',
  null: 'null',
  NaN: 'NaN',
  '-0': '-0',
  zero: '0',
  'a negative number': '-1',
  'a fraction': '1.5',
  Infinity: 'Infinity',
  'a number beyond whole ones': '2 ** 53 + 2',
  'a big integer': '10n',
  true: 'true',
  'an empty text': "''",
  'a text': "'junk'",
  'a text that names a number': "'1'",
  'a lone surrogate': "'\\ud800'",
  'a very long text': "'x'.repeat(1_000_000)",
  'an empty list': '[]',
  'a list of null': '[null]',
  'a list of undefined': '[undefined, undefined]',
  'a list of NaN': '[NaN, NaN]',
  'a list of lists': '[[[[]]], []]',
  'a list with holes': '[, 1, , 2]',
  'a list of four thousand million holes': 'new Array(4e9)',
  'a list with a far item': 'Object.assign([], { [2 ** 31]: 1 })',
  'a list of a million numbers': 'new Array(1_000_000).fill(0)',
  'a list with a property': 'Object.assign([1], { extra: 1 })',
  'an empty object': '({})',
  'an object without prototype': 'Object.create(null)',
  'an object that looks like a list': '({ length: 2, 0: 1, 1: 2 })',
  'an object with an own __proto__': 'JSON.parse(\'{"__proto__": {"labels": []}, "length": 1}\')',
  'an object two thousand deep': 'Array.from({ length: 2000 }).reduce((inner) => ({ inner }), {})',
  'a list ten thousand deep': 'Array.from({ length: 10_000 }).reduce((inner) => [inner], [])',
  'a list that holds itself': '((list) => (list.push(list), list))([])',
  'an object that holds itself': '((object) => (object.self = object))({})',
  'an object that claims to be equal': '({ asymmetricMatch: () => true })',
  'a Map': "new Map([['a', 1]])",
  'a Set': 'new Set([1])',
  'a Date': 'new Date(0)',
  'an invalid Date': 'new Date(NaN)',
  'a RegExp': '/x/',
  'an Error': "new Error('returned, not thrown')",
  'a boxed number': 'new Number(1)',
  'a boxed text': "new String('junk')",
  'a typed array': 'new Float64Array(3)',
  'an ArrayBuffer': 'new ArrayBuffer(8)',
  'a function': '() => 1',
  'a symbol': "Symbol('junk')",
  'a class instance': 'new (class Junk { length = 1 })()',
  'a Proxy': 'new Proxy([], {})',
  'a Proxy that throws': "new Proxy({}, { get() { throw new Error('trap') } })",
  'a WeakMap': 'new WeakMap()',
  'a promise': 'Promise.resolve(new Map())',
  'a promise of a promise': 'Promise.resolve(Promise.resolve(null))',
  'an object with a promise inside': '({ then: undefined, value: Promise.resolve(1) })',
};

type Spoil = (value: unknown) => unknown;

/** What is done to one part of a right answer: a number, a text, a list or an object in it. */
const spoils: Readonly<Record<string, { of: 'leaf' | 'list' | 'object'; spoil: Spoil }>> = {
  'one part null': { of: 'leaf', spoil: () => null },
  'one part undefined': { of: 'leaf', spoil: () => undefined },
  'one part NaN': { of: 'leaf', spoil: () => NaN },
  'one part -1': { of: 'leaf', spoil: () => -1 },
  'one part huge': { of: 'leaf', spoil: () => 1e308 },
  'one part a far index': { of: 'leaf', spoil: () => 2 ** 31 },
  'one part its text': { of: 'leaf', spoil: String },
  'one part an unheard-of text': { of: 'leaf', spoil: () => '__proto__' },
  'one part wrapped': { of: 'leaf', spoil: (value) => [value] },
  'one list empty': { of: 'list', spoil: () => [] },
  'one list without its last item': { of: 'list', spoil: (list) => asList(list).slice(0, -1) },
  'one list twice as long': { of: 'list', spoil: (list) => [...asList(list), ...asList(list)] },
  'one list turned round': { of: 'list', spoil: (list) => asList(list).toReversed() },
  'one list with a hole': {
    of: 'list',
    spoil: (list) => Object.assign([], asList(list).slice(0, 1), { length: asList(list).length }),
  },
  'one object empty': { of: 'object', spoil: () => ({}) },
  'one object with one key less': {
    of: 'object',
    spoil: (object) => Object.fromEntries(Object.entries(Object(object)).slice(1)),
  },
  'one object with one key more': {
    of: 'object',
    spoil: (object) => ({ ...Object(object), extra: 1 }),
  },
};

export const spoilNames = Object.keys(spoils);

/** A copy of a right answer with one part spoiled; the answer itself where it has no such part. */
export function spoilAnswer(
  answer: unknown,
  { name, random }: { name: string; random: Random },
): unknown {
  const { of, spoil } = spoils[name] ?? { of: 'leaf', spoil: () => undefined };
  const places = placesOf(answer).filter(({ kind }) => kind === of);
  if (places.length === 0) return answer;
  const { path } = random.pick(places);
  return changedAt(answer, { path, change: spoil });
}

type Place = { path: (string | number)[]; kind: 'leaf' | 'list' | 'object' };

/** An answer of many thousand parts is spoiled in its first ones. */
const maxPlaces = 5_000;

function placesOf(root: unknown): Place[] {
  const places: Place[] = [];
  const open: { path: (string | number)[]; value: unknown }[] = [{ path: [], value: root }];
  while (open.length > 0 && places.length < maxPlaces) {
    const { path, value } = open.shift() ?? { path: [], value: undefined };
    if (Array.isArray(value)) {
      places.push({ path, kind: 'list' });
      for (const [index, inner] of value.slice(0, maxPlaces).entries())
        open.push({ path: [...path, index], value: inner });
    } else if (typeof value === 'object' && value !== null) {
      places.push({ path, kind: 'object' });
      for (const [key, inner] of Object.entries(value))
        open.push({ path: [...path, key], value: inner });
    } else places.push({ path, kind: 'leaf' });
  }
  return places;
}

function changedAt(
  value: unknown,
  { path, change }: { path: readonly (string | number)[]; change: Spoil },
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const inner = { path: rest, change };
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changedAt(item, inner) : item));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, item]) => [
      name,
      name === key ? changedAt(item, inner) : item,
    ]),
  );
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
