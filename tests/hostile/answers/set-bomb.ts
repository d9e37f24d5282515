// The same with sets, which are larger still.
// Case: own set-bomb
// Expect: OLE, WA
// At most: 0
import { sendMany } from './bytes.ts';

export const double = (): Promise<never> => sendMany([0x27, 0x2c, 0x00], 10_000_000);
