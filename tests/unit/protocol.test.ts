import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame, FrameReader } from '#judge/candidate/protocol.ts';

test('frames survive any cutting of the stream', () => {
  const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 });
  fc.assert(
    fc.property(bodies, fc.integer({ min: 1, max: 17 }), (sent, size) => {
      const stream = Buffer.concat(sent.map((body) => encodeFrame('payload', body)));
      const reader = new FrameReader(1000);
      const read: Buffer[] = [];
      for (let at = 0; at < stream.byteLength; at += size) {
        const frames = reader.push(stream.subarray(at, at + size), 0);
        if (typeof frames === 'string') throw new Error(frames);
        read.push(...frames.map(({ body }) => body));
      }
      expect(read.map((body) => body.toString('hex'))).toEqual(
        sent.map((body) => Buffer.from(body).toString('hex')),
      );
    }),
  );
});

test('a frame over the limit is refused before its body is collected', () => {
  const header = encodeFrame('payload', new Uint8Array(11)).subarray(0, 5);
  expect(new FrameReader(10).push(header, 0)).toBe('tooLarge');
});

test('bytes of an unknown kind are malformed', () => {
  expect(new FrameReader(10).push(Buffer.from('hello world'), 0)).toBe('malformed');
});
