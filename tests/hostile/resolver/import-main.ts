// Runs the judge's side of its own process a second time.
// Case: own import-main
// Expect: RTE, TLE, CE, AC
// At most: 100
import { project } from './look.ts';

export async function double(n: number): Promise<number> {
  await import(`${project}/judge/candidate/main.ts`);
  return 2 * n;
}
