// Has the compiler repeat control sequences and commands.
// Case: own type-text
// Expect: AC
// At most: 100
// Place: project
type Text = '\u001b[2J\n::error::x ##[error]' | '\u202eabc';
export const double = (n: number): number => 2 * n;
export const wrong: Text = 5;
export const key: { '\u001b[31m::error::y': number } = { '\n##[group]': 1 };
