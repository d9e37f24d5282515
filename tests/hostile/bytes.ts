// Answers in raw bytes of the structured-clone format, which no value of the process needs to have.
import { header, say, write } from './wire.ts';

let id = 0;

export function varint(value: number): number[] {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** Answers the next call with `parts`, joined. */
export function sendBytes(parts: readonly Uint8Array[]): Promise<never> {
  id += 1;
  say({ kind: 'done', id });
  write(
    header(
      1,
      parts.reduce((sum, { byteLength }) => sum + byteLength, 0),
    ),
  );
  for (const part of parts) write(part);
  say({ kind: 'answered', id, argumentsChanged: false });
  return new Promise(() => {});
}

/** Answers the next call with a list of `count` times the same value, which few bytes describe. */
export function sendMany(value: Uint8Array | readonly number[], count: number): Promise<never> {
  const perPiece = Math.min(count, 100_000);
  const bytes = Buffer.from(value);
  const piece = Buffer.alloc(perPiece * bytes.byteLength, bytes);
  const places = varint(count);
  return sendBytes([
    Buffer.from([0xff, 0x0f, 0x41, ...places]),
    ...Array.from({ length: count / perPiece }, () => piece),
    Buffer.from([0x24, 0x00, ...places]),
  ]);
}
