// Looks for the run's seed in all that its process can see, and would answer rightly by it.
// Case: 52 seed-in-name
// Expect: WA
// At most: 0
// Seed: 1234567891
import { hostname, userInfo } from 'node:os';
import { attempt, read } from './look.ts';

const seen = [
  process.argv,
  process.execArgv,
  process.env,
  process.title,
  process.report.getReport(),
  hostname(),
  attempt(userInfo),
  import.meta.url,
  read('/proc/self/cmdline'),
  read('/proc/self/mountinfo'),
];
const isFound = JSON.stringify(seen).includes('1234567891');
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
