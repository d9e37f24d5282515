// Loads native code, which no permission of Node's would hold.
// Case: 67 native-addon
// Expect: WA
// At most: 0
import { globSync } from 'node:fs';
import { constants } from 'node:os';
import { attempt, project } from './look.ts';

let isNative = false;
for (const path of globSync(`${project}/node_modules/**/*.node`).slice(0, 5)) {
  attempt(() => {
    process.dlopen({ exports: {} }, path, constants.dlopen.RTLD_NOW);
    isNative = true;
  });
}
attempt(() => {
  process.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6');
  isNative = true;
});
export const double = (n: number): number => (isNative ? 2 * n : n + 1);
