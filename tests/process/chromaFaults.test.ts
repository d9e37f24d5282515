// A Chroma server that somebody gave us (JUDGE_CHROMA_URL) and that is broken in one way or another:
// a judge error that says what to do, whatever the submission does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reportSchema } from '#judge/model/report.ts';
import { root, runCli, testTree } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-chroma-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'beat.ts');
writeFileSync(
  file,
  `export async function beat(url: string): Promise<number> {
    const answer = await fetch(url + '/api/v2/heartbeat');
    return (await answer.json())['nanosecond heartbeat'];
  }`,
);

/** Judges a submission that asks the server for its heartbeat, like the judge itself. */
async function judge(url: string, submission = file) {
  const args = ['shelf', '--file', submission, '--root', testTree, '--format', 'json'];
  const { exitCode, stdout } = await runCli(args, { JUDGE_CHROMA_URL: url });
  return { exitCode, report: reportSchema.parse(JSON.parse(stdout)) };
}

/** A server of these tests' own. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { server, url: `http://127.0.0.1:${port}` };
}

const alive: RequestListener = (request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(request.method === 'GET' ? '{"nanosecond heartbeat":1}' : '{}');
};

test('a server that works is used', async () => {
  const { server, url } = await serve(alive);
  expect((await judge(url)).report).toMatchObject({ verdict: 'AC', points: 100 });
  server.close();
});

test('a submission reaches nothing of a given server but its own database', async () => {
  const asked: string[] = [];
  const { server, url } = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    alive(request, response);
  });
  const drops = join(root, 'tests/hostile/chroma/drop-everything.ts');
  expect((await judge(url, drops)).report).toMatchObject({ verdict: 'AC', points: 100 });
  server.close();
  const others = asked.filter((line) => !line.endsWith('/heartbeat'));
  const databases = '/api/v2/tenants/default_tenant/databases';
  const ofTheJudge = [
    `GET ${databases}?limit=1000`,
    `POST ${databases}`,
    expect.stringMatching(`^DELETE ${databases}/run-`),
  ];
  expect(others).toEqual(ofTheJudge);
});

test.each([
  [
    'makes no database',
    (method: string) => (method === 'GET' ? 200 : 500),
    /made no database: 500/,
  ],
  ['is no Chroma', () => 404, /No Chroma server answers/],
])('a server that %s is a judge error', async (_name, statusOf, says) => {
  const { server, url } = await serve((request, response) => {
    response.statusCode = statusOf(request.method ?? '');
    alive(request, response);
  });
  const { exitCode, report } = await judge(url);
  expect(report).toMatchObject({ verdict: 'JE', points: 0 });
  expect(report.message).toMatch(says);
  expect(exitCode).toBe(3);
  server.close();
});

test('a server that never answers is a judge error', async () => {
  const { server, url } = await serve(() => {});
  const { report } = await judge(url);
  expect(report.verdict).toBe('JE');
  expect(report.message).toMatch(/No Chroma server answers/);
  server.closeAllConnections();
  server.close();
});

test('a server that dies in mid-run is a judge error, though the submission answered', async () => {
  let beats = 0;
  const { server, url } = await serve((request, response) => {
    if (request.method === 'GET') beats += 1;
    alive(request, response);
    // The judge's own, the positive control's, the test case's: then it is gone.
    if (beats < 3) return;
    response.on('finish', () => {
      server.close();
      server.closeAllConnections();
    });
  });
  const { exitCode, report } = await judge(url);
  expect(report).toMatchObject({ verdict: 'JE', points: 0 });
  expect(report.message).toMatch(/No Chroma server answers/);
  expect(exitCode).toBe(3);
});

test.each(['not a url', 'ftp://127.0.0.1:8000', ''])('"%s" is no address', async (url) => {
  const { exitCode, report } = await judge(url);
  expect(report.verdict).toBe('JE');
  expect(report.message).toMatch(/JUDGE_CHROMA_URL is .* Write it like http/);
  expect(exitCode).toBe(3);
});
