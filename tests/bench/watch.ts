// From a save to the verdict on the screen of `judge watch`, with a cold `judge` of the same file in
// between: the ratio does not depend on how fast or how busy the machine is.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from './quantile.ts';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'judge/bin.js');
/** Where a person's file would be, so that the compiler's advice is part of it. */
const workspace = join(root, 'workspace');
const saves = 30;
/** A cold run after every so many saves. */
const coldEvery = 5;
/** A person writes for longer than this before the next save. */
const thinkingMs = 4_000;

const submissions = [
  ['iris', 'accepted/reference'],
  ['iris', 'accepted/byHand'],
  ['data-cleaning', 'accepted/danfojs'],
  ['rag', 'accepted/reference'],
] as const;

/** Prints p50 and p95 of each submission, what of it the submission itself needs, and the ratio. */
export async function benchWatch(): Promise<void> {
  console.log(
    `save to verdict in watch, ${saves} saves each, a cold run after every ${coldEvery}:`,
  );
  mkdirSync(workspace, { recursive: true });
  for (const [slug, name] of submissions) {
    const folder = mkdtempSync(join(workspace, 'bench-'));
    try {
      const source = readFileSync(join(root, 'solutions', slug, `${name}.ts`), 'utf8');
      await benchOne(slug, { name, source, folder });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

async function benchOne(
  slug: string,
  { name, source, folder }: { name: string; source: string; folder: string },
): Promise<void> {
  const file = join(folder, 'submission.ts');
  writeFileSync(file, source);
  const args = [slug, '--file', file, '--plain'];
  const env = { ...process.env, JUDGE_HOME: join(folder, 'home') };
  const watcher = spawn(process.execPath, [bin, 'watch', ...args], { env });
  const next = verdictsOf(watcher);
  const [warm, cold, own]: [number[], number[], number[]] = [[], [], []];
  try {
    await next();
    for (let save = 1; save <= saves; save += 1) {
      await sleep(thinkingMs);
      const savedAt = performance.now();
      writeFileSync(file, `${source}// save ${save}\n`);
      const report = await next();
      warm.push(performance.now() - savedAt);
      own.push(1000 * Number(/candidate ([\d.]+) s CPU/.exec(report)?.[1]));
      if (save % coldEvery > 0) continue;
      const startedAt = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { env });
      if (status !== 0) throw new Error(`judge ${slug} ended with ${status}:\n${String(stderr)}`);
      cold.push(performance.now() - startedAt);
    }
  } finally {
    watcher.kill('SIGTERM');
  }
  const ms = (numbers: readonly number[], q: number): string =>
    `${Math.round(quantile(numbers, q))} ms`;
  const ratio = (quantile(warm, 0.5) / quantile(cold, 0.5)).toFixed(2);
  console.log(
    `${`${slug} ${name}`.padEnd(32)} p50 ${ms(warm, 0.5)}, p95 ${ms(warm, 0.95)}; the submission's processes ${ms(own, 0.5)} of CPU; cold judge ${ms(cold, 0.5)}; watch / cold ${ratio}`,
  );
}

/** Each call resolves with the next report, which must accept. */
function verdictsOf(watcher: ChildProcess): () => Promise<string> {
  let text = '';
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => {});
  watcher.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  watcher.once('close', (code) => reject(new Error(`watch ended with ${code}:\n${text}`)));
  const report = async (): Promise<string> => {
    // The report ends with the line about the sandbox.
    while (!/^run: sandbox/m.test(text)) await sleep(2);
    const found = text;
    text = '';
    if (!/^verdict: AC/m.test(found)) throw new Error(`not accepted:\n${found}`);
    return found;
  };
  return () => Promise.race([report(), ended]);
}
