// Sends its answer and is never done.
// Case: own payload-without-done
// Expect: RTE
// At most: 0
import { sendPayload } from './wire.ts';

export function double(n: number): Promise<never> {
  sendPayload(2 * n);
  return new Promise(() => {});
}
