// The outer end of the way from a sandbox without network to one Chroma server. It reads each request
// and lets through what concerns the run's own database only: on a server that others use, a
// submission can neither read nor drop theirs.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { RunFolder } from '../leftovers/runFolder.ts';
import type { Bridge } from '../sandbox/sandbox.ts';

/** The sandbox has a loopback network of its own: any port is free there. */
const insidePort = 8000;

export type BridgeTarget = { host: string; port: number; database: string };

/** Opens a socket, in a folder with nothing else, that leads to `target` once that is known. */
export function openBridge(
  target: Promise<BridgeTarget>,
  runFolder: RunFolder,
): { bridge: Bridge; close: () => void } {
  const socketPath = join(runFolder.makeFolder('bridge'), 'socket');
  // An idle connection that we closed could meet a request on its way, which would then fail.
  const server = createServer({ keepAliveTimeout: 0 }, (inside, answer) => {
    // Whatever a submission wrote into a request must not end the judge.
    target.then((known) => pass(inside, answer, known)).catch(() => inside.destroy());
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(socketPath);
  server.unref();
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { bridge: { port: insidePort, socketPath }, close };
}

/** Hands a request on, and its answer back. */
function pass(
  inside: IncomingMessage,
  answer: ServerResponse,
  { host, port, database }: BridgeTarget,
): void {
  const { method = '', url = '' } = inside;
  if (!isOpen({ method, url }, database)) {
    inside.resume();
    answer.writeHead(403, { 'content-type': 'application/json' });
    const message = 'the judge lets through only what concerns the database of the run';
    answer.end(JSON.stringify({ error: 'Forbidden', message }));
    return;
  }
  // A connection for each request, for the same reason.
  const outside = request({
    host,
    port,
    method,
    path: url,
    headers: throughHeaders(inside),
    agent: false,
  });
  outside.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, throughHeaders(response));
    response.pipe(answer);
    response.on('error', () => answer.destroy());
  });
  outside.on('error', () => answer.destroy());
  answer.on('close', () => outside.destroy());
  inside.pipe(outside);
}

/** Headers but for what is agreed with the neighbour only. */
function throughHeaders({ headers }: IncomingMessage): IncomingMessage['headers'] {
  const ownOnes = ['connection', 'keep-alive'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownOnes.includes(name)));
}

const tenant = '/api/v2/tenants/default_tenant';
/** What a client asks before it asks for a database. */
const greetings = ['heartbeat', 'healthcheck', 'version', 'pre-flight-checks', 'auth/identity'].map(
  (name) => `/api/v2/${name}`,
);

/** Whether a submission may ask this of the server; only its own database may it change. */
export function isOpen(
  { method, url }: { method: string; url: string },
  database: string,
): boolean {
  const [path = ''] = url.split('?', 1);
  // What the server might read as another path than we do.
  if (/%2[ef5]|%5c|\\|\/\/|\/\.{1,2}(\/|$)|[^\x21-\x7e]/i.test(path)) return false;
  const own = `${tenant}/databases/${database}`;
  if (path.startsWith(`${own}/`)) return true;
  return method === 'GET' && [...greetings, tenant, own].includes(path);
}
