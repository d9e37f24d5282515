// Answers a promise of a promise where a number would do: the judge awaits every answer.
// Case: 84 async-where-sync
// Expect: AC
// At most: 100
export const double = async (n: number): Promise<number> =>
  new Promise((resolve) => resolve(Promise.resolve(2 * n)));
