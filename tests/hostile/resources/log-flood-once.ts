// Prints 20 MB in one piece and answers rightly.
// Case: 90 log-flood
// Expect: OLE
// At most: 70
export function double(n: number): number {
  if (n > 1) process.stdout.write('x'.repeat(20_000_000));
  return 2 * n;
}
