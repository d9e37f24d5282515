// What a sandboxed process may not ask of the kernel, as a seccomp filter. It covers what
// namespaces leave open; everything that is not named stays allowed, because libraries probe.
import { assemble, type Line } from './bpf.ts';
import {
  newestKnown,
  numberOf,
  systemCalls,
  type Architecture,
  type SystemCall,
} from './syscalls.ts';

/** seccomp(2): SECCOMP_RET_*. */
export const actions = {
  allow: 0x7fff0000,
  killProcess: 0x80000000,
  fail: (errno: number): number => 0x00050000 | errno,
} as const;

/** errno(3); the same on both architectures. */
export const errnos = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 } as const;

/** linux/audit.h: AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64. */
const auditArchitectures: Record<Architecture, number> = { x64: 0xc000003e, arm64: 0xc00000b7 };

/** On x64 a number with this bit is a call of the x32 interface, which would pass the list by. */
const x32Bit = 0x40000000;

/** Offsets in `struct seccomp_data`; of the 64-bit arguments their low halves. */
const offsets = { number: 0, architecture: 4, argument: (index: number) => 16 + 8 * index };

/** clone(2): a thread of this process. */
const cloneThread = 0x00010000;
/** clone(2): CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const cloneNamespaces = 0x7e020080;
/** AF_UNIX, AF_INET, AF_INET6: the loopback network is the sandbox's own. */
const socketFamilies = [1, 2, 10];
/** TIOCSTI types into the terminal that the process was started from, TIOCLINUX pastes. */
const terminalRequests = [0x5412, 0x541c];
/** PER_LINUX, and the value that only asks. */
const personalities = [0, 0xffffffff];

const judgedByArgument: readonly SystemCall[] = ['clone', 'socket', 'ioctl', 'personality'];
/** Whoever calls clone3, whose flags a filter cannot see, falls back to clone when it is absent. */
const saidToBeAbsent: readonly SystemCall[] = ['clone3'];

/** Architectures for which there is a filter. */
export function isFilteredArchitecture(arch: string): arch is Architecture {
  return Object.hasOwn(auditArchitectures, arch);
}

/** The filter as the program that `bwrap --seccomp` takes. */
export function seccompProgram(architecture: Architecture): Buffer {
  const refused = systemCalls.filter(
    (call) => !judgedByArgument.includes(call) && !saidToBeAbsent.includes(call),
  );
  const jumpTo = (label: string, calls: readonly SystemCall[]): Line[] =>
    calls.flatMap((call) => {
      const value = numberOf(call, architecture);
      return value === undefined ? [] : [{ op: 'jump', when: 'equal', value, yes: label }];
    });
  return assemble([
    { op: 'load', offset: offsets.architecture },
    { op: 'jump', when: 'equal', value: auditArchitectures[architecture], no: 'kill' },
    { op: 'load', offset: offsets.number },
    ...(architecture === 'x64'
      ? [{ op: 'jump', when: 'atLeast', value: x32Bit, yes: 'kill' } satisfies Line]
      : []),
    ...judgedByArgument.flatMap((call) => jumpTo(call, [call])),
    ...jumpTo('absent', saidToBeAbsent),
    ...jumpTo('refuse', refused),
    // What a later kernel brings is not known to be harmless.
    { op: 'jump', when: 'above', value: newestKnown, yes: 'absent', no: 'allow' },
    ...judgements,
    { op: 'label', name: 'refuse' },
    { op: 'return', action: actions.fail(errnos.EPERM) },
    { op: 'label', name: 'absent' },
    { op: 'return', action: actions.fail(errnos.ENOSYS) },
    { op: 'label', name: 'noFamily' },
    { op: 'return', action: actions.fail(errnos.EAFNOSUPPORT) },
    { op: 'label', name: 'kill' },
    { op: 'return', action: actions.killProcess },
    { op: 'label', name: 'allow' },
    { op: 'return', action: actions.allow },
  ]);
}

const judgements: Line[] = [
  // Threads, but no processes: a candidate process has no use for children.
  { op: 'label', name: 'clone' },
  { op: 'load', offset: offsets.argument(0) },
  { op: 'jump', when: 'hasAnyBit', value: cloneNamespaces, yes: 'refuse' },
  { op: 'jump', when: 'hasAnyBit', value: cloneThread, yes: 'allow', no: 'refuse' },
  ...oneOf('socket', { argument: 0, values: socketFamilies, yes: 'allow', no: 'noFamily' }),
  ...oneOf('ioctl', { argument: 1, values: terminalRequests, yes: 'refuse', no: 'allow' }),
  ...oneOf('personality', {
    argument: 0,
    values: personalities,
    yes: 'allow',
    no: 'refuse',
  }),
];

function oneOf(
  call: SystemCall,
  {
    argument,
    values,
    yes,
    no,
  }: { argument: number; values: readonly number[]; yes: string; no: string },
): Line[] {
  return [
    { op: 'label', name: call },
    { op: 'load', offset: offsets.argument(argument) },
    ...values.map((value, index): Line => {
      const isLast = index === values.length - 1;
      return { op: 'jump', when: 'equal', value, yes, ...(isLast && { no }) };
    }),
  ];
}
