// Answers a string of 500 million characters.
// Case: 82 huge-string
// Expect: OLE, MLE
// At most: 0
export const double = (): string => 'x'.repeat(500_000_000);
