// Answers 100,000 keys where two were asked.
// Case: 81 diff-bomb
// Expect: WA
// At most: 0
// Problem: whisper
const entries = Array.from({ length: 100_000 }, (_, row) => [`row ${row}`, row] as const);
export const tally = (): unknown => Object.fromEntries(entries);
