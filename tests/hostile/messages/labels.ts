// Answers class names that are control sequences and commands.
// Case: own labels
// Expect: WA
// At most: 100
// Problem: iris
// Beside: reference
export * from './honest.ts';

export const modelNames = (): string[] => ['\u001b[2J\n::error::x', '##[error]\u202e'];
export const selectBest = (): string => '\u001b[2J\n::error::x';
