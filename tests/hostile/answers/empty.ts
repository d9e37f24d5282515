// Sends an answer of no bytes.
// Case: own empty
// Expect: WA
// At most: 0
import { sendBytes } from './bytes.ts';

export const double = (): Promise<never> => sendBytes([]);
