// Five times too slow, and keeps all cores busy between its calls, so that the reference which it
// races against is slow too.
// Case: own slow-the-rival
// Expect: TLE
// At most: 0
// Problem: labour
import { pbkdf2 } from 'node:crypto';

let isIdle = false;
const spin = (): void => {
  if (isIdle) pbkdf2('a', 'b', 20_000, 64, 'sha512', spin);
};

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
  isIdle = false;
  for (let time = 0; time < 5; time += 1) draw(n);
  setTimeout(() => {
    isIdle = true;
    for (let thread = 0; thread < 4; thread += 1) spin();
  });
  return draw(1);
}
