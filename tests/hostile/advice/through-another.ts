// Has the compiler read a hidden file through another file beside it.
// Case: own through-another
// Expect: AC
// At most: 100
// Place: project
// Hides: /customersSchema|gappyTable|largeTable/
import type { Hidden } from './relay.ts';

export const double = (n: number): number => 2 * n;
export const leak: keyof Hidden = 'none of them';
