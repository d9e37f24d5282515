// Its property is right when first read, then wrong, then right.
// Case: 73 getter-flip
// Expect: WA
// At most: 0
let reads = 0;
export const double = (n: number): unknown => ({
  get value() {
    reads += 1;
    return reads % 2 === 1 ? 2 * n : 0;
  },
});
