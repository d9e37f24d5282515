// Sends random bytes as its answer.
// Case: own garbage
// Expect: WA
// At most: 0
import { randomBytes } from 'node:crypto';
import { sendBytes } from './bytes.ts';

export const double = (): Promise<never> => sendBytes([randomBytes(10_000)]);
