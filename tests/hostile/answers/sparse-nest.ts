// Sends 300,000 arrays that claim a million places each and hold none.
// Case: own sparse-nest
// Expect: WA
// At most: 0
import { sendMany, varint } from './bytes.ts';

const places = varint(1_000_000);
const array = Buffer.from([0x61, ...places, 0x40, 0x00, ...places]);
export const double = (): Promise<never> => sendMany(array, 300_000);
