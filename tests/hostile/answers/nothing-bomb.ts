// The same with forty million places that hold undefined, one byte each.
// Case: own nothing-bomb
// Expect: OLE, WA
// At most: 0
import { sendMany } from './bytes.ts';

export const double = (): Promise<never> => sendMany([0x5f], 40_000_000);
