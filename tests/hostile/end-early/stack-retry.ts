// Catches the end of the stack and goes on.
// Case: 11 stack-retry
// Expect: TLE
// At most: 0
export function double(): void {
  try {
    double();
  } catch {
    double();
  }
}
