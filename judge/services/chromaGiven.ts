// A Chroma server that is already there: each run gets a database of its own and drops it.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { JudgeError } from '../errors.ts';
import { ownerTag, readOwner, stateOf } from '../leftovers/names.ts';
import type { ChromaServer } from './chroma.ts';
import {
  createDatabase,
  databaseUrl,
  dropDatabase,
  isHealthy,
  listDatabases,
} from './chromaHttp.ts';

const dropLimitMs = 5_000;

/** Uses the server at `url` and drops what killed judges of this machine left there. */
export function useGiven(url: string): ChromaServer {
  const prefix = `run-${hashOfHost()}-`;
  const database = `${prefix}${ownerTag()}-${randomBytes(4).toString('hex')}`;
  const connected = connect(url, { prefix, database });
  // The judge is about to exit, so nothing can be awaited; another process can.
  const dropNow = (): void => {
    const code = `await fetch(${JSON.stringify(databaseUrl(url, database))}, { method: 'DELETE' })`;
    const args = ['--input-type=module', '--eval', code];
    spawnSync(process.execPath, args, { stdio: 'ignore', timeout: dropLimitMs });
  };
  const address = connected.then(() => {
    process.once('exit', dropNow);
    const { hostname: host, port } = new URL(url);
    return { host, port: Number(port || 80), database };
  });
  return {
    address,
    async check() {
      await address;
      if (!(await isHealthy(url))) throw unreachable(url);
    },
    async stop() {
      const isConnected = await address.then(
        () => true,
        () => false,
      );
      process.off('exit', dropNow);
      if (isConnected) await dropDatabase(url, database);
    },
  };
}

async function connect(
  url: string,
  { prefix, database }: { prefix: string; database: string },
): Promise<void> {
  if (!URL.canParse(url) || !url.startsWith('http:')) {
    throw new JudgeError(
      `JUDGE_CHROMA_URL is "${url}". Write it like http://127.0.0.1:8000, or unset it to let the judge start a server.`,
    );
  }
  if (!(await isHealthy(url))) throw unreachable(url);
  for (const name of await listDatabases(url)) {
    const owner = readOwner(name, prefix);
    if (owner !== undefined && stateOf(owner) === 'gone') await dropDatabase(url, name);
  }
  await createDatabase(url, database);
}

/** Several machines may use one server. */
function hashOfHost(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

function unreachable(url: string): JudgeError {
  return new JudgeError(
    `No Chroma server answers at ${url} (JUDGE_CHROMA_URL). Start it, or unset JUDGE_CHROMA_URL to let the judge start one.`,
  );
}
