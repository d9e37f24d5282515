// Numbers of the system calls that the filter names. Source: the kernel's arch/x86/entry/syscalls/
// syscall_64.tbl for x64 and include/uapi/asm-generic/unistd.h, which arm64 uses; from 424 on both
// count alike. `undefined` where an architecture never had the call.

export type Architecture = 'x64' | 'arm64';

type Numbers = readonly [x64: number, arm64: number | undefined];

// oxfmt-ignore
const numbers = {
  // The kernel's keyrings, which no namespace separates.
  add_key: [248, 217], request_key: [249, 218], keyctl: [250, 219],
  // Large young interfaces that most kernel exploits go through.
  io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427],
  userfaultfd: [323, 282], bpf: [321, 280], perf_event_open: [298, 241],
  fanotify_init: [300, 262], fanotify_mark: [301, 263],
  // Looking into other processes.
  ptrace: [101, 117], process_vm_readv: [310, 270], process_vm_writev: [311, 271],
  kcmp: [312, 272], pidfd_getfd: [438, 438], process_madvise: [440, 440],
  process_mrelease: [448, 448],
  // Namespaces and mounts.
  unshare: [272, 97], setns: [308, 268], mount: [165, 40], umount2: [166, 39],
  pivot_root: [155, 41], chroot: [161, 51], open_tree: [428, 428], move_mount: [429, 429],
  fsopen: [430, 430], fsconfig: [431, 431], fsmount: [432, 432], fspick: [433, 433],
  mount_setattr: [442, 442], statmount: [457, 457], listmount: [458, 458],
  open_tree_attr: [467, 467], name_to_handle_at: [303, 264], open_by_handle_at: [304, 265],
  // Memory that belongs to no process, so that its resident size does not show it.
  memfd_create: [319, 279], memfd_secret: [447, 447], shmget: [29, 194], shmat: [30, 196],
  shmctl: [31, 195], shmdt: [67, 197],
  // Placement of memory, which has let processes corrupt the kernel.
  mbind: [237, 235], set_mempolicy: [238, 237], migrate_pages: [256, 238],
  move_pages: [279, 239], set_mempolicy_home_node: [450, 450],
  // The machine as a whole.
  kexec_load: [246, 104], kexec_file_load: [320, 294], reboot: [169, 142],
  init_module: [175, 105], finit_module: [313, 273], delete_module: [176, 106],
  swapon: [167, 224], swapoff: [168, 225], syslog: [103, 116], acct: [163, 89],
  quotactl: [179, 60], quotactl_fd: [443, 443], settimeofday: [164, 170],
  clock_settime: [227, 112], adjtimex: [159, 171], clock_adjtime: [305, 266],
  sethostname: [170, 161], setdomainname: [171, 162], vhangup: [153, 58],
  iopl: [172, undefined], ioperm: [173, undefined], modify_ldt: [154, undefined],
  // Long obsolete.
  lookup_dcookie: [212, 18], nfsservctl: [180, 42], uselib: [134, undefined],
  ustat: [136, undefined], sysfs: [139, undefined], _sysctl: [156, undefined],
  // Judged by their arguments, or refused so that the caller falls back to one that can be.
  clone: [56, 220], clone3: [435, 435], fork: [57, undefined], vfork: [58, undefined],
  socket: [41, 198], ioctl: [16, 29], personality: [135, 92],
} as const satisfies Record<string, Numbers>;

export type SystemCall = keyof typeof numbers;

export const systemCalls = Object.keys(numbers).filter(isSystemCall);

/** The newest call that this list has been checked against (file_setattr, Linux 6.17). */
export const newestKnown = 469;

/** The number of a call; `undefined` where the architecture has none of that name. */
export function numberOf(call: SystemCall, architecture: Architecture): number | undefined {
  return numbers[call][architecture === 'x64' ? 0 : 1];
}

function isSystemCall(name: string): name is SystemCall {
  return Object.hasOwn(numbers, name);
}
