// Answers a regular expression, an error and a date, each with properties of its own.
// Case: own regexp
// Expect: WA
// At most: 0
const values = [
  Object.assign(/^(a+)+$/, { lastIndex: 9 }),
  Object.assign(new Error('x'), { cause: new Error('y') }),
  new Date(2),
  new Float64Array(2),
  new SharedArrayBuffer(2),
];
let calls = 0;
export function double(): unknown {
  calls += 1;
  return values[calls % values.length];
}
