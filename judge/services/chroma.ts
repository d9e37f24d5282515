// A Chroma server for one run: its own process, port, data folder and database.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JudgeError, messageOf } from '../errors.ts';
import type { RunFolder } from '../leftovers/runFolder.ts';
import { tether } from '../leftovers/tether.ts';
import { openBridge } from './bridge.ts';
import { useGiven } from './chromaGiven.ts';
import { createDatabase, isHealthy } from './chromaHttp.ts';
import type { Service } from './service.ts';

const startLimitMs = 20_000;
const pollMs = 20;
/** Another program may take the free port before Chroma does. */
const maxStarts = 3;
const host = '127.0.0.1';

type Address = { host: string; port: number; database: string };
/** A server of its own for the run, or one that was there. */
export type ChromaServer = Pick<Service, 'check' | 'stop'> & { address: Promise<Address> };

/** Uses the server at `url`, or starts one where `url` is not given. */
export function startChroma(
  url: string | undefined,
  { isBridged, runFolder }: { isBridged: boolean; runFolder: RunFolder },
): Service {
  const server = url === undefined ? startOwn(runFolder) : useGiven(url);
  server.address.catch(() => {}); // whoever asks for it hears of it
  const opened = isBridged ? openBridge(server.address, runFolder) : undefined;
  const inside = opened && { host, port: opened.bridge.port };
  const address = server.address.then((found) => ({
    chroma: { ...found, fromCandidate: inside ?? { host: found.host, port: found.port } },
  }));
  address.catch(() => {});
  return {
    address,
    readable: [],
    needsNetwork: true,
    bridges: opened === undefined ? [] : [opened.bridge],
    check: () => server.check(),
    async stop() {
      opened?.close();
      await server.stop();
    },
  };
}

function startOwn(runFolder: RunFolder): ChromaServer {
  const folder = runFolder.makeFolder('chroma');
  let server: ChromaProcess | undefined;
  let isStopped = false;

  const start = async (): Promise<{ port: number }> => {
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      if (isStopped) throw new JudgeError('The run ended before Chroma was up.');
      server = spawnChroma({ folder, port });
      runFolder.adopt(server.child);
      const failure = await untilHealthy(server, `http://${host}:${port}`);
      if (failure === undefined) return { port };
      server.child.kill('SIGKILL');
      if (attempt === maxStarts) throw notStarted(failure);
    }
  };
  const address = start().then(async ({ port }) => {
    const database = `run-${randomUUID()}`;
    await createDatabase(`http://${host}:${port}`, database);
    return { host, port, database };
  });
  return {
    address,
    async check() {
      const { port } = await address;
      if (!(await isHealthy(`http://${host}:${port}`))) {
        throw new JudgeError(
          `The Chroma server ended during the run (${server?.ended() ?? 'no answer'}). Run again; if it stays so, look for what kills it: memory, disk space in ${folder}.`,
        );
      }
    },
    async stop() {
      isStopped = true;
      server?.child.kill('SIGKILL'); // its data is thrown away: nothing to shut down in order
      await server?.gone;
    },
  };
}

type ChromaProcess = {
  child: ChildProcess;
  gone: Promise<void>;
  /** How it ended and its last words; undefined while it runs. */
  ended: () => string | undefined;
};

function spawnChroma({ folder, port }: { folder: string; port: number }): ChromaProcess {
  const library = dirname(createRequire(import.meta.url).resolve('chromadb'));
  const cli = join(library, '..', 'cli.mjs');
  const args = [cli, 'run', '--path', folder, '--host', host, '--port', String(port)];
  const [program = '', ...rest] = tether([process.execPath, ...args]);
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
  let lastWords = '';
  let ended: string | undefined;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2_000);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      ended = messageOf(error);
      resolve();
    });
    child.once('close', (code, signal) => {
      ended = [signal ?? `exit code ${code}`, errorLine(lastWords)].filter(Boolean).join(': ');
      resolve();
    });
  });
  return { child, gone, ended: () => ended };
}

/** The line of a crash that names the error, for one line of ours. */
function errorLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|cannot|denied|in use/i.test(line))?.slice(0, 200) ?? '';
}

/** Waits until the server answers; answers why it does not, when it ended or took too long. */
async function untilHealthy(server: ChromaProcess, url: string): Promise<string | undefined> {
  const deadline = performance.now() + startLimitMs;
  while (performance.now() < deadline) {
    const ended = server.ended();
    if (ended !== undefined) return ended;
    if (await isHealthy(url)) return undefined;
    await sleep(pollMs);
  }
  return `no answer within ${startLimitMs / 1000} s`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      server.close(() => (port === undefined ? reject(new Error('no port')) : resolve(port)));
    });
  });
}

function notStarted(why: string): JudgeError {
  return new JudgeError(
    `The Chroma server did not start: ${why}. This problem needs it. It comes with the npm package "chromadb" for Linux, macOS and Windows on ARM; elsewhere start one (docker run -p 8000:8000 chromadb/chroma) and set JUDGE_CHROMA_URL=http://127.0.0.1:8000.`,
  );
}
