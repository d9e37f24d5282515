import type { z } from 'zod';

/** What a problem's `ask.ts` works with. */
export type AskContext = {
  /** Calls an exported function of the submission; ends the asking when it fails or answers oddly. */
  call: <T>(name: string, args: readonly unknown[], schema: z.ZodType<T>) => Promise<T>;
  /** Where the services of the manifest are, as the submission reaches them. */
  services: () => Promise<{
    chroma?: { database: string; fromCandidate: { host: string; port: number } };
    embedder?: { modelsDir: string; model: string };
  }>;
  /** The problem's fixtures; an absolute path. */
  fixtures: string;
};

/** What the submission would send to a language model, and from which sources. */
export type AskedPrompt = {
  system: string;
  user: string;
  /** Whether a model is to be asked at all. */
  answerable: boolean;
  sources: { n: number; id: string; score: number }[];
};

/** What `problems/coding/<slug>/ask.ts` exports as `ask`: puts one question to the submission. */
export type AskScript = (question: string, context: AskContext) => Promise<AskedPrompt>;
