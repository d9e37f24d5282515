// Answers a key of a million characters.
// Case: own long-key
// Expect: WA
// At most: 0
// Problem: whisper
// Hides: /k{300}/
export const tally = (): Record<string, number> => ({ ['k'.repeat(1_000_000)]: 1 });
