// Imports hidden files as data while it loads.
// Case: 47 compile-leak
// Expect: CE
// At most: 0
// Hides: /sum|points|subtask\b/
import { project } from './look.ts';

const folder = `${project}/tests/process/tree/problems/coding/double`;
const { default: manifest } = await import(`${folder}/problem.json`, { with: { type: 'json' } });
export const double = (): string => JSON.stringify(manifest);
