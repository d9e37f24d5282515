import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { root, runCli } from '../helpers/cli.ts';

const reference = join(root, 'solutions/rag/accepted/reference.ts');
const question = 'How long is the warranty for the battery?';
const noModel = { OPENAI_BASE_URL: '', OPENAI_API_KEY: '', OPENAI_MODEL: '' };

type Heard = { path: string | undefined; key: string | undefined; body: unknown };
let heard: Heard[];
let respond: (response: ServerResponse) => void;

/** Stands in for a language model's server. */
const server: Server = createServer((request, response) => {
  void textOf(request).then((text) => {
    const { url: path, headers } = request;
    heard.push({ path, key: headers.authorization, body: JSON.parse(text) });
    respond(response);
  });
});
const ready = new Promise<string>((resolve) =>
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`);
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'judge-ask-'));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  heard = [];
  respond = (response) => {
    const message = { role: 'assistant', content: 'Less than 70 % is a fault [1].' };
    response.end(JSON.stringify({ choices: [{ message }, { message }] }));
  };
});

const ask = (words: string, env: Record<string, string>, file = reference) =>
  runCli(['ask', words, '--file', file], { ...noModel, ...env });

test('without a model the prompt is printed', async () => {
  const { exitCode, stdout } = await ask(question, {});
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/\[1\] warranty-coverage#0 {2}score 0\.\d{3}/);
  expect(stdout).toMatch(/<source id="1" doc="warranty-coverage">/);
  expect(stdout).toMatch(/Question: How long is the warranty/);
  expect(stdout).toMatch(/No model was asked\. Set OPENAI_BASE_URL/);
});

test('a model gets the prompt as it is, and its answer is printed', async () => {
  const env = { OPENAI_BASE_URL: await ready, OPENAI_API_KEY: 'secret', OPENAI_MODEL: 'small' };
  const { exitCode, stdout } = await ask(question, env);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Answer of small\nLess than 70 % is a fault \[1\]\./);
  expect(stdout).not.toMatch(/secret/);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    path: '/v1/chat/completions',
    key: 'Bearer secret',
    body: {
      model: 'small',
      messages: [
        { role: 'system', content: expect.stringMatching(/^You answer questions of customers/) },
        { role: 'user', content: expect.stringMatching(/Question: How long is the warranty/) },
      ],
    },
  });
});

test.each([
  [
    'refuses',
    (response: ServerResponse) => response.writeHead(401).end('no such key'),
    /401 no such/,
  ],
  ['answers nonsense', (response: ServerResponse) => response.end('<html>'), /something else/],
  ['hangs up', (response: ServerResponse) => response.destroy(), /other side closed|socket/],
])('a model that %s is named, and the prompt is there', async (_name, answer, says) => {
  respond = answer;
  const { exitCode, stdout, stderr } = await ask(question, { OPENAI_BASE_URL: await ready });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/Question: How long/);
  expect(stderr).toMatch(says);
  expect(stderr).toMatch(/OPENAI_BASE_URL/);
});

test('a question that no source answers is not sent to a model', async () => {
  const { stdout } = await ask('zzzz', { OPENAI_BASE_URL: await ready });
  expect(stdout).toMatch(/No source fits/);
  expect(heard).toEqual([]);
});

test('a pipeline that fails is told with its line', async () => {
  const file = join(folder, 'broken.ts');
  writeFileSync(file, '\nexport function indexDocuments() { throw new Error("not yet"); }\n');
  const { exitCode, stdout } = await ask(question, {}, file);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/RTE {2}line 2: your indexDocuments threw Error: not yet/);
});

test('no question is a usage error', async () => {
  const { exitCode, stderr } = await runCli(['ask']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/Say what to ask/);
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
