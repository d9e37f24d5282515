// Each wall of bubblewrap by itself: programs without Node's permission model, which would hide it,
// try what is forbidden.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limitsSchema } from '#judge/model/problem.ts';
import { startBehindWalls } from '#judge/sandbox/bubblewrap.ts';
import { probeBubblewrap } from '#judge/sandbox/probe.ts';
import { root } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-walls-'));
const modules = join(folder, 'node_modules');
afterAll(() => rmSync(folder, { recursive: true }));
const toolFolders = ['.cache', '.vite-temp', '.some-tool'].map((name) => join(modules, name));
for (const path of toolFolders) {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'secret'), 'compiled');
}
writeFileSync(join(folder, 'secret'), 'hidden');

const limits = limitsSchema.parse({ callTimeMs: 1000, openFiles: 100, fileMb: 2 });

/** Runs a command behind the walls, which open `modules` only; answers what it printed. */
async function inside(command: readonly string[]): Promise<string> {
  const probe = probeBubblewrap();
  if (probe.kind !== 'works') throw new Error(`bubblewrap does not work: ${JSON.stringify(probe)}`);
  const runFolder = mkdtempSync(join(folder, 'run-'));
  const child = startBehindWalls(command, {
    fittings: probe.fittings,
    request: {
      readable: [modules, join(root, 'node_modules')],
      limits,
      timeZone: 'UTC',
      grants: [],
      needsNetwork: false,
      bridges: [],
      runFolder,
    },
  });
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes');
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return `${printed}${complaints}`;
}

/** What an expression of Node's, which may await, comes to; an error's code where it throws. */
async function evaluate(expression: string): Promise<unknown> {
  const code = `
    const fs = await import('node:fs');
    const ask = async () => (${expression});
    console.log(JSON.stringify(await ask().catch((error) => error.code ?? String(error))));`;
  const printed = await inside([process.execPath, '--input-type=module', '--eval', code]);
  try {
    return JSON.parse(printed);
  } catch {
    throw new Error(`not an answer: ${printed}`);
  }
}

describe('a sandboxed process', () => {
  test.each(['/', '/usr', '/etc', '/dev', '/dev/shm/..', modules, join(modules, '.cache')])(
    'cannot write to %s',
    async (path) => {
      const answer = await evaluate(`fs.writeFileSync(${JSON.stringify(join(path, 'x'))}, 'x')`);
      expect(answer).toMatch(/EROFS|EACCES/);
    },
  );

  test('sees nothing beside what was granted', async () => {
    expect(await evaluate(`fs.readdirSync('/')`)).toEqual(
      expect.arrayContaining(['dev', 'proc', 'tmp', 'usr']),
    );
    for (const path of ['/home', '/root', '/var', '/etc/passwd', '/sys', '/usr/local', '/run'])
      expect(await evaluate(`fs.existsSync('${path}')`)).toBe(false);
    expect(await evaluate(`fs.readdirSync(${JSON.stringify(folder)})`)).toEqual(['node_modules']);
    expect(await evaluate(`fs.readdirSync(${JSON.stringify(root)})`)).toEqual(
      expect.not.arrayContaining(['problems', 'solutions', 'tests', '.git']),
    );
  });

  test('does not see what tools keep below node_modules', async () => {
    for (const path of toolFolders) {
      expect(existsSync(join(path, 'secret'))).toBe(true);
      expect(await evaluate(`fs.readdirSync(${JSON.stringify(path)})`)).toEqual([]);
    }
    const commands = join(root, 'node_modules/.bin');
    expect(await evaluate(`fs.readdirSync(${JSON.stringify(commands)}).length > 0`)).toBe(true);
  });

  test.each(['/tmp', '/dev/shm'])('can fill %s up to its limit only', async (path) => {
    const write = `Array.from({ length: 9 }, (_, n) => fs.writeFileSync('${path}/' + n, Buffer.alloc(1e6)))`;
    expect(await evaluate(write)).toBe('ENOSPC');
  });

  test('finds an empty environment and another host name', async () => {
    const names = z.array(z.string()).parse(await evaluate('Object.keys(process.env)'));
    expect(names.filter((name) => !['TZ', 'PWD'].includes(name))).toEqual([]);
    expect(await evaluate(`(await import('node:os')).hostname()`)).toBe('judge');
  });

  test('sees no process but its own', async () => {
    const seen = await evaluate(`fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name))`);
    expect(seen).toEqual(['1', '2']);
  });

  test('reaches no address, not even one of this machine', async () => {
    await using server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const connect = (host: string, to: number | undefined): string =>
      `await new Promise(async (yes, no) => (await import('node:net')).connect(${to}, '${host}').on('connect', yes).on('error', no))`;
    expect(await evaluate(connect('127.0.0.1', port))).toBe('ECONNREFUSED');
    expect(await evaluate(connect('192.0.2.1', 80))).toBe('ENETUNREACH');
    expect(await evaluate(`await fetch('http://example.org').catch((e) => e.cause.code)`)).toMatch(
      /EAI_AGAIN|ENOTFOUND/,
    );
  });

  test('has no privileges and gets none', async () => {
    const status = z.string().parse(await evaluate(`fs.readFileSync('/proc/self/status', 'utf8')`));
    const value = (name: string): string | undefined =>
      new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1];
    expect(value('NoNewPrivs')).toBe('1');
    expect(value('Seccomp')).toBe('2'); // a filter
    for (const set of ['CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) expect(value(set)).toMatch(/^0+$/);
  });

  test('is held by the kernel to the limits of the manifest', async () => {
    const held = z.string().parse(await evaluate(`fs.readFileSync('/proc/self/limits', 'utf8')`));
    const hard = (title: string): string | undefined =>
      new RegExp(`^${title} +\\S+ +(\\S+)`, 'm').exec(held)?.[1];
    expect(hard('Max open files')).toBe('100');
    expect(hard('Max file size')).toBe(String(2 * 1024 * 1024));
    expect(hard('Max data size')).toBe(String(2048 * 1024 * 1024));
    expect(hard('Max core file size')).toBe('0');
    expect(hard('Max cpu time')).toBe('1205');
    expect(hard('Max processes')).toMatch(/^(320|unlimited)$/);
  });

  test('is ended by the kernel for a file over the limit', async () => {
    const grow = (bytes: number): string => `truncate F, ${bytes}; print "${bytes} ";`;
    const script = `$| = 1; open F, '>/tmp/x'; ${grow(2_000_000)} ${grow(3_000_000)}`;
    expect(await inside(['perl', '-e', script])).toBe('2000000 ');
  });

  test('cannot start a process', async () => {
    const start = `(await import('node:child_process')).spawnSync('/usr/bin/true').error.code`;
    expect(await evaluate(start)).toBe('EPERM');
  });
});

/** Numbers of x64 and of arm64, and what the kernel is to answer. */
const systemCalls: [name: string, x64: number, arm64: number, args: string, answer: RegExp][] = [
  ['keyctl', 250, 219, '0, 0', /not permitted/],
  ['add_key', 248, 217, '0, 0, 0, 0, 0', /not permitted/],
  ['request_key', 249, 218, '0, 0, 0, 0', /not permitted/],
  ['io_uring_setup', 425, 425, '1, 0', /not permitted/],
  ['userfaultfd', 323, 282, '0', /not permitted/],
  ['bpf', 321, 280, '0, 0, 0', /not permitted/],
  ['perf_event_open', 298, 241, '0, 0, 0, 0, 0', /not permitted/],
  ['ptrace', 101, 117, '0, 0, 0, 0', /not permitted/],
  ['process_vm_readv', 310, 270, '1, 0, 0, 0, 0, 0', /not permitted/],
  ['kexec_load', 246, 104, '0, 0, 0, 0', /not permitted/],
  ['mount', 165, 40, '0, 0, 0, 0, 0', /not permitted/],
  ['unshare of the user namespace', 272, 97, '0x10000000', /not permitted/],
  ['setns', 308, 268, '0, 0', /not permitted/],
  ['memfd_create', 319, 279, '$name, 0', /not permitted/],
  ['clone3', 435, 435, '0, 0', /not implemented/],
  ['clone of a user namespace', 56, 220, '0x10000011, 0, 0, 0, 0', /not permitted/],
  ['a socket to the hypervisor', 41, 198, '40, 1, 0', /not supported/],
  ['a socket to the kernel', 41, 198, '16, 3, 0', /not supported/],
  ['a socket of the network packets', 41, 198, '17, 3, 0', /not supported/],
  ['typing into the terminal', 16, 29, '0, 0x5412, 0', /not permitted/],
  ['a call that no kernel has yet', 999, 999, '0', /not implemented/],
];

test('the kernel refuses the system calls of the filter', async () => {
  const isX64 = process.arch === 'x64';
  const script = systemCalls.map(
    ([, x64, arm64, args]) =>
      `$! = 0; $n = syscall(${isX64 ? x64 : arm64}, ${args}); print $n, " ", $!, "\\n";`,
  );
  const printed = await inside(['perl', '-e', `my $name = 'x'; ${script.join(' ')}`]);
  const answers = printed.trim().split('\n');
  expect(answers.length).toBe(systemCalls.length);
  for (const [index, [name, , , , answer]] of systemCalls.entries())
    expect(`${name}: ${answers[index]}`).toMatch(answer);
});

if (process.arch === 'x64') {
  test('a call by the numbers of x32 ends the process', async () => {
    const script = '$| = 1; print "before "; syscall(0x40000000 + 39); print "after"';
    expect(await inside(['perl', '-e', script])).toBe('before ');
  });
}
