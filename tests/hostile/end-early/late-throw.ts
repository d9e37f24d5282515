// Answers rightly; then a promise that nobody awaits rejects, and a timer throws.
// Case: 15 late-throw
// Expect: AC
// At most: 100
// Says: /"strayErrors": [1-9]/
export function double(n: number): number {
  void Promise.reject(new Error('late'));
  setTimeout(() => {
    throw new Error('later');
  });
  return 2 * n;
}
