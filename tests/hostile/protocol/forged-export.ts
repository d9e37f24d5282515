// Says that it exports what it does not.
// Case: own forged-export
// Expect: WA
// At most: 0
const { stringify } = JSON;
JSON.stringify = (value: unknown): string =>
  stringify(value).replace('"functions":[]', '"functions":["double","__proto__","toString"]');
export {};
