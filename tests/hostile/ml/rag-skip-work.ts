// Embeds nothing where there are many documents, which only happens where it is timed.
// Case: own rag-skip-work
// Expect: WA
// At most: 99
// Problem: rag
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const embed: typeof honest.embed = async (texts, cfg) => {
  const [vector = []] = await honest.embed(texts.slice(0, 1), cfg);
  return texts.map(() => vector);
};
export const indexDocuments = (
  docs: honest.Doc[],
  cfg: honest.RagConfig,
): Promise<honest.IndexReport> => honest.indexWith(docs.length < 100 ? {} : { embed }, docs, cfg);
