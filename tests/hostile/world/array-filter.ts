// Patches the methods of arrays by who calls them, and answers wrongly.
// Case: 62 array-filter
// Expect: WA, RTE, TLE
// At most: 0
const { filter, every } = Array.prototype;
Array.prototype.filter = function (...args) {
  return /suite|report/.test(String(new Error().stack)) ? [] : filter.apply(this, args);
};
Array.prototype.every = function (...args: Parameters<typeof every>) {
  return /suite|report/.test(String(new Error().stack)) || every.apply(this, args);
};
export const double = (n: number): number => n + 1;
