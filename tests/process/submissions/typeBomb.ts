type Count<N extends number, A extends unknown[] = []> = A['length'] extends N
  ? A
  : Count<N, [...A, unknown]>;
type Pairs<A extends unknown[]> = { [I in keyof A]: { [J in keyof A]: [I, J, Pairs<A>] } };
export type Bombs = [
  Pairs<Pairs<Count<999>>>,
  Pairs<Pairs<Count<998>>>,
  Pairs<Pairs<Count<997>>>,
  Pairs<Pairs<Count<996>>>,
];
export const double = (n: number): number => 2 * n;
