import type { ChildProcess } from 'node:child_process';
import type { Grant } from '../model/problem.ts';

export type SandboxRequest = {
  /** Folders the candidate process may read, beside its own entry file. */
  readable: readonly string[];
  memoryMb: number;
  timeZone: string;
  grants: readonly Grant[];
};

/** A way to start the candidate process so that it can do little but answer. */
export type Sandbox = {
  /** As the report names it. */
  name: string;
  /** Starts `judge/candidate/main.ts` with stdout and stderr piped and the socket on fd 3. */
  start(request: SandboxRequest): ChildProcess;
};
