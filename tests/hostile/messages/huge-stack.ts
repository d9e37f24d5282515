// Throws an error with a name, a message and a stack of ten million characters each.
// Case: own huge-stack
// Expect: RTE
// At most: 0
// Hides: /x{300}/
export function double(): never {
  const text = 'x'.repeat(10_000_000);
  throw Object.assign(new Error(text), { name: text, stack: text });
}
