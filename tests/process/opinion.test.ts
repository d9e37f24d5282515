// A language model's opinion of an answer (`drill --llm`), with a small server in its place.
import type { ServerResponse } from 'node:http';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { drill, reviews } from '../helpers/drill.ts';
import { ModelServer, noModel } from '../helpers/modelServer.ts';

const server = new ModelServer();
afterAll(() => server[Symbol.dispose]());
beforeEach(() => {
  server.heard = [];
});

const answer = 'PCA looks for the directions\nin which the data vary the most. I like it.';
const matched = 'max-variance';
const grants = (points: { id: string; quote: string }[]): string => JSON.stringify({ points });

async function ask(...options: string[]) {
  const env = { ...noModel, OPENAI_BASE_URL: await server.ready, OPENAI_MODEL: 'small' };
  return drill(['pca', '--ticks', 'none', ...options], answer, env);
}

test('without --llm no model is asked, even where one is named', async () => {
  const { exitCode } = await ask();
  expect(exitCode).toBe(0);
  expect(server.heard).toEqual([]);
  expect(reviews('pca')[0]).not.toHaveProperty('llm');
});

test('a point is granted with its quote only if the answer says just that', async () => {
  server.says(
    `Here you are:\n\`\`\`json\n${grants([
      { id: matched, quote: 'the directions in which the data vary the most' },
      { id: 'projection', quote: 'projects the data onto the directions' },
      { id: 'orthogonal', quote: 'I like' },
      { id: 'centre-scale', quote: 'irections\nin which the data' },
      { id: 'unheard-of', quote: 'the directions in which' },
    ])}\n\`\`\``,
  );
  const { exitCode, stdout } = await ask('--llm');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^small grants 1 of \d+ points\./m);
  expect(stdout).toMatch(/^Granted +1\. "the directions in which the data vary the most"$/m);
  expect(stdout).toMatch(/^Not granted 2, 3, 5: what it quotes is not in your answer$/m);
  const [review] = reviews('pca');
  expect(review?.llm).toMatchObject({ model: 'small', points: [matched] });
  expect(stdout).toMatch(new RegExp(`^Model +${review?.llm?.score} of 100 `, 'm'));
  // Neither of the other scores and no schedule depends on it.
  expect(review?.self).toMatchObject({ points: [], score: 0 });
  expect(review?.rating).toBe('again');
});

test('the model gets the points, what counts, and the answer as data', async () => {
  server.says(grants([]));
  await ask('--llm');
  expect(server.heard).toMatchObject([
    {
      path: '/v1/chat/completions',
      body: {
        model: 'small',
        messages: [
          { role: 'system', content: expect.stringMatching(/quote the answer word for word/) },
          { role: 'user', content: expect.stringContaining(JSON.stringify(answer)) },
        ],
      },
    },
  ]);
});

test.each([
  [
    'refuses',
    (response: ServerResponse) => response.writeHead(500).end('busy\u001b[2J'),
    /500 busy\\u001b/,
  ],
  ['hangs up', (response: ServerResponse) => response.destroy(), /gave no answer/],
])('where it %s, that is told and all else stands', async (_name, respond, says) => {
  server.respond = respond;
  const { exitCode, stdout, stderr } = await ask('--llm');
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(says);
  expect(stderr).toMatch(/Your answer is kept, and what the matcher found stands\./);
  expect(stdout).toMatch(/^Matched /m);
  expect(reviews('pca')).toMatchObject([{ answer, matched: { points: [matched] } }]);
  expect(reviews('pca')[0]).not.toHaveProperty('llm');
});

test('a reply that is no list of points is told likewise', async () => {
  for (const reply of ['Well done!', '{"points": "all"}', '{']) {
    server.says(reply);
    const { exitCode, stderr } = await ask('--llm');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/sent no list of points\. Your answer is kept/);
  }
});

test('where no model is named, --llm says so before anything is typed', async () => {
  const { exitCode, stderr } = await drill(['pca', '--llm'], answer, noModel);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^--llm sends your answer to a language model.*Set OPENAI_BASE_URL/);
  expect(reviews('pca')).toEqual([]);
});
