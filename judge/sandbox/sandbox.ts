import type { ChildProcess } from 'node:child_process';
import type { Grant, Limits } from '../model/problem.ts';

/** The way out of a sandbox without network: its loopback `port` leads to the socket. */
export type Bridge = { port: number; socketPath: string };

export type SandboxRequest = {
  /** Folders the candidate process may read, beside its own entry file. */
  readable: readonly string[];
  /** Of these the system enforces what it can; the host measures all the same. */
  limits: Limits;
  timeZone: string;
  grants: readonly Grant[];
  /** Whether it must reach a service of the run over a loopback address. */
  needsNetwork: boolean;
  /** Empty where the sandbox does not isolate the network. */
  bridges: readonly Bridge[];
  /** The folder of the run, for what a sandbox has to write down. */
  runFolder: string;
};

/** A way to start the candidate process so that it can do little but answer. */
export type Sandbox = {
  name: 'bubblewrap' | 'seatbelt' | 'node';
  /** Whether nothing but the bridges leads out. */
  isolatesNetwork: boolean;
  /** As the report names it, with what it leaves open. */
  describe(request: Pick<SandboxRequest, 'needsNetwork'>): string;
  /** Starts `judge/candidate/main.ts` with stdout and stderr piped and the socket on fd 3. */
  start(request: SandboxRequest): ChildProcess;
};
