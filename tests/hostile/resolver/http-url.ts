// Imports code from the network.
// Case: own http-url
// Expect: CE
// At most: 0
import 'http://127.0.0.1/double.mjs';
export const double = (n: number): number => 2 * n;
