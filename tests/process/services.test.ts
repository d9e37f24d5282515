import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import onnxProto from 'onnx-proto';
import { afterAll, expect, test } from 'vitest';
import { reportSchema } from '#judge/model/report.ts';
import { cliPath, root, runCli } from '../helpers/cli.ts';

const reference = join(root, 'solutions/rag/accepted/reference.ts');
const folder = mkdtempSync(join(tmpdir(), 'judge-services-'));
/** Of these tests alone, to see what is left in it. */
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
afterAll(() => rmSync(folder, { recursive: true }));

async function judgeRag(env: Record<string, string>, args: string[] = []) {
  const all = ['rag', '--file', reference, '--seed', '5', '--format', 'json', ...args];
  const { exitCode, stdout } = await runCli(all, { TMPDIR: temporary, ...env });
  return { exitCode, report: reportSchema.parse(JSON.parse(stdout)) };
}

test.each(['auto', 'node'])('the reference reaches Chroma under --sandbox %s', async (sandbox) => {
  const { report } = await judgeRag({}, ['--sandbox', sandbox]);
  expect(report).toMatchObject({ verdict: 'AC', points: 100 });
  expect(report.sandbox.includes('network open')).toBe(report.sandbox.startsWith('node'));
});

test('after a run no folder of its services is left', () => {
  expect(readdirSync(temporary)).toEqual([]);
});

test('a Chroma that does not answer is the judge’s failure, with what to do', async () => {
  const closed = await freePort();
  const { exitCode, report } = await judgeRag({ JUDGE_CHROMA_URL: `http://127.0.0.1:${closed}` });
  expect(exitCode).toBe(3);
  expect(report).toMatchObject({ verdict: 'JE', points: 0 });
  expect(report.message).toMatch(/No Chroma server answers .* unset JUDGE_CHROMA_URL/);
});

test('a model that is not there is the judge’s failure, with what to do', async () => {
  const { exitCode, report } = await judgeRag({ JUDGE_EMBEDDER: 'Xenova/no-such-model' });
  expect(exitCode).toBe(3);
  expect(report.message).toMatch(/JUDGE_EMBEDDER is "Xenova\/no-such-model".*config\.json/);
});

test('a Chroma that is killed in mid-run is the judge’s failure', async () => {
  const args = [cliPath, 'rag', '--file', reference, '--seed', '5', '--format', 'json'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (text) => (stdout += String(text)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const chroma = await chromaOf(child.pid ?? 0);
  await sleep(1500);
  process.kill(chroma, 'SIGKILL');
  expect(await ended).toBe(3);
  const report = reportSchema.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ verdict: 'JE', points: 0 });
  expect(report.message).toMatch(/Chroma server ended during the run \(SIGKILL\)/);
});

test('the verdict does not depend on which model it is', async () => {
  const model = modelOf(50);
  const { report } = await judgeRag({ JUDGE_EMBEDDER: model });
  expect(report).toMatchObject({ verdict: 'AC', points: 100 });
  const wrong = join(root, 'solutions/rag/wrong_answer/cls-pooling.ts');
  const { stdout } = await runCli(['rag', '--file', wrong, '--format', 'json'], {
    JUDGE_EMBEDDER: model,
  });
  const lost = reportSchema
    .parse(JSON.parse(stdout))
    .subtasks.filter(({ verdict }) => verdict !== 'AC');
  expect(lost.map(({ id }) => id)).toContain('embeddings');
});

async function chromaOf(judge: number): Promise<number> {
  for (;;) {
    const children = execFileSync('ps', ['-o', 'ppid=,pid=,args=', '-e'], { encoding: 'utf8' });
    const line = children
      .split('\n')
      .map((text) => text.trim().split(/ +/))
      .find(([parent, , ...args]) => Number(parent) === judge && args.join(' ').includes('chroma'));
    if (line !== undefined) return Number(line[1]);
    await sleep(20);
  }
}

/** The shipped model with only the first of its dimensions. */
function modelOf(dimensions: number): string {
  const { ModelProto } = onnxProto.onnx;
  const path = join(folder, `first-${dimensions}`);
  cpSync(join(root, 'fixtures/rag/models/glove-sif-100d'), path, { recursive: true });
  const file = join(path, 'onnx/model_quantized.onnx');
  const model = ModelProto.decode(readFileSync(file));
  for (const tensor of model.graph?.initializer ?? []) {
    const sizes = (tensor.dims ?? []).map(Number);
    const bytes = Buffer.from(tensor.rawData ?? []);
    const rows = sizes.length === 2 ? (sizes[0] ?? 0) : 1;
    const rowBytes = bytes.length / rows;
    const kept = (rowBytes * dimensions) / (sizes.at(-1) ?? 1);
    tensor.rawData = Buffer.concat(
      Array.from({ length: rows }, (_, row) =>
        bytes.subarray(row * rowBytes, row * rowBytes + kept),
      ),
    );
    tensor.dims = [...sizes.slice(0, -1), dimensions];
  }
  for (const { type } of model.graph?.output ?? []) {
    const last = type?.tensorType?.shape?.dim?.at(-1);
    if (last) last.dimValue = dimensions;
  }
  writeFileSync(file, ModelProto.encode(model).finish());
  return path;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
