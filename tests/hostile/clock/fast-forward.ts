// Moves every clock of its process to another century.
// Case: own fast-forward
// Expect: AC
// At most: 100
Date.now = () => 1e15;
performance.now = () => -1e15;
export const double = (n: number): number => 2 * n;
