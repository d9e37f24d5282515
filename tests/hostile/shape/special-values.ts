// Answers a different special value to every call.
// Case: 77 special
// Expect: WA
// At most: 0
const values = [undefined, Infinity, -0, 2n, [, 2], NaN, new Date(NaN), new Map([[2, 2]]), '2'];
let calls = 0;
export function double(): unknown {
  calls += 1;
  return values[calls % values.length];
}
