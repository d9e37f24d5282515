// Exports functions whose names are control sequences and commands.
// Case: own export-names
// Expect: CE
// At most: 0
function triple(n: number): number {
  return 3 * n;
}
export { triple as '\u001b[31mred\n::error::x', triple as '##[error]x', triple as '\u202edlo' };
