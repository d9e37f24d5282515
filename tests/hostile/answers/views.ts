// Sends a typed array that looks outside of its buffer.
// Case: own views
// Expect: WA
// At most: 0
import { sendBytes } from './bytes.ts';

const buffer = [0x42, 0x04, 1, 2, 3, 4];
const view = [0x56, 0x42, 0xff, 0xff, 0x7f, 0xff, 0xff, 0x7f, 0x00];
export const double = (): Promise<never> =>
  sendBytes([Buffer.from([0xff, 0x0f, 0x41, 0x01, ...buffer, ...view, 0x24, 0x00, 0x01])]);
