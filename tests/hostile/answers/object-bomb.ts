// Sends 60 MB that unfold to twenty million objects, after it has said that it is done.
// Case: own object-bomb
// Expect: OLE, WA
// At most: 0
import { sendMany } from './bytes.ts';

export const double = (): Promise<never> => sendMany([0x6f, 0x7b, 0x00], 20_000_000);
