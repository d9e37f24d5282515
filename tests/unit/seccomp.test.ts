import { describe, expect, test } from 'vitest';
import { assemble } from '#judge/sandbox/seccomp/bpf.ts';
import { actions, errnos, seccompProgram } from '#judge/sandbox/seccomp/filter.ts';
import { numberOf, systemCalls, type Architecture } from '#judge/sandbox/seccomp/syscalls.ts';

type Call = { number: number; args?: number[]; audit?: number };

const audit = { x64: 0xc000003e, arm64: 0xc00000b7, i386: 0x40000003 };

/** Runs a program as the kernel does: over `struct seccomp_data`, with checks of its own. */
function run(
  program: Buffer,
  { number, args = [], audit: architecture = audit.x64 }: Call,
): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number, 0);
  data.writeUInt32LE(architecture, 4);
  for (const [index, value] of args.entries()) data.writeUInt32LE(value, 16 + 8 * index);
  let accumulator = 0;
  for (let at = 0; at < program.length; at += 8) {
    const operand = program.readUInt32LE(at + 4);
    const jump = (isTrue: boolean): number => 8 * program.readUInt8(at + (isTrue ? 2 : 3));
    switch (program.readUInt16LE(at)) {
      case 0x20:
        accumulator = data.readUInt32LE(operand);
        break;
      case 0x15:
        at += jump(accumulator === operand);
        break;
      case 0x25:
        at += jump(accumulator > operand);
        break;
      case 0x35:
        at += jump(accumulator >= operand);
        break;
      case 0x45:
        at += jump((accumulator & operand) !== 0);
        break;
      case 0x06:
        return operand;
      default:
        throw new Error(`no instruction at ${at}`);
    }
  }
  throw new Error('the program has no end');
}

const denied = actions.fail(errnos.EPERM);
const judged = ['clone', 'clone3', 'socket', 'ioctl', 'personality'];

describe.each(['x64', 'arm64'] as const)('the filter for %s', (architecture: Architecture) => {
  const program = seccompProgram(architecture);
  const ask = (number: number | undefined, ...args: number[]): number =>
    run(program, { number: number ?? -1, args, audit: audit[architecture] });

  test.each(systemCalls.filter((call) => !judged.includes(call)))('refuses %s', (call) => {
    const number = numberOf(call, architecture);
    if (number !== undefined) expect(ask(number)).toBe(denied);
  });

  test('allows what programs live from', () => {
    const everyday = { x64: [0, 1, 3, 9, 10, 39, 59, 202, 231], arm64: [56, 57, 63, 64, 98, 222] };
    for (const number of everyday[architecture]) expect(ask(number)).toBe(actions.allow);
  });

  test('allows a thread but no process and no namespace', () => {
    const clone = numberOf('clone', architecture);
    const threadOfGlibc = 0x3d0f00;
    expect(ask(clone, threadOfGlibc)).toBe(actions.allow);
    expect(ask(clone, 17)).toBe(denied); // SIGCHLD alone: fork
    for (const namespace of [0x80, 0x20000, 0x2000000, 0x10000000, 0x40000000])
      expect(ask(clone, threadOfGlibc | namespace)).toBe(denied);
    expect(ask(numberOf('clone3', architecture))).toBe(actions.fail(errnos.ENOSYS));
  });

  test('allows sockets of the internet and of the file system only', () => {
    const socket = numberOf('socket', architecture);
    for (const family of [1, 2, 10]) expect(ask(socket, family)).toBe(actions.allow);
    for (const family of [0, 3, 16, 17, 38, 40])
      expect(ask(socket, family)).toBe(actions.fail(errnos.EAFNOSUPPORT));
  });

  test('keeps a process from typing into its terminal', () => {
    const ioctl = numberOf('ioctl', architecture);
    expect(ask(ioctl, 0, 0x5412)).toBe(denied);
    expect(ask(ioctl, 0, 0x541c)).toBe(denied);
    expect(ask(ioctl, 0, 0x5401)).toBe(actions.allow);
  });

  test('lets a process ask for its personality but not change it', () => {
    const personality = numberOf('personality', architecture);
    expect(ask(personality, 0xffffffff)).toBe(actions.allow);
    expect(ask(personality, 0x0040000)).toBe(denied);
  });

  test('says of calls that are newer than the list that they are absent', () => {
    expect(ask(469)).toBe(actions.allow);
    expect(ask(470)).toBe(actions.fail(errnos.ENOSYS));
  });

  test('ends a process that calls by the numbers of another architecture', () => {
    expect(run(program, { number: 20, audit: audit.i386 })).toBe(actions.killProcess);
  });
});

test('the filter for x64 ends a process that calls by the numbers of x32', () => {
  const call = { number: 0x40000000 + 39 };
  expect(run(seccompProgram('x64'), call)).toBe(actions.killProcess);
});

test('the numbers of an architecture name each call once', () => {
  for (const architecture of ['x64', 'arm64'] as const) {
    const numbers = systemCalls.map((call) => numberOf(call, architecture));
    const known = numbers.filter((number) => number !== undefined);
    expect(new Set(known).size).toBe(known.length);
  }
});

describe('the assembler refuses', () => {
  test('a jump to nowhere', () => {
    expect(() => assemble([{ op: 'jump', when: 'equal', value: 1, yes: 'gone' }])).toThrow(/gone/);
  });

  test('a jump backwards', () => {
    const lines = [
      { op: 'label', name: 'up' },
      { op: 'jump', when: 'equal', value: 1, no: 'up' },
    ] as const;
    expect(() => assemble(lines)).toThrow(/skips -1/);
  });

  test('a jump farther than a byte', () => {
    const filler = Array.from({ length: 256 }, () => ({ op: 'load', offset: 0 }) as const);
    expect(() =>
      assemble([
        { op: 'jump', when: 'equal', value: 1, yes: 'end' },
        ...filler,
        { op: 'label', name: 'end' },
      ]),
    ).toThrow(/skips 256/);
  });

  test('the same label twice', () => {
    const label = { op: 'label', name: 'twice' } as const;
    expect(() => assemble([label, label])).toThrow(/twice/);
  });
});
