// Whatever way a run ends, nothing of it stays: no process, socket, folder or database.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cliPath, root, runCli, testTree } from '../helpers/cli.ts';
import { eventually, findProcesses } from '../helpers/processes.ts';

const home = mkdtempSync(join(tmpdir(), 'judge-left-'));
afterAll(() => rmSync(home, { recursive: true }));

const loop = 'export function double() { for (;;); }\nexport const beat = double;';
const right = `
export const double = (n: number): number => 2 * n;
export async function beat(url: string): Promise<number> {
  const answer = await fetch(url + '/api/v2/heartbeat');
  return Object.values(await answer.json())[0] as number;
}`;

type Place = { folder: string; temporary: string; env: Record<string, string> };

/** A folder for one test: the submissions, and what the judge takes for the system's /tmp. */
function makePlace(env: Record<string, string> = {}): Place {
  const folder = mkdtempSync(join(home, 'place-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  mkdirSync(join(folder, 'work'));
  writeFileSync(join(folder, 'work/loop.ts'), loop);
  writeFileSync(join(folder, 'work/right.ts'), right);
  return { folder, temporary, env: { TMPDIR: temporary, ...env } };
}

function argsOf({ folder }: Place, [slug, sandbox, file]: [string, string, string]): string[] {
  const submission = join(folder, 'work', file);
  return [slug, '--file', submission, '--root', testTree, '--sandbox', sandbox];
}

/** A judge whose submission is in the middle of an endless call. */
async function startLooping(place: Place, slug: string, sandbox: string): Promise<ChildProcess> {
  const args = argsOf(place, [slug, sandbox, 'loop.ts']);
  const env = { ...process.env, ...place.env };
  const child = spawn(process.execPath, [cliPath, ...args], { stdio: 'ignore', cwd: root, env });
  const isLooping = await eventually(() => candidates(place, child).some(({ cpuS }) => cpuS >= 1));
  if (!isLooping) throw new Error('the submission does not loop');
  return child;
}

/** Processes of the place but the judge itself. */
function candidates({ folder }: Place, judge: ChildProcess): ReturnType<typeof findProcesses> {
  return findProcesses(folder).filter(({ pid }) => pid !== judge.pid);
}

async function end(judge: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  const ended = new Promise<number | string | null>((resolve) =>
    judge.once('exit', (code, by) => resolve(code ?? by)),
  );
  judge.kill(signal);
  return ended;
}

const isEmpty = ({ folder }: Place): Promise<boolean> =>
  eventually(() => findProcesses(folder).length === 0);

describe.each(['bubblewrap', 'node'])('in the sandbox %s', (sandbox) => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    test.concurrent(`${signal} in the middle of a call leaves nothing`, async () => {
      const place = makePlace();
      const judge = await startLooping(place, 'patience', sandbox);
      expect(await end(judge, signal)).toBe(code);
      expect(await isEmpty(place)).toBe(true);
      expect(readdirSync(place.temporary)).toEqual([]);
    });
  }

  for (const slug of ['patience', 'shelf']) {
    test.concurrent(`a judge of "${slug}" that is killed leaves no process, and the next run removes its files`, async () => {
      const place = makePlace();
      const judge = await startLooping(place, slug, sandbox);
      expect(await end(judge, 'SIGKILL')).toBe('SIGKILL');
      expect(await isEmpty(place)).toBe(true);
      expect(readdirSync(place.temporary)).toHaveLength(1);
      const next = await runCli(argsOf(place, [slug, sandbox, 'right.ts']), place.env);
      expect(next.exitCode).toBe(0);
      expect(readdirSync(place.temporary)).toEqual([]);
      expect(findProcesses(place.folder)).toEqual([]);
    });
  }

  test.concurrent('a run with a service that is stopped leaves nothing', async () => {
    const place = makePlace();
    const judge = await startLooping(place, 'shelf', sandbox);
    expect(candidates(place, judge).some(({ args }) => args.includes('chromadb'))).toBe(true);
    await end(judge, 'SIGINT');
    expect(await isEmpty(place)).toBe(true);
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});

test('where nothing ties a process to the judge, the next run ends it', async () => {
  // Without a PATH there is neither setpriv nor prlimit.
  const place = makePlace({ PATH: '' });
  const judge = await startLooping(place, 'patience', 'node');
  await end(judge, 'SIGKILL');
  expect(candidates(place, judge)).toHaveLength(1);
  await runCli(argsOf(place, ['patience', 'node', 'right.ts']), place.env);
  expect(await isEmpty(place)).toBe(true);
  expect(readdirSync(place.temporary)).toEqual([]);
});

describe('on a Chroma server that was there before', () => {
  const port = Promise.withResolvers<number>();
  let server: ChildProcess;
  const data = join(home, 'chroma');

  beforeAll(async () => {
    await using free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const address = free.address();
    port.resolve(typeof address === 'object' && address !== null ? address.port : 0);
    await new Promise((resolve) => free.close(resolve));
    const cli = join(root, 'node_modules/chromadb/dist/cli.mjs');
    const args = [
      cli,
      'run',
      '--path',
      data,
      '--host',
      '127.0.0.1',
      '--port',
      String(await port.promise),
    ];
    server = spawn(process.execPath, args, { stdio: 'ignore' });
    const isUp = await eventually(async () => (await databases().catch(() => [])).length > 0);
    if (!isUp) throw new Error('Chroma does not start');
  });
  afterAll(() => void server.kill('SIGKILL'));

  const url = async (): Promise<string> => `http://127.0.0.1:${await port.promise}`;
  async function databases(): Promise<string[]> {
    const answer = await fetch(`${await url()}/api/v2/tenants/default_tenant/databases`);
    const listed = z.array(z.object({ name: z.string() })).parse(await answer.json());
    return listed.map(({ name }) => name);
  }

  test('a run that is stopped drops its database', async () => {
    const place = makePlace({ JUDGE_CHROMA_URL: await url() });
    const judge = await startLooping(place, 'shelf', 'bubblewrap');
    expect(await databases()).toHaveLength(2);
    await end(judge, 'SIGINT');
    expect(await databases()).toEqual(['default_database']);
  });

  test('the next run drops the database of a judge that was killed', async () => {
    const place = makePlace({ JUDGE_CHROMA_URL: await url() });
    const judge = await startLooping(place, 'shelf', 'bubblewrap');
    await end(judge, 'SIGKILL');
    expect(await databases()).toHaveLength(2);
    const next = await runCli(argsOf(place, ['shelf', 'auto', 'right.ts']), place.env);
    expect(next.exitCode).toBe(0);
    expect(await databases()).toEqual(['default_database']);
  });
});
