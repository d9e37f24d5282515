import type { ChildProcess } from 'node:child_process';
import type { Grant } from '../model/problem.ts';

/** The way out of a sandbox without network: its loopback `port` leads to the socket. */
export type Bridge = { port: number; socketPath: string };

export type SandboxRequest = {
  /** Folders the candidate process may read, beside its own entry file. */
  readable: readonly string[];
  memoryMb: number;
  timeZone: string;
  grants: readonly Grant[];
  /** Whether it must reach a service of the run over a loopback address. */
  needsNetwork: boolean;
  /** Empty where the sandbox does not isolate the network. */
  bridges: readonly Bridge[];
};

/** A way to start the candidate process so that it can do little but answer. */
export type Sandbox = {
  name: 'bubblewrap' | 'node';
  /** Whether nothing but the bridges leads out. */
  isolatesNetwork: boolean;
  /** As the report names it, with what it leaves open. */
  describe(request: Pick<SandboxRequest, 'needsNetwork'>): string;
  /** Starts `judge/candidate/main.ts` with stdout and stderr piped and the socket on fd 3. */
  start(request: SandboxRequest): ChildProcess;
};
