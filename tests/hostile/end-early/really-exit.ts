// Exits below the hooks that a test runner puts on process.exit.
// Case: 3 really-exit
// Expect: RTE
// At most: 0
export function double(): void {
  Reflect.get(process, 'reallyExit').call(process, 0);
}
