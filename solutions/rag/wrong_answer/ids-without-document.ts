// Chunk ids are the index alone, the same in every document.
// Loses: chunking
import { chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  return right(doc, o).map((chunk) => ({ ...chunk, id: `chunk-${chunk.index}` }));
}
