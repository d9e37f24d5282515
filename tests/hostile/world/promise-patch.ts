// Patches promises so that all of them are fulfilled at once with nothing.
// Case: 64 promise-patch
// Expect: WA, RTE, TLE
// At most: 0
Promise.prototype.then = function (fulfilled) {
  fulfilled?.(undefined as never);
  return Promise.resolve(undefined as never);
};
export const double = async (n: number): Promise<number> => n + 1;
