// Throws what is no error: nothing, a proxy, an object without a text, a symbol.
// Case: own no-errors
// Expect: RTE
// At most: 0
const thrown = [undefined, Object.create(null), Symbol('s'), new Proxy({}, { get: () => 1 }), 0n];
let calls = 0;
export function double(): never {
  calls += 1;
  throw thrown[calls % thrown.length];
}
