// Counts its calls, and is right for the first of a process only.
// Case: own state-carried
// Expect: WA
// At most: 0
let calls = 0;
export function double(n: number): number {
  calls += 1;
  return calls === 1 ? 2 * n : calls;
}
