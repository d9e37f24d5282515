// The protocol of the candidate process, spoken by hand over its socket.
import { writeSync } from 'node:fs';
import { serialize } from 'node:v8';

export function write(bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.byteLength;) {
    try {
      sent += writeSync(3, bytes, sent);
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== 'EAGAIN') throw error;
    }
  }
}

export function header(kind: number, bytes: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind, 0);
  head.writeUInt32LE(bytes, 1);
  return head;
}

export function frame(kind: number, body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([header(kind, bytes.byteLength), bytes]);
}

export function say(message: object | string): void {
  write(frame(0, typeof message === 'string' ? message : JSON.stringify(message)));
}

export function sendPayload(value: unknown): void {
  write(frame(1, serialize(value)));
}

/** All that an honest process says after the call. */
export function answer(id: number, value: unknown): void {
  say({ kind: 'done', id });
  sendPayload(value);
  say({ kind: 'answered', id, argumentsChanged: false });
}
