import { z } from 'zod';

const kebabCase = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case');
const sentence = z.string().min(1);

const subtaskManifest = z.strictObject({
  id: kebabCase,
  title: sentence,
  /** What a solution must do, as a sentence that may be shown to the candidate. */
  requirement: sentence,
  points: z.int().positive(),
  /** All or nothing; failing it caps the total (scoring.ts). */
  critical: z.boolean().default(false),
  /** Ids of earlier subtasks: when one of them scores nothing, this one is skipped. */
  needs: z.array(kebabCase).default([]),
  /** Direction, mechanism, pseudo-code. */
  hints: z.tuple([sentence, sentence, sentence]),
});

/** What one run is held to; what the system enforces itself is in sandbox/rlimits.ts. */
export const limitsSchema = z.strictObject({
  /** Wall time of one call, where the suite sets no other. */
  callTimeMs: z.int().positive(),
  /** Wall time of loading the submission with the libraries that it imports. */
  loadTimeMs: z.int().positive().default(20_000),
  /** Wall time of all loads and calls of a run together. */
  runTimeMs: z.int().positive().default(600_000),
  /** CPU time of a call, a load or a run, as a multiple of its limit of wall time: threads gain no more. */
  cpuFactor: z.number().positive().default(2),
  /** Resident size of the candidate process. */
  memoryMb: z.int().min(128).default(1024),
  /** Threads of the candidate process; Node itself has about ten. */
  threads: z.int().min(32).default(256),
  openFiles: z.int().min(64).default(512),
  /** Size of one file that it writes, and of its folder for temporary files. */
  fileMb: z.int().positive().default(64),
  /** What one candidate process may print. */
  outputChars: z.int().positive().default(1_000_000),
});

/** `problems/coding/<slug>/problem.json`. */
export const manifestSchema = z
  .strictObject({
    /** For editors: problems/coding/problem.schema.json. */
    $schema: z.string().optional(),
    formatVersion: z.literal(1),
    title: sentence,
    minutes: z.int().positive(),
    /** Names of the functions that a submission must export. */
    exports: z.array(z.string().min(1)).min(1),
    limits: limitsSchema,
    /** What the sandbox opens beyond the default. */
    grants: z.array(z.enum(['addons', 'workers'])).default([]),
    /** What the submission works with outside of its own process (services/). */
    services: z.array(z.enum(['chroma', 'embedder'])).default([]),
    subtasks: z.array(subtaskManifest).min(1),
  })
  .superRefine(({ subtasks }, context) => {
    const seen = new Set<string>();
    for (const { id, needs } of subtasks) {
      if (seen.has(id)) context.addIssue(`subtask "${id}" appears twice`);
      for (const need of needs) {
        if (!seen.has(need))
          context.addIssue(`"${id}" needs "${need}", which is not an earlier subtask`);
      }
      seen.add(id);
    }
    const points = subtasks.reduce((sum, subtask) => sum + subtask.points, 0);
    if (points !== 100) context.addIssue(`the points of the subtasks sum to ${points}, not 100`);
  });

export type Manifest = z.infer<typeof manifestSchema>;
export type Limits = Manifest['limits'];
export type Grant = Manifest['grants'][number];
export type SubtaskManifest = Manifest['subtasks'][number];

/** Where the parts of a problem lie; absolute paths. */
export type ProblemPaths = {
  manifest: string;
  statement: string;
  sampleSuite: string;
  hiddenSuite: string;
  /** How a person's own question is put to the submission; most problems have none. */
  ask: string;
  starter: string;
  fixtures: string;
  generator: string;
  /** The folder of all solutions, one folder a verdict. */
  solutions: string;
  reference: string;
  /** What `judge verify --mutation` measured. */
  certificate: string;
  equivalentMutants: string;
  workspace: string;
};

export type Problem = { slug: string; manifest: Manifest; paths: ProblemPaths };
