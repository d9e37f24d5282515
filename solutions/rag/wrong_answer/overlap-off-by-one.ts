// Each chunk starts one word too late, as if one word less overlapped.
// Loses: chunking
import { checkSizes, chunkOf, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(
  doc: Doc,
  { size, overlap }: { size: number; overlap: number },
): Chunk[] {
  checkSizes(size, overlap);
  const words = [...doc.text.matchAll(/\S+/g)];
  const chunks: Chunk[] = [];
  for (let first = 0; first < words.length; first += size - overlap + 1) {
    const window = words.slice(first, first + size);
    const start = window[0]?.index ?? 0;
    const last = window.at(-1);
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    chunks.push(chunkOf(doc, { index: chunks.length, start, end }));
    if (first + size >= words.length) break;
  }
  return chunks;
}
