// A candidate process that dies, or says something else, at each step of the protocol: what the host
// makes of it. The processes are not ours: small programs that speak the protocol up to a point.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, describe, expect, test } from 'vitest';
import type { HostOptions } from '#judge/candidate/host.ts';
import { Supervisor } from '#judge/candidate/supervisor.ts';
import { RunFolder } from '#judge/leftovers/runFolder.ts';
import { limitsSchema } from '#judge/model/problem.ts';
import { root } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-steps-'));
const runFolder = new RunFolder();
afterAll(() => {
  runFolder[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const limits = limitsSchema.parse({ callTimeMs: 1_000, loadTimeMs: 3_000 });

type Step = 'boot' | 'load' | 'call' | 'arguments' | 'go' | 'done' | 'answer' | 'end';

/** A process that does what an honest one does at each step, but for what `faults` say. */
function program(faults: Partial<Record<Step, string>>): string {
  const honest: Record<Step, string> = {
    boot: "say({ kind: 'ready' })",
    load: "say({ kind: 'loaded', functions: ['f'] })",
    call: '',
    arguments: "say({ kind: 'armed', id })",
    go: '',
    done: "say({ kind: 'done', id })",
    answer: 'frame(1, v8.serialize(7))',
    end: "say({ kind: 'answered', id, argumentsChanged: false })",
  };
  const step = (name: Step): string => `${faults[name] ?? honest[name]};`;
  return `
    const { writeSync } = require('node:fs');
    const v8 = require('node:v8');
    const head = (kind, bytes) => { const h = Buffer.alloc(5); h[0] = kind; h.writeUInt32LE(bytes, 1); return h; };
    const frame = (kind, body) => writeSync(3, Buffer.concat([head(kind, body.byteLength), body]));
    const say = (message) => frame(0, Buffer.from(JSON.stringify(message)));
    const die = () => process.kill(process.pid, 'SIGKILL');
    let id = 0;
    const steps = {
      load() { ${step('load')} },
      call(message) { id = message.id; ${step('call')} },
      go() { ${step('go')} ${step('done')} ${step('answer')} ${step('end')} },
    };
    let read = Buffer.alloc(0);
    new (require('node:net').Socket)({ fd: 3 }).on('data', (chunk) => {
      read = Buffer.concat([read, chunk]);
      while (read.byteLength >= 5 && read.byteLength >= 5 + read.readUInt32LE(1)) {
        const body = read.subarray(5, 5 + read.readUInt32LE(1));
        const isMessage = read[0] === 0;
        read = read.subarray(5 + body.byteLength);
        if (isMessage) { const message = JSON.parse(body); steps[message.kind](message); }
        else { ${step('arguments')} }
      }
    });
    ${step('boot')}`;
}

/** Starts the programs one after the other, the last one again and again. */
function supervise(programs: readonly string[], start = spawnNode): Supervisor {
  let started = 0;
  const options: HostOptions = {
    submission: { path: join(folder, 'submission.ts'), source: '' },
    limits,
    sandbox: {
      name: 'node',
      isolatesNetwork: false,
      describe: () => 'none',
      start: () => start(programs[Math.min(started++, programs.length - 1)] ?? ''),
    },
    sandboxRequest: {
      readable: [],
      limits,
      timeZone: 'UTC',
      grants: [],
      needsNetwork: false,
      bridges: [],
      runFolder: runFolder.path,
    },
    runFolder,
    resolveFrom: join(root, 'package.json'),
  };
  return new Supervisor(options, () => options.submission);
}

function spawnNode(code: string): ChildProcess {
  return spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
}

const request = { name: 'f', args: serialize([1]), limitMs: 1_000, watchArguments: false };

test('an honest process is heard to the end', async () => {
  const supervisor = supervise([program({})]);
  expect(await supervisor.call(request)).toMatchObject({ kind: 'returned' });
  await supervisor.stop();
});

describe('before Node is up, it is the judge that failed', () => {
  for (const [name, boot] of [
    ['it dies', 'die()'],
    ['it exits', 'process.exit(0)'],
    ['it sends bytes that are no message', "writeSync(3, 'hello world')"],
    ['it sends an answer', "say({ kind: 'done', id: 1 })"],
    ['it sends half a message', 'writeSync(3, head(0, 99)); process.exit(0)'],
  ] as const) {
    test(name, async () => {
      const supervisor = supervise([program({ boot })]);
      await expect(supervisor.call(request)).rejects.toThrow(/did not start/);
      await supervisor.stop();
    });
  }

  test('it cannot be started at all', async () => {
    const supervisor = supervise([''], () =>
      spawn('/nonexistent/node', [], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] }),
    );
    await expect(supervisor.call(request)).rejects.toThrow(/did not start.*ENOENT/);
    await supervisor.stop();
  });

  test('it has no socket', () => {
    expect(() => supervise([''], () => spawn(process.execPath, ['-e', '0']))).toThrow(/socket/);
  });
});

describe('once Node is up, it is the end of that process and no answer', () => {
  const steps: Step[] = ['load', 'call', 'arguments', 'go', 'done', 'answer', 'end'];
  const faults = {
    'is killed': ['die()', 'exited'],
    exits: ['process.exit(0)', 'exited'],
    'says what nobody asked': ["say({ kind: 'ready' })", 'misspoke'],
    'sends bytes that are no message': ["writeSync(3, 'hello world')", 'misspoke'],
    'dies within a message': ['writeSync(3, head(0, 99)); die()', 'exited'],
    'dies within its answer': ['writeSync(3, head(1, 9e6)); die()', 'exited'],
    'announces too much': ['writeSync(3, head(1, 2 ** 31))', 'answerTooLarge'],
  } as const;
  for (const step of steps) {
    for (const [name, [fault, kind]] of Object.entries(faults)) {
      test.concurrent(`it ${name} at the step "${step}"; the next process answers`, async () => {
        const supervisor = supervise([program({ [step]: fault }), program({})]);
        expect(await supervisor.call(request)).toMatchObject({ kind });
        expect(await supervisor.call(request)).toMatchObject({ kind: 'returned' });
        await supervisor.stop();
      });
    }
  }

  for (const step of ['load', 'arguments', 'end'] as const) {
    test.concurrent(`it closes its socket at the step "${step}" and lives on`, async () => {
      const close = "require('node:fs').closeSync(3)";
      const supervisor = supervise([program({ [step]: close }), program({})]);
      expect(await supervisor.call(request)).toMatchObject({
        kind: 'misspoke',
        what: expect.stringMatching(/end of its line/),
      });
      expect(await supervisor.call(request)).toMatchObject({ kind: 'returned' });
      await supervisor.stop();
    });
  }

  for (const step of ['load', 'go', 'done'] as const) {
    test.concurrent(`it falls silent at the step "${step}"`, async () => {
      const supervisor = supervise([program({ [step]: 'for (;;)' }), program({})]);
      expect(await supervisor.call(request)).toMatchObject({ kind: 'timedOut' });
      expect(await supervisor.call(request)).toMatchObject({ kind: 'returned' });
      await supervisor.stop();
    });
  }
});
