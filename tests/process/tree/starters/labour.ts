export function work(n: number): number {
  let state = 1;
  for (let count = 0; count < n; count += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}
