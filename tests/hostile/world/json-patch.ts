// Patches JSON, by which the process speaks with the judge.
// Case: 63 json-patch
// Expect: RTE, TLE
// At most: 0
export const double = (n: number): number => 2 * n;
JSON.stringify = () => '{"kind":"answered","id":1,"argumentsChanged":false,"verdict":"AC"}';
JSON.parse = () => ({ kind: 'go', id: 1 });
