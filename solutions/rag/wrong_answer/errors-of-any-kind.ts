// Throws Error where a RangeError is asked for.
// Loses: chunking, retrieval, prompt
import {
  buildPrompt as prompt,
  chunkDocument as chunk,
  retrieve as search,
  type Chunk,
  type Doc,
  type Hit,
  type Metadata,
  type Prompt,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function chunkDocument(doc: Doc, o: { size: number; overlap: number }): Chunk[] {
  try {
    return chunk(doc, o);
  } catch (error) {
    throw new Error(String(error));
  }
}

export async function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return search(query, cfg, o).catch((error: unknown) => {
    throw new Error(String(error));
  });
}

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  try {
    return prompt(question, hits, o);
  } catch (error) {
    throw new Error(String(error));
  }
}
