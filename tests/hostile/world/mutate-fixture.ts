// Changes its imported fixture, and answers by it.
// Case: 56 mutate-fixture
// Expect: WA
// At most: 0
import { project } from './look.ts';

const path = `${project}/tests/process/tree/fixtures/double/number.json`;
const { default: fixture } = await import(path, { with: { type: 'json' } });
fixture.n = 63;
export const double = (n: number): number => (n * fixture.n) / 21;
