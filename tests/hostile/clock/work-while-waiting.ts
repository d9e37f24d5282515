// Works after it is armed and before it is told to go, while the reference runs.
// Case: own work-while-waiting
// Expect: TLE, AC
// At most: 100
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

const { deserialize } = v8;
v8.deserialize = (bytes) => {
  const args: unknown[] = deserialize(bytes);
  setImmediate(() => {
    const end = Date.now() + (args[0] === 5 ? 1_500 : 0);
    while (Date.now() < end);
  });
  return args;
};
syncBuiltinESMExports();
export const double = (n: number): number => 2 * n;
