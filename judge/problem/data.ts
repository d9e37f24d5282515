// Data files: read, checked against their schema, refused in one clear sentence.
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';

/** The JSON of `path` below `root`; `absent` stands for a file that is not there. Throws a `UsageError`. */
export function readData<T>(
  root: string,
  { path, schema, absent }: { path: string; schema: z.ZodType<T>; absent?: unknown },
): T {
  const where = relative(root, path);
  const parsed = schema.safeParse(readJson(path, { where, absent }));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${where} is broken:\n${z.prettifyError(parsed.error)}\nMend the file, or restore it with git.`,
  );
}

/** The names in a folder; none where it cannot be read. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readJson(path: string, { where, absent }: { where: string; absent: unknown }): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent && absent !== undefined) return absent;
    throw new UsageError(
      `${where} cannot be read: ${messageOf(error)}. Mend the file, or restore it with git.`,
    );
  }
}
