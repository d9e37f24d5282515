import type { Bridge } from '../sandbox/sandbox.ts';

/** What a suite needs to know to use a service. */
export type ServiceAddresses = {
  chroma?: {
    host: string;
    port: number;
    database: string;
    /** Where the candidate process finds it. */
    fromCandidate: { host: string; port: number };
  };
  embedder?: { modelsDir: string; model: string };
};

/** One thing outside of the judge that a problem asks for, ready for one run. */
export type Service = {
  /** Part of the addresses; rejects with a JudgeError that says what to do. */
  address: Promise<ServiceAddresses>;
  /** Folders that the submission must be able to read to use it. */
  readable: readonly string[];
  /** Whether the submission must reach a network address to use it. */
  needsNetwork: boolean;
  /** How a sandbox without network reaches it; empty unless asked for. */
  bridges: readonly Bridge[];
  /** Throws a JudgeError unless the service is still there. */
  check(): Promise<void>;
  /** Ends it and removes all it wrote; never rejects. */
  stop(): Promise<void>;
};
