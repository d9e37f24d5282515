// The same below a value of a wrong type.
// Case: own key-paths
// Expect: WA
// At most: 0
// Problem: whisper
export const tally = (): Record<string, unknown> => ({ '\u001b[2J\n::error::x\u202e': 'text' });
