// Opens a debugger on itself and on its parent.
// Case: 68 inspector
// Expect: WA
// At most: 0
import inspector from 'node:inspector';
import { attempt } from './look.ts';

let isOpen = false;
attempt(() => {
  inspector.open(0, '127.0.0.1');
  isOpen = inspector.url() !== undefined;
});
attempt(() => {
  new inspector.Session().connectToMainThread();
  isOpen = true;
});
attempt(() => process.kill(process.ppid, 'SIGUSR1'));
export const double = (n: number): number => (isOpen ? 2 * n : n + 1);
