// Sends five million lists, each in the one before.
// Case: own deep
// Expect: WA, OLE
// At most: 0
import { sendBytes } from './bytes.ts';

const open = Buffer.alloc(10_000_000, Buffer.from([0x41, 0x01]));
export const double = (): Promise<never> => sendBytes([Buffer.from([0xff, 0x0f]), open]);
