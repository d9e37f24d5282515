import { deserialize } from 'node:v8';
import type { z } from 'zod';
import { describe } from './checkers.ts';
import { CandidateFault } from './fault.ts';

/**
 * An answer of the candidate process, read and parsed. Anything else than `schema` describes is a
 * wrong answer with a message that says where; hostile bytes are a wrong answer too.
 */
export function parseAnswer<T>(bytes: Uint8Array, schema: z.ZodType<T>, name: string): T {
  const value = read(bytes, name);
  const parsed = schema.safeParse(value, { reportInput: false });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const where = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  const found = describe(valueAt(value, path));
  const wanted = issue?.code === 'invalid_type' ? `; expected ${issue.expected}` : '';
  throw wrong(
    name,
    where === ''
      ? `returned ${found}${wanted}`
      : `returned ${found} at ${where.replace(/^\./, '')}${wanted}`,
  );
}

function read(bytes: Uint8Array, name: string): unknown {
  let value: unknown;
  try {
    value = deserialize(bytes);
  } catch {
    throw wrong(name, 'returned data that cannot be read');
  }
  // A sparse array of a few bytes may claim a thousand million places; walking it would hang us.
  if (hasSparseArray(value, bytes.byteLength)) throw wrong(name, 'returned an array with holes');
  return value;
}

function hasSparseArray(root: unknown, maxLength: number): boolean {
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value))
      continue;
    seen.add(value);
    if (Array.isArray(value) && value.length > maxLength) return true;
    for (const inner of Array.isArray(value) ? value : Object.values(value)) {
      if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
  return false;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function wrong(name: string, what: string): CandidateFault {
  return new CandidateFault({ verdict: 'WA', message: `your ${name} ${what}`, call: name });
}
