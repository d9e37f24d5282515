// Answers a million times the same row of a million places: small to send, endless to walk.
// Case: own shared-rows
// Expect: WA, OLE
// At most: 88
// Problem: iris
// Beside: reference
export * from './honest.ts';

export function stratifiedKFold(): number[][] {
  const row = new Array<number>(1_000_000).fill(0);
  return new Array<number[]>(1_000_000).fill(row);
}
