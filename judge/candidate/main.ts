// UNTRUSTED SIDE. Runs in the candidate process, beside the submission, which may change anything
// here: nothing it says is believed. It imports nothing of ours, so that the sandbox can hide the judge.
import { writeSync } from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { connect, createServer, Socket } from 'node:net';
import os from 'node:os';
import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { ChildMessage, HostMessage, Thrown } from './protocol.ts';

const fd = 3;
const headerBytes = 5;
const waiter = new Int32Array(new SharedArrayBuffer(4));
let exported: Record<string, unknown> = {};
let armed: { id: number; call: () => Promise<void> } | undefined;
let preloaded: Promise<unknown> = Promise.resolve();
let calling: Extract<HostMessage, { kind: 'call' }> | undefined;

const socket = new Socket({ fd });
let chunks: Buffer[] = [];
let bufferedBytes = 0;
let neededBytes = headerBytes;
socket.on('data', (chunk: Buffer) => {
  chunks.push(chunk);
  bufferedBytes += chunk.byteLength;
  // Joined only when a frame is complete: joining at every chunk is quadratic in the frame.
  while (bufferedBytes >= neededBytes) {
    const buffered = Buffer.concat(chunks);
    const end = headerBytes + buffered.readUInt32LE(1);
    chunks = [buffered];
    neededBytes = end;
    if (bufferedBytes < end) return;
    const rest = buffered.subarray(end);
    chunks = [rest];
    bufferedBytes = rest.byteLength;
    neededBytes = headerBytes;
    const body = buffered.subarray(headerBytes, end);
    if (buffered.readUInt8(0) === 1) arm(body);
    else void obey(body);
  }
});
socket.on('close', () => process.exit());

// An error outside a call is reported and survived: whether it comes before or after the next
// question must not decide a verdict.
process.on('uncaughtException', (error) => send({ kind: 'stray', error: describe(error) }));
leaveOthersAlone();
await Promise.all(readBridges().map(openBridge));
send({ kind: 'ready' });

/**
 * Node's permission model lets a process signal others, the judge among them, and set their
 * priorities. Where no sandbox around it hides them, this takes the means away.
 */
function leaveOthersAlone(): void {
  const own = process.pid;
  const kill: unknown = Reflect.get(process, '_kill');
  const refuse = -os.constants.errno.EPERM;
  const killSelf = (pid: number, signal: number): unknown =>
    pid === own && typeof kill === 'function'
      ? Reflect.apply(kill, process, [pid, signal])
      : refuse;
  Reflect.set(process, '_kill', killSelf);
  for (const name of ['_debugProcess', '_debugEnd']) Reflect.deleteProperty(process, name);
  Reflect.deleteProperty(os, 'setPriority');
  syncBuiltinESMExports();
}

/** The ways to the services of the run, where the sandbox has no network (sandbox/sandbox.ts). */
function readBridges(): { port: number; socketPath: string }[] {
  return JSON.parse(process.argv[2] ?? '[]');
}

function openBridge({ port, socketPath }: { port: number; socketPath: string }): Promise<void> {
  const server = createServer((inside) => {
    const outside = connect(socketPath);
    inside.pipe(outside).pipe(inside);
    inside.on('error', () => outside.destroy());
    outside.on('error', () => inside.destroy());
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

async function obey(body: Buffer): Promise<void> {
  const message: HostMessage = JSON.parse(body.toString());
  if (message.kind === 'preload') preloaded = preload(message.packages);
  else if (message.kind === 'load') await load(message);
  else if (message.kind === 'call') calling = message;
  else if (armed?.id === message.id) await armed.call();
}

/** What the submission will import; whatever goes wrong shows when it does. */
function preload(packages: readonly string[]): Promise<unknown> {
  return Promise.allSettled(packages.map((name) => import(name)));
}

async function load({
  url,
  source,
  resolveFrom,
}: Extract<HostMessage, { kind: 'load' }>): Promise<void> {
  await preloaded;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === url) return { url, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch (error) {
        // A file outside the project finds the project's libraries all the same.
        if (/^(\.|\/|file:)/.test(specifier)) throw error;
        return next(specifier, { ...context, parentURL: resolveFrom });
      }
    },
    load(loadUrl, context, next) {
      if (loadUrl !== url) return next(loadUrl, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
  try {
    exported = await import(url);
  } catch (error) {
    return send({ kind: 'loadFailed', error: describe(error) });
  }
  const functions = Object.keys(exported).filter((name) => typeof exported[name] === 'function');
  send({ kind: 'loaded', functions });
}

function arm(body: Buffer): void {
  if (calling === undefined) return;
  const { id, name, watchArguments } = calling;
  const args: unknown[] = deserialize(body);
  const before = watchArguments ? serialize(args) : undefined;
  armed = {
    id,
    async call() {
      let answer: unknown;
      try {
        const target = exported[name];
        answer = typeof target === 'function' ? await target(...args) : undefined;
      } catch (error) {
        return send({ kind: 'threw', id, error: describe(error) });
      }
      send({ kind: 'done', id });
      try {
        const argumentsChanged = before !== undefined && !before.equals(serialize(args));
        write(1, serialize(answer));
        send({ kind: 'answered', id, argumentsChanged });
      } catch (error) {
        send({ kind: 'unsendable', id, error: describe(error) });
      }
    },
  };
  send({ kind: 'armed', id });
}

function send(message: ChildMessage): void {
  write(0, Buffer.from(JSON.stringify(message)));
}

function write(kind: 0 | 1, body: Uint8Array): void {
  const frame = Buffer.allocUnsafe(headerBytes + body.byteLength);
  frame.writeUInt8(kind, 0);
  frame.writeUInt32LE(body.byteLength, 1);
  frame.set(body, headerBytes);
  let sent = 0;
  while (sent < frame.byteLength) {
    try {
      sent += writeSync(fd, frame, sent);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      // The host has not read yet; the socket does not block, so we wait ourselves.
      Atomics.wait(waiter, 0, 0, 1);
    }
  }
}

function describe(error: unknown): Thrown {
  try {
    if (!(error instanceof Error)) {
      const thrown = typeof error === 'string' ? error : inspect(error, { breakLength: Infinity });
      return { name: 'not an Error', message: clip(thrown, 4_000), stack: '' };
    }
    return {
      name: clip(String(error.name), 200),
      message: clip(String(error.message), 4_000),
      stack: clip(String(error.stack), 8_000),
    };
  } catch {
    return { name: 'Error', message: 'an error that cannot be read', stack: '' };
  }
}

function clip(text: string, chars: number): string {
  return text.length > chars ? text.slice(0, chars) : text;
}
