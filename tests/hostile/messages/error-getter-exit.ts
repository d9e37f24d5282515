// Throws an error that exits when its name is read.
// Case: own error-getter-exit
// Expect: RTE
// At most: 0
export function double(): never {
  throw Object.defineProperty(new Error('x'), 'name', { get: () => process.exit(0) });
}
