// Guesses what is asked next from the time zone, the process id and the time.
// Case: own seed-from-inputs
// Expect: WA
// At most: 0
const guesses = [process.pid, Date.now() % 1000, process.env['TZ']?.length ?? 0, process.ppid];
export function double(n: number): number {
  return guesses.includes(n) ? 2 * n : 2 * n + 1;
}
