// Fills the heap.
// Case: 86 heap-bomb
// Expect: MLE
// At most: 0
const kept: unknown[] = [];
export function double(): void {
  for (;;) kept.push(new Array(1000).fill(kept.length));
}
