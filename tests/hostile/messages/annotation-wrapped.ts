// Throws words long enough that a command stands at the begin of a wrapped line.
// Case: own annotation-wrapped
// Expect: RTE
// At most: 0
export function double(): never {
  throw new Error(`${'x'.repeat(30)} ::error::boom ${'y'.repeat(60)} ::set-output name=a::b`);
}
