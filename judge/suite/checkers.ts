import { count } from '../model/count.ts';
import type { Measurement } from '../model/measurement.ts';
import { CandidateFault } from './fault.ts';

/** Fails the test case as a wrong answer with `message` unless `condition` holds. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new CandidateFault({ verdict: 'WA', message });
}

/** Equal, or within 1e-9 absolute plus 1e-9 of the larger; NaN equals NaN, -0 equals 0. */
export function isSameNumber(actual: number, expected: number): boolean {
  if (actual === expected || Object.is(actual, expected)) return true;
  const scale = Math.max(Math.abs(actual), Math.abs(expected));
  if (scale === Infinity) return false;
  return Math.abs(actual - expected) <= 1e-9 + 1e-9 * scale;
}

/** Where two values differ, as a path (`.confusion[0][1]`, empty for the whole value), how, and what is there. */
export type Difference = { path: string; how: string; actual: unknown; expected: unknown };

/**
 * The first difference of two plain values; `undefined` when they are the same. Numbers by
 * `isSameNumber`; types must match; key sets are exact; null, undefined and NaN are three things.
 */
export function findDifference(actual: unknown, expected: unknown): Difference | undefined {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return isSameNumber(actual, expected)
      ? undefined
      : { path: '', how: compareNumbers(actual, expected), actual, expected };
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) {
      const how = compareNumbers(actual.length, expected.length);
      return { path: '.length', how, actual: actual.length, expected: expected.length };
    }
    return firstDifference(expected.keys(), (index) => [
      `[${index}]`,
      actual[index],
      expected[index],
    ]);
  }
  if (isPlainObject(actual) && isPlainObject(expected)) {
    const difference = firstDifference(Object.keys(actual), (key) => [
      `.${Object.hasOwn(expected, key) ? key : showKey(key)}`,
      actual[key],
      Object.hasOwn(expected, key) ? expected[key] : missingKey,
    ]);
    // Which key, is part of the right answer.
    const isShort = Object.keys(expected).some((key) => !Object.hasOwn(actual, key));
    const keys = { actual: Object.keys(actual), expected: Object.keys(expected) };
    return difference ?? (isShort ? { path: '', how: 'lacks a key', ...keys } : undefined);
  }
  return Object.is(actual, expected)
    ? undefined
    : { path: '', how: compareKinds(actual, expected), actual, expected };
}

/** Two values are not the same. The message names neither; nothing that is sent on holds them. */
export class Mismatch extends CandidateFault {
  readonly #difference: Difference;

  constructor(message: string, difference: Difference) {
    super({ verdict: 'WA', message });
    this.#difference = difference;
  }

  /** Not a field, nor a getter: vitest copies those of an error. */
  difference(): Difference {
    return this.#difference;
  }
}

/** Fails unless `actual` is `expected` by the rules of `findDifference`. Never names the expected value. */
export function checkSame(actual: unknown, expected: unknown, what: string): void {
  const difference = findDifference(actual, expected);
  if (difference === undefined) return;
  const { path, how } = difference;
  const where = path === '' ? '' : ` at ${path.replace(/^\./, '')}`;
  throw new Mismatch(`${what} ${how}${where}`, difference);
}

/** Fails unless `actual` holds the items of `expected`, each as often, in any order. */
export function checkPermutation(
  actual: readonly (string | number)[],
  expected: readonly (string | number)[],
  what: string,
): void {
  check(
    actual.length === expected.length,
    `${what} has ${count(actual.length, 'item')}, expected ${expected.length}`,
  );
  const sorted = (items: readonly (string | number)[]): string[] =>
    items.map((item) => `${typeof item} ${item}`).sort();
  checkSame(sorted(actual), sorted(expected), `the set of items of ${what}`);
}

/**
 * Fails unless `parts` are ascending, disjoint lists that together hold every row 0..rows-1 once.
 */
export function checkPartition(
  parts: readonly (readonly number[])[],
  rows: number,
  what: string,
): void {
  const seen = new Set<number>();
  for (const part of parts) {
    for (const [position, row] of part.entries()) {
      check(
        Number.isInteger(row) && row >= 0 && row < rows,
        `${what}: ${row} is not the index of a row`,
      );
      check(!seen.has(row), `${what}: a row stands in two places`);
      check(
        position === 0 || (part[position - 1] ?? 0) < row,
        `${what}: the indices of a part must be ascending`,
      );
      seen.add(row);
    }
  }
  check(seen.size === rows, `${what}: ${rows - seen.size} of ${rows} rows stand nowhere`);
}

/**
 * Fails unless the mean (or the worst) of several measured draws reaches `atLeast`.
 * Answers the measurement, which `note` takes.
 */
export function checkDraws(
  draws: readonly number[],
  { atLeast, by, what }: { atLeast: number; by: 'mean' | 'worst'; what: string },
): Measurement {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const value = by === 'mean' ? mean : Math.min(...draws);
  const text = `${what}: ${by} of ${draws.length} draws ${value.toFixed(3)} (bar ${atLeast})`;
  const measurement: Measurement = { kind: 'atLeast', what, value, bar: atLeast, text };
  if (!(value >= atLeast)) throw new CandidateFault({ verdict: 'WA', message: text }, measurement);
  return measurement;
}

/** A value in a few words, safe to show: its kind and size, its number, never its text. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? `the number ${value}` : String(value);
  if (typeof value === 'string') return `a string of ${count(value.length, 'character')}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isPlainObject(value))
    return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  if (typeof value === 'object') return `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
  return `a ${typeof value}`;
}

/** A key of the submission's making as a message may show it: a word, not a place to hide a text in. */
export function showKey(key: PropertyKey): string {
  const text = String(key);
  return /^[\w-]{1,30}$/.test(text) ? text : `(a key of ${count(text.length, 'character')})`;
}

/** Stands for a value that should not be there. */
export const missingKey = Symbol('missing key');

function compareNumbers(actual: number, expected: number): string {
  if (actual < expected) return 'is too small';
  if (actual > expected) return 'is too large';
  return `is ${actual}`;
}

/** Names the kind of a wrong value only where it is not the expected one's: that is the news. */
function compareKinds(actual: unknown, expected: unknown): string {
  if (expected === missingKey) return 'should not be there';
  const hasOtherKind = typeof actual !== typeof expected || actual === null || expected === null;
  return hasOtherKind ? `is ${describeKind(actual)}` : 'is wrong';
}

function describeKind(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? 'a number' : describe(value);
}

function firstDifference<Key>(
  keys: Iterable<Key>,
  at: (key: Key) => [path: string, actual: unknown, expected: unknown],
): Difference | undefined {
  for (const key of keys) {
    const [path, actual, expected] = at(key);
    const deeper = findDifference(actual, expected);
    if (deeper !== undefined) return { ...deeper, path: path + deeper.path };
  }
  return undefined;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
