// A short text is one chunk, also one without words.
// Loses: chunking
import { chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  const chunks = right(doc, o);
  if (chunks.length > 0) return chunks;
  const { id, text } = doc;
  return [{ id: `${id}#0`, docId: id, index: 0, start: 0, end: text.length, text }];
}
