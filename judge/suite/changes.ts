import { excerpt } from './literal.ts';

/** More changes than this are not worth listing. */
const maxChanges = 40;

/** What `after` has otherwise than `before`, a line for each place; places are paths. */
export function listChanges(before: unknown, after: unknown): string[] {
  const changes: string[] = [];
  walk({ before, after, path: '' }, changes);
  return changes;
}

type Pair = { before: unknown; after: unknown; path: string };

function walk({ before, after, path }: Pair, changes: string[]): void {
  if (changes.length >= maxChanges || Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const [index, item] of before.entries())
      walk({ before: item, after: after[index], path: `${path}[${index}]` }, changes);
    return;
  }
  if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      walk({ before: before[key], after: after[key], path: `${path}.${key}` }, changes);
    return;
  }
  const where = path === '' ? 'it' : path.replace(/^\./, '');
  changes.push(`${where} is ${excerpt(after)}, before ${excerpt(before)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
