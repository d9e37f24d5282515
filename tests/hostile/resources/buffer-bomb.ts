// Fills the memory outside of the heap.
// Case: 87 buffer-bomb
// Expect: MLE
// At most: 0
const kept: Buffer[] = [];
export function double(): void {
  for (;;) kept.push(Buffer.alloc(1e6, 1));
}
