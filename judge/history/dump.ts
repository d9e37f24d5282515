// A history as one JSON text: what `export` writes and `import` reads.
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { findSchema } from './kinds.ts';

const dumpSchema = z.strictObject({
  schema: z.literal('judge-history/1'),
  entries: z.array(
    z.strictObject({
      id: z.string().min(1),
      at: z.iso.datetime(),
      kind: z.string().min(1),
      subject: z.string(),
      data: z.unknown(),
    }),
  ),
  drafts: z.array(z.strictObject({ key: z.string(), text: z.string() })),
});

export type Dump = z.infer<typeof dumpSchema>;

/**
 * Reads a dump. Entries of a kind that only a later judge knows come through as they are. Throws a
 * `UsageError` that says what is wrong with the text of `path`.
 */
export function parseDump(text: string, path: string): Dump {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Not with the parser's words: they quote the file, which may be binary.
    throw refusal(path, 'it is not JSON');
  }
  const parsed = dumpSchema.safeParse(json);
  if (!parsed.success) throw refusal(path, firstIssue(parsed.error));
  for (const { id, kind, data } of parsed.data.entries) {
    const issue = findSchema(kind)?.safeParse(data).error;
    if (issue !== undefined) throw refusal(path, `entry ${id} (${kind}): ${firstIssue(issue)}`);
  }
  return parsed.data;
}

function refusal(path: string, why: string): UsageError {
  return new UsageError(
    `${path} is not an exported history: ${why}\nNothing was imported. Make one with: npm run judge export history.json`,
  );
}

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  const where = issue === undefined ? '' : issue.path.join('.');
  return `${where === '' ? '' : `${where}: `}${issue?.message ?? 'it is something else'}`;
}
