export const double = (n: string): number => 2 * n;
