// Imports code from a URL that holds it, which is no harm.
// Case: own data-url
// Expect: AC
// At most: 100
const { factor } = await import('data:text/javascript,export const factor = 2');
export const double = (n: number): number => factor * n;
