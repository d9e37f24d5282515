// Hands on the reference solution, wherever it may lie.
// Case: 43 import-reference
// Expect: CE
// At most: 0
import { project } from './look.ts';

const folders = ['solutions', 'tests/process/tree/solutions'];
const found = await Promise.any(
  [
    ...folders.map((folder) => `${project}/${folder}/double/accepted/reference.ts`),
    './reference.ts',
  ].map((path) => import(path)),
);
export const double = found.double;
