// What a submission writes to the bridge, byte by byte, and what of it reaches the server.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { RunFolder } from '#judge/leftovers/runFolder.ts';
import { openBridge } from '#judge/services/bridge.ts';

const own = '/api/v2/tenants/default_tenant/databases/run-1';
const host = 'Host: a\r\n';
const last = `${host}Connection: close\r\n`;

test('a bridge survives whatever is written to it, and passes on nothing but what it has read', async () => {
  const seen: string[] = [];
  await using server = createServer(async (request, response) => {
    const body = await text(request).catch(() => 'cut off');
    seen.push(`${request.method} ${request.url} ${body}`.trim());
    response.end('answered');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  using runFolder = new RunFolder();
  const target = Promise.resolve({ host: '127.0.0.1', port, database: 'run-1' });
  const { bridge, close } = openBridge(target, runFolder);
  const ask = async (request: string): Promise<string> => {
    const socket = connect(bridge.socketPath);
    socket.write(Buffer.from(request, 'latin1'));
    const said = await text(socket).catch(() => '');
    return (said.match(/HTTP\/1.1 \d+/g) ?? []).join(' ').replaceAll('HTTP/1.1 ', '');
  };

  expect(await ask(`GET ${own}/one HTTP/1.1\r\n${last}\r\n`)).toBe('200');
  expect(await ask(`POST ${own}/two HTTP/1.1\r\n${last}Content-Length: 3\r\n\r\nabc`)).toBe('200');
  // Several in one go: each is looked at.
  const drop = `DELETE ${own} HTTP/1.1\r\n${last}\r\n`;
  expect(await ask(`GET ${own}/three HTTP/1.1\r\n${host}\r\n${drop}`)).toBe('200 403');
  // Two lengths: which of two requests the rest belongs to is for nobody to guess.
  const lengths = 'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n';
  expect(await ask(`POST ${own}/four HTTP/1.1\r\n${host}${lengths}\r\n0\r\n\r\n${drop}`)).toBe('');
  for (const nonsense of [
    'CONNECT 127.0.0.1:22 HTTP/1.1\r\n\r\n',
    `GET ${own}/x?a=\xff b HTTP/1.1\r\n${host}\r\n`,
    `GET ${own}/x HTTP/1.1\r\n${host}X: \x01\r\n\r\n`,
    `GET ${own}/x HTTP/1.1\r\n${host}X: ${'x'.repeat(100_000)}\r\n\r\n`,
    '\0'.repeat(1_000),
  ])
    expect(await ask(nonsense)).not.toContain('200');
  expect(seen).toEqual([`GET ${own}/one`, `POST ${own}/two abc`, `GET ${own}/three`]);
  close();
});

test('a server that is not there closes the connection', async () => {
  using runFolder = new RunFolder();
  const target = Promise.reject(new Error('not started'));
  target.catch(() => {}); // the run hears of it elsewhere
  const { bridge, close } = openBridge(target, runFolder);
  const socket = connect(bridge.socketPath).on('error', () => {});
  socket.write(`GET ${own}/x HTTP/1.1\r\n${host}\r\n`);
  await once(socket, 'close');
  close();
});
