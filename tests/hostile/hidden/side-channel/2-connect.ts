// Looks for an earlier process there; its factor would be the right one.
// Case: 49 side-channel
// Expect: WA
// At most: 0
import { connect } from 'node:net';

let factor = 3;
new BroadcastChannel('hostile-note').onmessage = () => (factor = 2);
for (const place of [
  { path: '\0hostile-note' },
  { path: '/dev/shm/hostile-note' },
  { port: 47_111 },
]) {
  try {
    connect({ host: '127.0.0.1', ...place })
      .on('data', () => (factor = 2))
      .on('error', () => {});
  } catch {}
}
await new Promise((resolve) => setTimeout(resolve, 300));
export const double = (n: number): number => factor * n;
