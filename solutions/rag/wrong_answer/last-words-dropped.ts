// Takes full windows only: the words after the last of them are in no chunk.
// Loses: chunking
import { chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  return right(doc, o).filter(({ text }) => [...text.matchAll(/\S+/g)].length === o.size);
}
