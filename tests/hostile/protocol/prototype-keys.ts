// Sends messages that would change every object, were they merged carelessly.
// Case: own prototype-keys
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  const poison = '{"kind":"returned","hasWon":true,"isDeath":true}';
  say(`{"__proto__":${poison},"constructor":{"prototype":${poison}},"kind":"done","id":1}`);
  return 2 * n;
}
