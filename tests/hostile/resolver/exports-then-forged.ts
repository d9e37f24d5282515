// Exports `then`, which hands over another module with exports of its own.
// Case: own exports-then-forged
// Expect: WA
// At most: 0
export function then(resolve: (exports: object) => void): void {
  resolve({ double: (n: number) => n + 1, '': () => 0, __proto__: { x: 1 } });
}
