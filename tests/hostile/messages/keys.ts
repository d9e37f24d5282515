// Answers keys that are control sequences and commands, where a message names the wrong key.
// Case: own keys
// Expect: WA
// At most: 0
// Problem: whisper
export const tally = (): Record<string, number> => ({ '\u001b[2J\n::error::x\n##[error]': 1 });
