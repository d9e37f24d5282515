// Is too slow at first, by less than a round is given, and remembers its answers for the rounds that follow.
// Case: own memory-of-rounds
// Expect: TLE
// At most: 60
const known = new Map<number, number>();
export function double(n: number): number {
  const answer = known.get(n);
  if (answer !== undefined) return answer;
  const end = Date.now() + (n === 5 ? 350 : 0);
  while (Date.now() < end);
  known.set(n, 2 * n);
  return 2 * n;
}
