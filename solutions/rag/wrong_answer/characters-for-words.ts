// Windows of characters.
// Loses: chunking
import { checkSizes, chunkOf, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(
  doc: Doc,
  { size, overlap }: { size: number; overlap: number },
): Chunk[] {
  checkSizes(size, overlap);
  const chunks: Chunk[] = [];
  if (doc.text.trim() === '') return chunks;
  for (let start = 0; start < doc.text.length; start += size - overlap) {
    const end = Math.min(start + size, doc.text.length);
    chunks.push(chunkOf(doc, { index: chunks.length, start, end }));
    if (end === doc.text.length) break;
  }
  return chunks;
}
