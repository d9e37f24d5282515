// Steps by the size of a window: the overlap is checked, then forgotten.
// Loses: chunking
import { checkSizes, chunkDocument as right, type Chunk, type Doc } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(
  doc: Doc,
  { size, overlap }: { size: number; overlap: number },
): Chunk[] {
  checkSizes(size, overlap);
  return right(doc, { size, overlap: 0 });
}
