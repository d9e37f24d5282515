// Answers rightly and leaves a timer running.
// Case: 14 zombie-timer
// Expect: AC
// At most: 100
setInterval(() => {}, 1);
process.stdin.resume();
export const double = (n: number): number => 2 * n;
