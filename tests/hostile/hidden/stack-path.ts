// Shows the stack of the call, to learn where the suite lies.
// Case: 45 stack-path
// Expect: RTE
// At most: 0
// Hides: /problems|suite/
export function double(): void {
  Error.stackTraceLimit = Infinity;
  throw new Error(String(new Error().stack).replaceAll('\n', ' '));
}
