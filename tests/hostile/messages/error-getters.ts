// Throws an error whose properties throw when they are read.
// Case: own error-getters
// Expect: RTE
// At most: 0
export function double(): never {
  const error = new Error('x');
  for (const name of ['name', 'message', 'stack'])
    Object.defineProperty(error, name, {
      get: () => {
        throw error;
      },
    });
  throw error;
}
