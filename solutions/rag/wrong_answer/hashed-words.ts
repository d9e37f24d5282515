// Hashes words into a vector: texts are similar only when they share words.
// Loses: embeddings
import { createHash } from 'node:crypto';

export * from '../accepted/reference.ts';

const dimensions = 100;

export function embed(texts: string[]): number[][] {
  return texts.map((text) => {
    const vector = Array.from({ length: dimensions }, () => 0);
    for (const word of text.toLowerCase().match(/\w+/g) ?? []) {
      const bucket = createHash('md5').update(word).digest().readUInt32LE() % dimensions;
      vector[bucket] = (vector[bucket] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
}
