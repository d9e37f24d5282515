// The little of Chroma's HTTP interface that the judge needs beside what submissions use.
import { z } from 'zod';
import { JudgeError } from '../errors.ts';

const requestLimitMs = 5_000;
const databasesPath = '/api/v2/tenants/default_tenant/databases';
const listSchema = z.array(z.object({ name: z.string() }));

/** Whether a server answers at `url`. */
export async function isHealthy(url: string): Promise<boolean> {
  const answer = await request(url, '/api/v2/heartbeat').catch(() => undefined);
  return answer?.ok ?? false;
}

/** Makes a database. Throws a `JudgeError` when the server does not. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const answer = await request(url, databasesPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok)
    throw new JudgeError(
      `Chroma at ${url} made no database: ${answer.status} ${await answer.text()}`,
    );
}

/** The names of all databases; none when the server does not tell. */
export async function listDatabases(url: string): Promise<string[]> {
  const answer = await request(url, `${databasesPath}?limit=1000`).catch(() => undefined);
  const listed = listSchema.safeParse(await answer?.json().catch(() => undefined));
  return listed.data?.map(({ name }) => name) ?? [];
}

/** Where a database is, for a DELETE. */
export function databaseUrl(url: string, name: string): URL {
  return new URL(`${databasesPath}/${name}`, url);
}

/** Drops a database; one that is gone already is dropped. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await request(url, databaseUrl(url, name).pathname, { method: 'DELETE' }).catch(() => {});
}

function request(url: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, url), { ...init, signal: AbortSignal.timeout(requestLimitMs) });
}
