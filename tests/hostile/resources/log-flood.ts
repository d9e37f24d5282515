// Prints for ever.
// Case: 90 log-flood
// Expect: OLE
// At most: 0
export function double(): void {
  for (;;) console.log('x'.repeat(1000));
}
