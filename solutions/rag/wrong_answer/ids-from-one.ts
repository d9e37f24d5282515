// Chunk ids count from 1.
// Loses: chunking
import { chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  return right(doc, o).map((chunk) => ({ ...chunk, id: `${doc.id}#${chunk.index + 1}` }));
}
