// Gives the service's address to another: a server of its own, which would answer as it likes.
// Case: own forged-address
// Expect: WA, RTE
// At most: 0
// Problem: shelf
import { createServer } from 'node:net';

export function beat(url: string): Promise<number> {
  const port = Number(new URL(url).port);
  return new Promise((resolve, reject) => {
    createServer(() => {})
      .on('error', reject)
      .listen(port, '127.0.0.1', () => resolve(-1));
  });
}
