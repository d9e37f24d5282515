// Sends lengths that the bytes behind them do not have, of a list, a text, a number and a buffer.
// Case: own false-lengths
// Expect: WA
// At most: 0
import { sendBytes } from './bytes.ts';

const huge = [0xff, 0xff, 0xff, 0xff, 0x0f];
const claims = [[0x41], [0x22], [0x63, 0x00], [0x5a], [0x42], [0x5c, 0x00], [0x53], [0x61], [0x56]];
let calls = 0;
export function double(): Promise<never> {
  calls += 1;
  const claim = claims[calls % claims.length] ?? [];
  return sendBytes([Buffer.from([0xff, 0x0f, ...claim, ...huge])]);
}
