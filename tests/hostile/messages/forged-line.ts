// Throws an error whose stack names lines that the file does not have.
// Case: own forged-line
// Expect: RTE
// At most: 0
// Hides: /"line": (-|\d{3})/
export function double(n: number): never {
  const line = n === 1 ? '-7' : '99999999999999';
  throw Object.assign(new Error('x'), { stack: `Error\n  at ${import.meta.url}:${line}:1` });
}
