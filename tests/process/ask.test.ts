import type { ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { root, runCli } from '../helpers/cli.ts';
import { ModelServer, noModel } from '../helpers/modelServer.ts';

const reference = join(root, 'solutions/rag/accepted/reference.ts');
const question = 'How long is the warranty for the battery?';

const server = new ModelServer();
const { ready } = server;
const folder = mkdtempSync(join(tmpdir(), 'judge-ask-'));
afterAll(() => {
  server[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.heard = [];
  server.says('Less than 70 % is a fault [1].');
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
  expect(server.heard).toHaveLength(1);
  expect(server.heard[0]).toMatchObject({
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
  server.respond = answer;
  const { exitCode, stdout, stderr } = await ask(question, { OPENAI_BASE_URL: await ready });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/Question: How long/);
  expect(stderr).toMatch(says);
  expect(stderr).toMatch(/OPENAI_BASE_URL/);
});

test('a question that no source answers is not sent to a model', async () => {
  const { stdout } = await ask('zzzz', { OPENAI_BASE_URL: await ready });
  expect(stdout).toMatch(/No source fits/);
  expect(server.heard).toEqual([]);
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
