/**
 * What the host and the candidate process say to each other over one socket (fd 3 in the child).
 *
 * A frame is one byte of kind (0 message, 1 payload), the length of the body as a 32-bit
 * little-endian integer, and the body. A message is JSON and small; a payload is arguments or an
 * answer in the structured-clone format of `node:v8`, which keeps NaN, -0, undefined and Date.
 *
 * A call goes: host `call` + payload → child `armed` → host `go`, clock on → child `done`, clock
 * off → child payload. Moving data is thereby never charged to the candidate.
 */
import { z } from 'zod';

export const frameKinds = { message: 0, payload: 1 } as const;
export const frameHeaderBytes = 5;

/** File descriptor of the socket in the candidate process. */
export const candidateFd = 3;

export type HostMessage =
  | { kind: 'preload'; packages: readonly string[] }
  | { kind: 'load'; url: string; source: string; resolveFrom: string }
  | { kind: 'call'; id: number; name: string; watchArguments: boolean }
  | { kind: 'go'; id: number };

/** An error as the child describes it; all of it is the candidate's word. */
const thrownSchema = z.strictObject({
  name: z.string().max(200),
  message: z.string().max(4_000),
  stack: z.string().max(8_000),
});

export const childMessageSchema = z.discriminatedUnion('kind', [
  /** Node is up; nothing of the candidate's has run. */
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('loaded'), functions: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('loadFailed'), error: thrownSchema }),
  z.strictObject({ kind: z.literal('armed'), id: z.int() }),
  z.strictObject({ kind: z.literal('done'), id: z.int() }),
  z.strictObject({ kind: z.literal('threw'), id: z.int(), error: thrownSchema }),
  /** Follows the payload of an answer. */
  z.strictObject({ kind: z.literal('answered'), id: z.int(), argumentsChanged: z.boolean() }),
  /** The answer cannot be sent: a function, a Proxy, a symbol in it. */
  z.strictObject({ kind: z.literal('unsendable'), id: z.int(), error: thrownSchema }),
  /** An error outside any call; noted, nothing more. */
  z.strictObject({ kind: z.literal('stray'), error: thrownSchema }),
]);

export type ChildMessage = z.infer<typeof childMessageSchema>;
export type Thrown = z.infer<typeof thrownSchema>;

/** An honest process sends small messages; only payloads are large. */
const maxMessageBytes = 256 * 1024;

/** A message of the candidate process, or `undefined` for anything that is none. */
export function parseMessage(body: Buffer): ChildMessage | undefined {
  if (body.byteLength > maxMessageBytes) return undefined;
  try {
    return childMessageSchema.safeParse(JSON.parse(body.toString())).data;
  } catch {
    return undefined;
  }
}

export function isOneOf<Kind extends ChildMessage['kind']>(
  message: ChildMessage,
  kinds: Kind | readonly Kind[],
): message is Extract<ChildMessage, { kind: Kind }> {
  return [kinds].flat().some((kind) => kind === message.kind);
}

export type Frame =
  | { kind: 'message'; body: Buffer; receivedAt: number }
  | { kind: 'payload'; body: Buffer; receivedAt: number };

export function encodeFrame(kind: keyof typeof frameKinds, body: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(frameHeaderBytes + body.byteLength);
  frame.writeUInt8(frameKinds[kind], 0);
  frame.writeUInt32LE(body.byteLength, 1);
  frame.set(body, frameHeaderBytes);
  return frame;
}

/**
 * Cuts a byte stream into frames. The body of a frame over `maxBodyBytes` is never collected.
 * `push` answers the frames that `chunk` completes, or why the stream is no longer readable.
 */
export class FrameReader {
  readonly #maxBodyBytes: number;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(maxBodyBytes: number) {
    this.#maxBodyBytes = maxBodyBytes;
  }

  push(chunk: Buffer, receivedAt: number): Frame[] | 'tooLarge' | 'malformed' {
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
    const frames: Frame[] = [];
    while (this.#bytes >= frameHeaderBytes) {
      const header = this.#peek(frameHeaderBytes);
      const bodyBytes = header.readUInt32LE(1);
      const kindByte = header.readUInt8(0);
      if (kindByte > frameKinds.payload) return 'malformed';
      if (bodyBytes > this.#maxBodyBytes) return 'tooLarge';
      if (this.#bytes < frameHeaderBytes + bodyBytes) break;
      this.#take(frameHeaderBytes);
      const body = this.#take(bodyBytes);
      frames.push({
        kind: kindByte === frameKinds.payload ? 'payload' : 'message',
        body,
        receivedAt,
      });
    }
    return frames;
  }

  /** The first `count` buffered bytes, joined only when they span chunks. */
  #peek(count: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.byteLength >= count) return first.subarray(0, count);
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole.subarray(0, count);
  }

  #take(count: number): Buffer {
    const bytes = this.#peek(count);
    const first = this.#chunks[0] ?? Buffer.alloc(0);
    this.#chunks[0] = first.subarray(count);
    if (this.#chunks[0].byteLength === 0) this.#chunks.shift();
    this.#bytes -= count;
    return bytes;
  }
}
