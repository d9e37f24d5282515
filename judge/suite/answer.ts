import { deserialize } from 'node:v8';
import type { z } from 'zod';
import { describe, showKey } from './checkers.ts';
import { CandidateFault } from './fault.ts';
import { countUnfolded, maxValues, scan } from './scan.ts';

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
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${showKey(key)}`))
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

/** Hostile bytes never reach the deserializer, nor a value without end the schema. */
function read(bytes: Uint8Array, name: string): unknown {
  const scanned = scan(bytes);
  switch (scanned.kind) {
    case 'unreadable':
      throw wrong(name, 'returned data that cannot be read');
    case 'foreign':
      throw wrong(name, `returned ${scanned.what}, which is no plain data`);
    case 'holes':
      throw wrong(name, 'returned an array with holes');
    case 'tooMany':
      throw tooLarge(name);
    case 'plain': {
      const value = deserializeAnswer(bytes, name);
      if (scanned.mentions > 0 && countUnfolded(value) > maxValues) throw tooLarge(name);
      return value;
    }
  }
}

function deserializeAnswer(bytes: Uint8Array, name: string): unknown {
  try {
    return deserialize(bytes);
  } catch {
    throw wrong(name, 'returned data that cannot be read');
  }
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

function tooLarge(name: string): CandidateFault {
  const message = `your ${name} returned more than ${maxValues / 1e6} million values, or a value that holds itself`;
  return new CandidateFault({ verdict: 'OLE', message, call: name });
}
