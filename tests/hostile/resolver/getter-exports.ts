// Hands over exports that throw, or change, when they are read.
// Case: own getter-exports
// Expect: RTE, CE, WA
// At most: 0
export function then(resolve: (exports: object) => void): void {
  let reads = 0;
  resolve({
    get double() {
      reads += 1;
      if (reads > 2) throw new Error('read too often');
      return (n: number) => 2 * n;
    },
  });
}
