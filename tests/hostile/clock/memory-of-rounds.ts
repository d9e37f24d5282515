// Four times too slow, and remembers its answer for the rounds that follow.
// Case: own memory-of-rounds
// Expect: TLE
// At most: 0
// Problem: labour
const known = new Map<number, number>();

function draw(n: number): number {
  let state = 1;
  for (let count = 0; count < n; count += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}

export function work(n: number): number {
  const answer = known.get(n) ?? draw(4 * n);
  known.set(n, answer);
  return answer;
}
