// The outer end of the way from a sandbox without network to one address.
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { RunFolder } from '../leftovers/runFolder.ts';
import type { Bridge } from '../sandbox/sandbox.ts';

/** The sandbox has a loopback network of its own: any port is free there. */
const insidePort = 8000;

/** Opens a socket, in a folder with nothing else, that leads to `target` once that is known. */
export function openBridge(
  target: Promise<{ host: string; port: number }>,
  runFolder: RunFolder,
): { bridge: Bridge; close: () => void } {
  const socketPath = join(runFolder.makeFolder('bridge'), 'socket');
  const server = createServer((inside) => {
    target.then(
      ({ host, port }) => couple(inside, connect(port, host)),
      () => inside.destroy(),
    );
  });
  server.listen(socketPath);
  server.unref();
  return { bridge: { port: insidePort, socketPath }, close: () => server.close() };
}

function couple(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  a.on('error', () => b.destroy());
  b.on('error', () => a.destroy());
}
