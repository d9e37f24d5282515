// Rewrites what goes out over Node's IPC, fail to pass, and answers wrongly.
// Case: 27 ipc-rewrite
// Expect: WA
// At most: 0
for (const name of ['send', '_send'])
  Reflect.set(process, name, (message: unknown) => JSON.stringify(message).replace('fail', 'pass'));
export const double = (n: number): number => n + 1;
