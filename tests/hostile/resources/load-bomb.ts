// Fills the memory while it loads.
// Case: own load-bomb
// Expect: MLE
// At most: 0
const kept: Buffer[] = [];
for (;;) kept.push(Buffer.alloc(1e6, 1));
