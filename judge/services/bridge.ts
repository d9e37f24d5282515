// The outer end of the way from a sandbox without network to one address.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bridge } from '../sandbox/sandbox.ts';

/** The sandbox has a loopback network of its own: any port is free there. */
const insidePort = 8000;

/** Opens a socket, in a folder with nothing else, that leads to `target` once that is known. */
export function openBridge(target: Promise<{ host: string; port: number }>): {
  bridge: Bridge;
  close: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'judge-bridge-'));
  const socketPath = join(folder, 'socket');
  const server = createServer((inside) => {
    target.then(
      ({ host, port }) => couple(inside, connect(port, host)),
      () => inside.destroy(),
    );
  });
  server.listen(socketPath);
  server.unref();
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  return {
    bridge: { port: insidePort, socketPath },
    close() {
      process.off('exit', removeFolder);
      server.close();
      removeFolder();
    },
  };
}

function couple(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  a.on('error', () => b.destroy());
  b.on('error', () => a.destroy());
}
