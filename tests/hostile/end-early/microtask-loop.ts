// Never lets the event loop turn.
// Case: 7 microtask-loop
// Expect: TLE
// At most: 0
export async function double(): Promise<void> {
  for (;;) await null;
}
