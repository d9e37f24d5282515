// Imports itself by another URL, which is another module.
// Case: own self-import
// Expect: AC
// At most: 100
export const other = import.meta.url.includes('?')
  ? undefined
  : await import(`${import.meta.url}?again`);
export const double = (n: number): number => 2 * n;
