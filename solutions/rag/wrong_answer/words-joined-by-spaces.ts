// Splits into words and joins them with single spaces: the white space of the text is lost.
// Loses: chunking
import { chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  return right(doc, o).map((chunk) => ({ ...chunk, text: chunk.text.split(/\s+/).join(' ') }));
}
