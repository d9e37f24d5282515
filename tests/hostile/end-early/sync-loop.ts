// Never comes back.
// Case: 6 sync-loop
// Expect: TLE
// At most: 0
export function double(): void {
  for (;;);
}
