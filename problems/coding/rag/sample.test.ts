// The visible tests: read them, run them with "npm run judge sample rag", add your own.
import { z } from 'zod';
import { check, checkSame, subtask, test, type TestContext } from '#judge/suite/api.ts';

subtask(
  'chunkDocument',
  async ({ candidate }) => {
    const doc = { id: 'd', title: 't', text: 'a' };
    await candidate.call('chunkDocument', [doc, { size: 2, overlap: 0 }], z.array(z.any()));
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const doc = { id: 'd', title: 't', text: ' a b\n c  d e f g ' };
      const chunks = await candidate.call('chunkDocument', [doc, { size: 3, overlap: 1 }], z.any());
      const expected = [
        { id: 'd#0', docId: 'd', index: 0, start: 1, end: 7, text: 'a b\n c' },
        { id: 'd#1', docId: 'd', index: 1, start: 6, end: 12, text: 'c  d e' },
        { id: 'd#2', docId: 'd', index: 2, start: 11, end: 16, text: 'e f g' },
      ];
      checkSame(chunks, expected, 'chunkDocument');
    });
  },
);

subtask(
  'buildPrompt',
  async ({ candidate }) => {
    await candidate.call('buildPrompt', ['Why?', [], { maxTokens: 500, minScore: 0 }], z.any());
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const hits = [
        { chunkId: 'r#0', docId: 'r', title: 'R', text: '30 days', score: 0.8 },
        { chunkId: 's#2', docId: 's', title: 'S', text: 'a < b', score: 0.7 },
        { chunkId: 't#1', docId: 't', title: 'T', text: 'no', score: 0.1 },
      ];
      const options = { maxTokens: 500, minScore: 0.3 };
      const prompt = await candidate.call(
        'buildPrompt',
        ['How long?', hits, options],
        z.looseObject({ user: z.string(), tokens: z.number() }),
      );
      const blocks = [
        '<source id="1" doc="r">\n30 days\n</source>',
        '<source id="2" doc="s">\na &lt; b\n</source>',
      ];
      checkSame(prompt.user, `${blocks.join('\n')}\n\nQuestion: How long?`, 'user of buildPrompt');
      checkSame(prompt.tokens, 98, 'tokens of buildPrompt');
    });
  },
);

subtask(
  'indexDocuments and retrieve',
  async ({ candidate, services }) => {
    check((await services()).chroma !== undefined, 'there is no Chroma server');
    await candidate.call(
      'chunkDocument',
      [
        { id: 'd', title: 't', text: '' },
        { size: 1, overlap: 0 },
      ],
      z.any(),
    );
  },
  () => {
    const configure = async (
      services: TestContext['services'],
      collection: string,
    ): Promise<object> => {
      const { chroma, embedder } = await services();
      return {
        chromaHost: chroma?.fromCandidate.host,
        chromaPort: chroma?.fromCandidate.port,
        chromaDatabase: chroma?.database,
        collection,
        ...embedder,
        chunkSize: 40,
        overlap: 8,
      };
    };

    test('a question in other words', async ({ candidate, services }) => {
      const cfg = await configure(services, 'questions');
      const docs = [
        {
          id: 'refund',
          title: 'Refunds',
          text: 'Refunds are paid to your account within five days.',
        },
        { id: 'leave', title: 'Leave', text: 'Staff have 28 days of annual leave a year.' },
      ];
      await candidate.call('indexDocuments', [docs, cfg], z.any());
      const question = 'When may I go on holiday?';
      const hits = await candidate.call(
        'retrieve',
        [question, cfg, { k: 1 }],
        z.array(z.looseObject({ docId: z.string() })),
      );
      checkSame(hits[0]?.docId, 'leave', `the document found for "${question}"`);
    });

    test('a document indexed again is replaced, and found by two keys', async ({
      candidate,
      services,
    }) => {
      const cfg = await configure(services, 'again');
      const doc = { id: 'plans', title: 'Plans', metadata: { lang: 'en', year: 2024 } };
      await candidate.call('indexDocuments', [[{ ...doc, text: 'Old prices.' }], cfg], z.any());
      await candidate.call('indexDocuments', [[{ ...doc, text: 'New prices.' }], cfg], z.any());
      const where = { lang: 'en', year: 2024 };
      const hits = await candidate.call(
        'retrieve',
        ['What does it cost?', cfg, { k: 5, where }],
        z.array(z.looseObject({ text: z.string() })),
      );
      const texts = hits.map(({ text }) => text);
      checkSame(texts, ['New prices.'], 'the texts found after indexing again');
    });
  },
);
