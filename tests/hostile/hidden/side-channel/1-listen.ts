// Waits for a later process at places that are no files: sockets by name, ports, channels.
// Case: 49 side-channel
// Expect: WA
// At most: 0
import { createServer } from 'node:net';

for (const place of ['\0hostile-note', '/dev/shm/hostile-note', 47_111]) {
  try {
    createServer((socket) => socket.end('2'))
      .on('error', () => {})
      .listen(place);
  } catch {}
}
new BroadcastChannel('hostile-note').postMessage(2);
export const double = (n: number): number => n + 1;
