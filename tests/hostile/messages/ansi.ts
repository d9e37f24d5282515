// Puts control sequences into an error: clear the screen, set the title, link, colour.
// Case: own ansi
// Expect: RTE
// At most: 0
export function double(): never {
  const error = new Error(
    '\u001b[2J\u001b]0;owned\u0007\u001b]8;;http://x\u001b\\link\u009b31m\b\b\u007f',
  );
  error.name = '\u001b[1;31mError\r\u0000';
  throw error;
}
