// Imports a package whose name is a command.
// Case: own import-name
// Expect: CE
// At most: 0
import '::error::boom\u001b[2J\n##[error]';
export const double = (n: number): number => 2 * n;
