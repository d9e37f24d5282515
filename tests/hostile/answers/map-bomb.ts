// The same with maps.
// Case: own map-bomb
// Expect: OLE, WA
// At most: 0
import { sendMany } from './bytes.ts';

export const double = (): Promise<never> => sendMany([0x3b, 0x3a, 0x00], 10_000_000);
