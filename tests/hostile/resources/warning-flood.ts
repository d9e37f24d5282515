// Has Node itself print, by warnings and uncaught errors.
// Case: 91 syslog
// Expect: AC, OLE, RTE, TLE
// At most: 100
for (let count = 0; count < 20_000; count += 1) {
  process.emitWarning(`warning ${count}`);
  setTimeout(() => {
    throw new Error('later');
  });
}
export const double = (n: number): number => 2 * n;
