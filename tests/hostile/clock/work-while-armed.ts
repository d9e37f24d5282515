// Works where its arguments arrive, before it is armed and the clock starts.
// Case: own work-while-armed
// Expect: TLE
// At most: 60
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

const { deserialize } = v8;
v8.deserialize = (bytes) => {
  const args: unknown[] = deserialize(bytes);
  const end = Date.now() + (args[0] === 5 ? 1_500 : 0);
  while (Date.now() < end);
  return args;
};
syncBuiltinESMExports();
export const double = (n: number): number => 2 * n;
