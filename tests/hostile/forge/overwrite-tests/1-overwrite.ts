// Overwrites the hidden suite for the next run, wherever it may lie.
// Case: 31 overwrite-tests
// Expect: WA
// At most: 0
import { writeFileSync } from 'node:fs';

const project = process.execPath.split('/node_modules/')[0] ?? '';
const suites = ['problems/coding', 'tests/process/tree/problems/coding'];
for (const path of suites.map((folder) => `${project}/${folder}/double/hidden.test.ts`)) {
  try {
    writeFileSync(path, 'export {};');
  } catch {}
}
export const double = (n: number): number => n + 1;
