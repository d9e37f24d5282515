// "npm run judge ask": one question to the submission, over the handbook.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { AskScript } from '#judge/suite/api.ts';

const Hits = z.array(z.looseObject({ chunkId: z.string(), score: z.number() }));
const Prompt = z.looseObject({
  system: z.string(),
  user: z.string(),
  answerable: z.boolean(),
  citations: z.array(z.looseObject({ n: z.number(), chunkId: z.string() })),
});

const chunks = { chunkSize: 120, overlap: 20 };
const budget = { maxTokens: 1500, minScore: 0.4 };
const k = 5;

export const ask: AskScript = async (question, { call, services, fixtures }) => {
  const { chroma, embedder } = await services();
  const cfg = {
    chromaHost: chroma?.fromCandidate.host,
    chromaPort: chroma?.fromCandidate.port,
    chromaDatabase: chroma?.database,
    collection: 'handbook',
    ...embedder,
    ...chunks,
  };
  await call('indexDocuments', [readHandbook(join(fixtures, 'handbook')), cfg], z.any());
  const hits = await call('retrieve', [question, cfg, { k }], Hits);
  const prompt = await call('buildPrompt', [question, hits, budget], Prompt);
  const { system, user, answerable, citations } = prompt;
  const scores = new Map(hits.map(({ chunkId, score }) => [chunkId, score]));
  const sources = citations.map(({ n, chunkId }) => ({
    n,
    id: chunkId,
    score: scores.get(chunkId) ?? NaN,
  }));
  return { system, user, answerable, sources };
};

/** Each file is a document: front matter between two lines of dashes, then the text. */
function readHandbook(folder: string) {
  return readdirSync(folder).map((name) => {
    const [, head = '', text = ''] =
      /^---\n([^]*?)\n---\n?([^]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    const {
      title = '',
      year,
      ...metadata
    } = Object.fromEntries(head.split('\n').map((line) => line.split(/: (.*)/, 2)));
    return {
      id: basename(name, '.md'),
      title,
      text,
      metadata: { ...metadata, year: Number(year) },
    };
  });
}
