// Replaces all timers by ones that never fire, so that no limit would end it.
// Case: 59 fake-timers
// Expect: TLE
// At most: 0
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout'])
  Reflect.set(globalThis, name, () => 0);
process.nextTick = () => {};
export const double = (): Promise<never> => new Promise(() => {});
