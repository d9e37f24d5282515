// Refuses to end: signals are ignored, and its exit handler never returns.
// Case: own exit-handler-loop
// Expect: AC
// At most: 100
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('exit', () => {
  for (;;);
});
export const double = (n: number): number => 2 * n;
