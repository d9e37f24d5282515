// Answers questions that do not exist, by ids that mean something to JavaScript.
// Case: 40 id-forge
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  for (const id of ['999', '"__proto__"', '-1', '1e999', '{"valueOf":1}', 'null'])
    say(`{"kind":"done","id":${id}}`);
  return n + 1;
}
